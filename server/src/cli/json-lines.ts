/** JSON lines {"id","text","context"?} from standard input. A bad line is one sentence and costs nothing else. */
import type { Terminal } from './terminal.ts';

/** As it was given, so that whoever asked finds the answer by it. */
export type LineId = string | number;

export type InputLine =
  | { readonly id: LineId; readonly text: string; readonly context: string | undefined }
  | { readonly fault: string };

export async function* jsonLines(terminal: Terminal): AsyncGenerator<InputLine> {
  let number = 0;
  for await (const raw of terminal.inputLines()) {
    number++;
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    yield read(line, number);
  }
}

function read(line: string, number: number): InputLine {
  const where = `standard input, line ${String(number)}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {
      fault: `${where}: not JSON; a line such as {"id":"1","text":"…"} is expected. It was passed over.`,
    };
  }
  const { id, text, context } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof text !== 'string' || (typeof id !== 'string' && typeof id !== 'number'))
    return { fault: `${where}: “id” and “text” are needed. It was passed over.` };
  return { id, text, context: typeof context === 'string' ? context : undefined };
}
