/**
 * Reads ignore comments. In a note:
 *
 *     <!-- inquiry-ignore unsourced-claim, stale-date: own observation -->   on its own, the next block; in a line of prose, its block
 *     A claim. <!-- inquiry-ignore-line unsourced-claim: seen at the workshop -->   the line that it stands on
 *     | a claim | <!-- inquiry-ignore: measured here -->                             the table's row
 *     A claim. <!-- inquiry-ignore-sentence: own view --> Another.                  the sentence that it stands in or behind
 *     <!-- inquiry-ignore-start --> … <!-- inquiry-ignore-end -->                   what is between them
 *
 * A start without its end silences all to the note's end, so that nobody who is about to write the end sees a page of problems; the
 * rule "unused-ignore" tells it. A comment that is none of these forms silences nothing, and is told, too.
 *
 * and in front matter for the whole file, rule to reason or a list of rules:
 *
 *     inquiry-ignore:
 *       unsourced-claim: a diary
 *
 * Without rules, every rule is meant. The reason is what follows the colon, or a dash between blanks.
 */
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block, FrontMatter, IgnoreComment, Sentence } from './model.ts';

const COMMENT = /<!--\s*inquiry-ignore(-[a-z][a-z-]*)?(?=[\s:-])([\s\S]*?)-->/gi;
/** Case and underscores are forgiven here, so that a slip in a name is told as one and never read as "every rule". */
const RULES = /^[a-z][\w-]*(?:[\s,]+[a-z][\w-]*)*$/i;
const REASON_BEGINS = /:|\s(?:--|[–—])\s/;

/** `comments` are spans that may hold comments, each with the block it stands in. */
export function readIgnores(
  text: string,
  lines: Lines,
  blocks: readonly Block[],
  comments: readonly { readonly span: Span; readonly block: number }[],
  sentences: readonly Sentence[],
  frontMatter: FrontMatter | undefined,
): IgnoreComment[] {
  const ignores = frontMatter ? ofFile(text, frontMatter) : [];
  const open: Opened[] = [];
  for (const comment of comments) {
    const source = text.slice(comment.span.start, comment.span.end);
    if (!/inquiry-ignore/i.test(source)) continue;
    for (const found of source.matchAll(COMMENT)) {
      const start = comment.span.start + found.index;
      const span = { start, end: start + found[0].length };
      const said = meaningOf(found[2] ?? '');
      const form = (found[1] ?? '').toLowerCase();
      switch (form) {
        case '-start':
          open.push({ span, ...said });
          break;
        case '-end': {
          const started = closedBy(open, said.rules);
          ignores.push(
            started
              ? stretch(started, span.end, 'stretch')
              : { span, ...said, target: nothingAt(span), form: 'stray-end' },
          );
          break;
        }
        case '-line':
          ignores.push({ span, ...said, target: lines.span(lines.lineAt(start)), form: 'line' });
          break;
        case '-sentence':
          ignores.push({
            span,
            ...said,
            target: sentenceAt(sentences, blocks, comment.block, span),
            form: 'sentence',
          });
          break;
        case '-next-line':
          ignores.push({ span, ...said, target: lines.span(lines.lineAt(start) + 1), form: 'line' });
          break;
        case '':
          ignores.push({ span, ...said, target: nextBlock(blocks, comment.block, span), form: 'next-block' });
          break;
        default:
          ignores.push({ span, ...said, target: nothingAt(span), form: 'unknown' });
      }
    }
  }
  for (const started of open) ignores.push(stretch(started, text.length, 'open-stretch'));
  return ignores.sort((a, b) => a.span.start - b.span.start);
}

type Opened = Pick<IgnoreComment, 'span' | 'rules' | 'reason'>;

/** Takes the start that an end answers off the list: the last one of the same rules, else the last one. */
function closedBy(open: Opened[], rules: readonly string[]): Opened | undefined {
  const same = open.findLastIndex((started) => started.rules.join() === rules.join());
  return open.splice(same === -1 ? open.length - 1 : same, 1)[0];
}

const stretch = (started: Opened, end: number, form: 'stretch' | 'open-stretch'): IgnoreComment => ({
  ...started,
  target: { start: started.span.start, end },
  form,
});

const nothingAt = ({ end }: Span): Span => ({ start: end, end });

/** The last sentence of its block that begins before it; before the first there is none, and nothing is silenced. */
function sentenceAt(
  sentences: readonly Sentence[],
  blocks: readonly Block[],
  block: number,
  span: Span,
): Span {
  const isHere = (at: number): boolean =>
    at === block || (blocks[block]?.kind === 'row' && blocks[at]?.parent === block);
  const before = sentences.findLast((each) => each.span.start < span.start && isHere(each.block));
  return before?.span ?? nothingAt(span);
}

/** A comment of its own silences the block after it; one inside a leaf silences that leaf. */
function nextBlock(blocks: readonly Block[], index: number, span: Span): Span {
  const own = blocks[index];
  if (own && (own.prose !== undefined || own.kind === 'row')) return own.span;
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.parent !== own?.parent) {
      // Nothing follows in the same container.
      if (block && own && block.span.start >= (blocks[own.parent ?? -1]?.span.end ?? Infinity)) break;
      continue;
    }
    if (block.kind !== 'comment') return block.span;
  }
  return span;
}

/** "unsourced-claim, stale-date: own observation" in its parts. */
function meaningOf(words: string): { rules: readonly string[]; reason: string } {
  const begins = REASON_BEGINS.exec(words);
  const before = (begins ? words.slice(0, begins.index) : words).trim();
  const reason = begins
    ? words
        .slice(begins.index + begins[0].length)
        .trim()
        .replace(/\s+/g, ' ')
    : '';
  if (before === '') return { rules: [], reason };
  // Words that can be no rule names are a reason without its colon.
  return RULES.test(before) && (begins !== null || before.includes('-') || !before.includes(' '))
    ? { rules: before.toLowerCase().split(/[\s,]+/), reason }
    : { rules: [], reason: words.trim() };
}

/** `inquiry-ignore:` in front matter: one rule, a list of rules, or rules with reasons. */
function ofFile(text: string, frontMatter: FrontMatter): IgnoreComment[] {
  const ignores: IgnoreComment[] = [];
  for (const [path, span] of frontMatter.spans) {
    if (path !== KEY && !path.startsWith(`${KEY}.`)) continue;
    const value = text
      .slice(span.start, span.end)
      .trim()
      .replace(/^(["'])([\s\S]*)\1$/, '$2');
    const key = path.split('.').at(-1) ?? '';
    const isRule = path !== KEY && !/^\d+$/.test(key);
    const said = isRule ? { rules: [key], reason: value === 'true' ? '' : value } : meaningOf(value);
    if (value === 'false') continue;
    ignores.push({
      span,
      rules: value === 'true' && !isRule ? [] : said.rules,
      reason: said.reason,
      target: { start: 0, end: text.length },
      form: 'file',
    });
  }
  return ignores;
}

const KEY = 'inquiry-ignore';
