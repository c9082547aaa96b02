/** Reads a page's list of sources: a title each, with its summary. Copied text, headings, list items and links alike. */
import { COUNT, toBlocks, type Block } from './page.ts';

export interface ListedNote {
  readonly title: string;
  /** Paragraphs; empty when the page has none. */
  readonly summary: readonly string[];
  /** From 0. */
  readonly line: number;
  /** Where the page linked the title to, when that is an address. */
  readonly url?: string;
}

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;
const HEADING = /^\s*#{1,6}\s+/;
const LONGEST_TITLE = 200;

export interface SourceList {
  readonly notes: readonly ListedNote[];
  /** What stands before the first title. */
  readonly before: readonly string[];
}

/**
 * Notes in order. Where more seem to stand there than the heading announces, only titles that ask, that the answer mentions or
 * that are set as titles count; the rest belongs to the summaries.
 */
export function readSources(blocks: readonly Block[], answer: string, announced?: number): SourceList {
  const parts = blocks.flatMap(splitItems);
  const loose = collect(parts, answer, false);
  if (announced === undefined || loose.notes.length <= announced) return loose;
  const strict = collect(parts, answer, true);
  return strict.notes.length >= announced ? strict : loose;
}

function collect(parts: readonly Block[], answer: string, strict: boolean): SourceList {
  const notes: { title: string; summary: string[]; line: number; url?: string }[] = [];
  const before: string[] = [];
  /** How the page sets its titles, told by the first sure one: under plain questions, a list or heading belongs to a summary. */
  let form: Form | undefined;
  for (const block of parts) {
    const [first = '', ...rest] = block.lines;
    // "Sources" and "12 notes" on two lines.
    if (notes.length === 0 && rest.length === 0 && COUNT.test(first)) continue;
    const parsed = readTitle(first);
    const current = notes.at(-1);
    const own = formOf(first);
    const explicit = (own !== 'plain' && own === (form ?? own)) || parsed.marked;
    if (explicit || isTitle(parsed.title, rest.length > 0, current, answer, strict)) {
      const summary = [parsed.rest, ...rest.map((line) => line.trim())]
        .filter((line) => line !== '')
        .join(' ');
      // A stray line before a list ("What I read") is no pattern for what follows.
      if (own !== 'plain' || isTitle(parsed.title, true, undefined, answer, true)) form ??= own;
      notes.push({
        title: parsed.title,
        summary: summary === '' ? [] : [summary],
        line: block.line,
        ...(parsed.url !== undefined && { url: parsed.url }),
      });
    } else (current?.summary ?? before).push(block.lines.map((line) => line.trim()).join(' '));
  }
  return { notes, before };
}

type Form = 'heading' | 'item' | 'plain';

const formOf = (line: string): Form => (HEADING.test(line) ? 'heading' : ITEM.test(line) ? 'item' : 'plain');

/** Items of a tight list stand on neighbouring lines. */
function splitItems(block: Block): Block[] {
  const lines: string[] = [];
  block.lines.forEach((line, index) => {
    if (index > 0 && (/^(?:[-*+•]|\d{1,3}[.)])\s+/.test(line) || HEADING.test(line))) lines.push('');
    lines.push(line);
  });
  return lines.length === block.lines.length
    ? [block]
    : toBlocks(lines, block.line).map((part) => ({
        // Blank lines put in above shift what follows; the text says where it truly stands.
        line: block.line + Math.max(0, block.lines.indexOf(part.lines[0] ?? '')),
        lines: part.lines,
      }));
}

interface Title {
  readonly title: string;
  /** What follows it on the same line. */
  readonly rest: string;
  readonly url?: string;
  /** Set as a title: bold or a link. */
  readonly marked: boolean;
}

function readTitle(line: string): Title {
  const words = line.replace(HEADING, '').replace(ITEM, '').trim();
  const bold = /^(\*\*|__)(.+?)\1\s*[:.—–-]?\s*(.*)$/.exec(words);
  if (bold) {
    const inner = readTitle(bold[2] ?? '');
    return { ...inner, rest: bold[3] ?? '', marked: true };
  }
  const link = /^\[([^[\]]+)\]\(<?([^)\s>]+)>?\)\s*[:.—–-]?\s*(.*)$/.exec(words);
  if (link) {
    const url = /^https?:/.test(link[2] ?? '') ? { url: link[2] ?? '' } : {};
    return { title: link[1] ?? '', rest: link[3] ?? '', marked: true, ...url };
  }
  const wikilink = /^\[\[(?:[^[\]|]+\|)?([^[\]|]+)\]\]\s*[:.—–-]?\s*(.*)$/.exec(words);
  if (wikilink) return { title: wikilink[1] ?? '', rest: wikilink[2] ?? '', marked: true };
  return { title: words, rest: '', marked: false };
}

/** Whether an unmarked line is the next note's title rather than more of the last one's summary. */
function isTitle(
  line: string,
  hasMore: boolean,
  current: { summary: readonly string[] } | undefined,
  answer: string,
  strict: boolean,
): boolean {
  if (line.length > LONGEST_TITLE) return false;
  if (line.length > 20 && answer.includes(line)) return true;
  if (current && current.summary.length === 0 && !hasMore) return false;
  return line.endsWith('?') || (!strict && !/[.!…:;,)”"’']$/.test(line));
}
