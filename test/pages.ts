/**
 * Pages that are tests. A page is Markdown with examples in fenced blocks; the runner draws the engine's answers into them and
 * compares the result with the page itself (`vitest -u` rewrites it).
 *
 * Fences by their first word: ```markdown an example, checked as a note of its own; ```library what the examples after it are
 * checked against (BibTeX, CSL-JSON or short YAML, see `support.ts`); others are left alone. After the word may stand
 * `today=2027-02-01`, `path=notes/a.md`, `files=a.md,b.md`, and settings such as `claims.scope=sentence`.
 * Examples that hold fences are fenced with more backticks. The day is 2026-11-23 where nothing else is said.
 */
import { library, TODAY, type Circumstances } from './support.ts';

export interface Example {
  /** The nearest heading of the second level above. */
  readonly section: string;
  readonly given: Circumstances;
  /** What stands between the fences. */
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

interface Part {
  /** Everything before the example's text, its opening fence included. */
  readonly before: string;
  readonly example: Example;
}

export interface Page {
  readonly title: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
  /** The page with each example's text replaced. */
  withTexts(texts: readonly string[]): string;
}

export function readPage(source: string): Page {
  const parts: Part[] = [];
  const sections: string[] = [];
  let title = '';
  let held = EMPTY;
  let before = '';
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    before += at === 0 ? line : `\n${line}`;
    const heading = /^(##?) (.+)$/.exec(line);
    if (heading?.[1] === '#') title = heading[2] ?? '';
    else if (heading) sections.push(heading[2] ?? '');
    const fence = /^(`{3,})(\w*)(.*)$/.exec(line);
    if (!fence) continue;
    const close = lines.indexOf(fence[1] ?? '```', at + 1);
    if (close === -1) throw new Error(`The fence of line ${String(at + 1)} is not closed.`);
    const text = lines.slice(at + 1, close).join('\n');
    if (fence[2] === 'library') held = library(text);
    if (fence[2] === 'markdown') {
      const given = { ...circumstances(fence[3] ?? ''), library: held };
      parts.push({ before, example: { section: sections.at(-1) ?? '', given, text, line: at + 1 } });
      before = '';
    } else before += `\n${text}`;
    before += `\n${lines[close] ?? ''}`;
    at = close;
  }
  return {
    title,
    sections,
    examples: parts.map(({ example }) => example),
    withTexts: (texts) =>
      parts.map((part, index) => `${part.before}\n${texts[index] ?? ''}`).join('') + before,
  };
}

const EMPTY = library('[]');

function circumstances(info: string): Circumstances {
  const settings: Record<string, unknown> = {};
  let given: Circumstances = { today: TODAY };
  for (const word of info.trim().split(/\s+/).filter(Boolean)) {
    const [key = '', value = ''] = word.split('=');
    if (key === 'today') given = { ...given, today: value };
    else if (key === 'path') given = { ...given, path: value };
    else if (key === 'files') given = { ...given, files: value.split(',') };
    else settings[key] = /^\d+$/.test(value) ? Number(value) : value;
  }
  return Object.keys(settings).length > 0 ? { ...given, settings } : given;
}
