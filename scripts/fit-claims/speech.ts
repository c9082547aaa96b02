/**
 * Speech and posts written for this purpose (`speech/`): debates, speeches, interviews, hearings, and posts that stand alone. A line a
 * sentence, after a letter: w a claim worth checking, v one that can be checked and hardly need be, n none. The first line names the kind.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { nearby, offsetAmong, type Example } from './data.ts';

const FOLDER = new URL('speech/', import.meta.url).pathname;
const LINE = /^([wvn])\t(.+)$/;
/** What hardly need be checked is called a claim by some and none by others. */
const WEIGHTS: Readonly<Record<string, number>> = { w: 1, v: 0.5, n: 1 };

interface Said {
  readonly letter: string;
  readonly text: string;
}

/** Each sentence among its neighbours and alone; posts alone. */
export const spoken = (): Example[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((name) => {
      const [kind, ...lines] = readFileSync(FOLDER + name, 'utf8')
        .trimEnd()
        .split('\n');
      const said = lines.map((line, at) => readLine(`${name}:${String(at + 2)}`, line));
      return said.flatMap((_, at) => examplesOf(name, said, at, kind === '# post'));
    });

function readLine(place: string, line: string): Said {
  const [, letter, text] = LINE.exec(line) ?? [];
  if (letter === undefined || text === undefined)
    throw new Error(`${place}: a line is w, v or n, a tab, and a sentence.`);
  return { letter, text };
}

function examplesOf(document: string, said: readonly Said[], at: number, isPost: boolean): Example[] {
  const sentence = said[at];
  if (!sentence) return [];
  const texts = said.map(({ text }) => text);
  const around = nearby(texts, at).join(' ');
  const forms = isPost ? [undefined] : [around, undefined];
  return forms.map((context) => ({
    set: 'speech',
    document,
    offset: offsetAmong(texts, at),
    text: sentence.text,
    group: groupOfSentence(sentence.text, context),
    label: sentence.letter === 'n' ? 0 : 1,
    weight: (WEIGHTS[sentence.letter] ?? 0) / forms.length,
    scored: context === undefined,
  }));
}
