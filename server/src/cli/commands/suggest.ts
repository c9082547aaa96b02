/** `inquiry suggest`: ranked citations for claims, one as an argument or many as JSON lines. */
import type { Library, SearchHit } from '#core';
import type { Command } from '../command.ts';
import { choiceFrom, libraryFrom, numberFrom, parse, SHARED, UsageError } from '../options.ts';
import { jsonLines } from '../json-lines.ts';

export const suggestCommand: Command = {
  name: 'suggest',
  summary: 'citations for a claim',
  help: `inquiry suggest [CLAIM]

Ranks the library's entries for a claim. Without an argument it reads JSON lines {"id","text","context"?} from standard input.

  --top K                how many entries (default: 3)
  --format pretty|jsonl  (default: pretty for an argument, jsonl for lines)
  --library PATH         a file or folder with references; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      top: { type: 'string' },
      format: { type: 'string' },
    });
    const top = numberFrom('top', values.top, 1, 1000) ?? 3;
    const claim = positionals.join(' ');
    if (positionals.length > 0 && claim.trim() === '') throw new UsageError('The claim is empty.');
    const format = choiceFrom(
      'format',
      values.format,
      ['pretty', 'jsonl'],
      claim === '' ? 'jsonl' : 'pretty',
    );
    const { library, unreadable } = await libraryFrom(values, terminal);
    const answer = (id: string, hits: readonly SearchHit[], text: string): string =>
      format === 'jsonl' ? `${JSON.stringify({ id, results: hits.map(resultOf) })}\n` : pretty(text, hits);
    let bad = false;
    if (claim !== '') await terminal.write(answer('1', suggest(library, claim, undefined, top), claim));
    else
      for await (const line of jsonLines(terminal)) {
        if ('fault' in line) {
          bad = true;
          terminal.complain(line.fault);
        } else
          await terminal.write(answer(line.id, suggest(library, line.text, line.context, top), line.text));
      }
    return unreadable || bad ? 2 : 0;
  },
};

const suggest = (
  library: Library,
  claim: string,
  context: string | undefined,
  top: number,
): readonly SearchHit[] => library.suggest(claim, context === undefined ? { top } : { top, context });

const resultOf = ({ entry, score }: SearchHit): object => ({
  entry: entry.id,
  title: entry.title,
  score: Math.round(score * 1e4) / 1e4,
});

function pretty(claim: string, hits: readonly SearchHit[]): string {
  if (hits.length === 0) return `Nothing in the library comes near “${claim}”.\n`;
  const rows = hits.map(({ entry, matched }, index) => {
    const words = matched.length === 0 ? '' : `\n     matched: ${matched.join(', ')}`;
    return `${String(index + 1).padStart(3)}. ${entry.title}${entry.date === undefined ? '' : ` (${entry.date.slice(0, 7)})`}  ${entry.id}${words}`;
  });
  return `${rows.join('\n')}\n`;
}
