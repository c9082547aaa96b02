/**
 * Cuts a line-of-inquiry page into its parts: question, framing, answer, sources, prompt, next lines. Text copied from a site
 * and Markdown alike; any part may be missing, in any order after the answer. What a part says is read elsewhere.
 */

/** Neighbouring lines without a blank one between them. */
export interface Block {
  /** Of its first line, from 0. */
  readonly line: number;
  readonly lines: readonly string[];
}

export interface Section {
  /** From 0. */
  readonly line: number;
  /** As written, heading marks and web furniture ("expand ↓") taken off. */
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  /** Lines of a front matter, without its fences. */
  readonly frontMatter: readonly string[];
  readonly question: string;
  readonly questionLine: number;
  /** Empty when the page has none. */
  readonly framing: string;
  readonly answer: readonly Block[];
  readonly sources: Section | undefined;
  /** The number in "Sources 12 notes". */
  readonly announced: number | undefined;
  readonly prompt: Section | undefined;
  readonly next: Section | undefined;
}

const KICKER = /^(?:inquiring lines?|lines? of inquiry)$/i;
const SOURCES = /^sources?(?:\s*[:·(–—-]?\s*(\d+)\s*(?:notes?|papers?|sources?|works?)?\)?)?:?$/i;
const PROMPT = /^(?:(?:the )?research prompt|prompt for your llm)\b[^.?!]{0,40}$/i;
const NEXT =
  /^(?:(?:next|related|further|adjacent|more)\s+(?:inquiring\s+)?lines(?:\s+of\s+inquiry)?|where to go next)(?:\s*\(?\d+\)?)?:?$/i;
const ANSWER = /^(?:the )?answer:?$/i;
/** What a page's buttons leave behind when copied. */
const FURNITURE = /\s*(?:(?:expand|collapse|show|hide|copy)\s*[↓↑▾▸▼▲⌄]|[↓↑▾▸▼▲⌄])\s*$/i;
const FRAMING =
  /^\W{0,2}this\s+(?:line\s+|question\s+|page\s+|inquiry\s+)?(?:explores|asks|examines|looks|considers|investigates|traces|probes|tests|is about|concerns)\b/i;

/** Whether a heading stands over further lines of inquiry: “Next inquiring lines”, “Where to go next”. */
export const isNextHeading = (heading: string): boolean => NEXT.test(heading.trim());

/** Never throws; a text without any words gives an empty question. */
export function readPage(text: string): Page {
  const all = splitLines(text);
  const { frontMatter, from } = readFrontMatter(all);
  const head: string[] = [];
  const sections: { kind: 'sources' | 'prompt' | 'next'; line: number; heading: string; lines: string[] }[] =
    [];
  let inPrompt = false;
  for (let number = from; number < all.length; number++) {
    const line = all[number] ?? '';
    const heading = plainHeading(line);
    const kind = sectionKind(heading, inPrompt);
    if (kind !== undefined) {
      sections.push({ kind, line: number, heading, lines: [] });
      inPrompt = kind === 'prompt';
    } else if (!/^\s*<\/?details>\s*$/i.test(line)) {
      const section = sections.at(-1);
      if (section) section.lines.push(line);
      else head.push(line);
    }
  }
  const find = (kind: 'sources' | 'prompt' | 'next'): Section | undefined => {
    const parts = sections.filter((section) => section.kind === kind);
    const first = parts[0];
    return (
      first && {
        line: first.line,
        // A heading over a folded part says less than the fold's own summary.
        heading: parts.reduce(
          (longest, part) => (part.heading.length > longest.length ? part.heading : longest),
          '',
        ),
        blocks: parts.flatMap((part) => toBlocks(part.lines, part.line + 1)),
      }
    );
  };
  const sources = find('sources');
  const count =
    sources &&
    (SOURCES.exec(sources.heading)?.[1] ?? COUNT.exec(sources.blocks[0]?.lines[0]?.trim() ?? '')?.[1]);
  return {
    frontMatter,
    ...readHead(head, from),
    sources,
    announced: count === undefined ? undefined : Number(count),
    prompt: find('prompt'),
    next: find('next'),
  };
}

function splitLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\u200b\u2060]/g, '').replace(/\s+$/, ''));
}

function readFrontMatter(lines: readonly string[]): { frontMatter: string[]; from: number } {
  const close = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return close === -1
    ? { frontMatter: [], from: 0 }
    : { frontMatter: lines.slice(1, close), from: close + 1 };
}

function sectionKind(heading: string, inPrompt: boolean): 'sources' | 'prompt' | 'next' | undefined {
  if (heading === '' || heading.length > 80) return undefined;
  if (NEXT.test(heading)) return 'next';
  if (SOURCES.test(heading)) return inPrompt ? undefined : 'sources';
  return PROMPT.test(heading) ? 'prompt' : undefined;
}

/** A line as a heading would show it: without "##", "**", `<summary>` and buttons. */
function plainHeading(line: string): string {
  return line
    .replace(/<\/?summary>/gi, '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/^\s*(\*\*|__)(.*)\1\s*$/, '$2')
    .replace(FURNITURE, '')
    .trim();
}

function readHead(
  lines: readonly string[],
  from: number,
): Pick<Page, 'question' | 'questionLine' | 'framing' | 'answer'> {
  const blocks = toBlocks(lines, from).flatMap(splitHeading);
  while (blocks[0] && KICKER.test(plainHeading(blocks[0].lines.join(' ')))) blocks.shift();
  const title = blocks.shift();
  if (!title) return { question: '', questionLine: from, framing: '', answer: [] };
  const [first = '', ...rest] = title.lines;
  if (rest.length > 0) blocks.unshift({ line: title.line + 1, lines: rest });
  const deck = blocks[0];
  const isDeck =
    deck !== undefined &&
    (FRAMING.test(deck.lines[0] ?? '') || standsApart(deck, lines, from, blocks.length));
  if (isDeck) blocks.shift();
  return {
    question: plainHeading(first),
    questionLine: title.line,
    framing: isDeck ? deck.lines.join(' ') : '',
    answer: blocks.filter((block) => !ANSWER.test(plainHeading(block.lines.join(' ')))),
  };
}

/** A first paragraph with a wider gap below it than paragraphs have is a deck. */
function standsApart(deck: Block, lines: readonly string[], from: number, count: number): boolean {
  const after = deck.line - from + deck.lines.length;
  return (
    count > 1 &&
    deck.lines.length === 1 &&
    lines[after] === '' &&
    lines[after + 1] === '' &&
    !/^\s*#/.test(lines[after + 2] ?? '')
  );
}

/** A Markdown heading is a block of its own, with or without a blank line after it; so is a kicker. */
function splitHeading(block: Block): Block[] {
  const [first = '', ...rest] = block.lines;
  if (rest.length === 0 || !(/^\s*#{1,6}\s/.test(first) || KICKER.test(plainHeading(first)))) return [block];
  return [{ line: block.line, lines: [first] }, ...splitHeading({ line: block.line + 1, lines: rest })];
}

/** "12 notes" on a line of its own, under "Sources". */
export const COUNT = /^\(?(\d{1,4})\s+(?:notes?|papers?|sources?|works?)\)?$/i;

export function toBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = [];
  let current: string[] = [];
  lines.forEach((line, index) => {
    if (line.trim() !== '') current.push(line);
    if (current.length > 0 && (line.trim() === '' || index === lines.length - 1)) {
      const last = line.trim() === '' ? index - 1 : index;
      blocks.push({ line: from + last - current.length + 1, lines: current });
      current = [];
    }
  });
  return blocks;
}
