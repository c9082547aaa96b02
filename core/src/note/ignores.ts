/**
 * Reads ignore comments. In a note:
 *
 *     <!-- inquiry-ignore unsourced-claim, stale-date: own observation -->   on its own, the next block; in a line of prose, its block
 *     A claim. <!-- inquiry-ignore-line unsourced-claim: seen at the workshop -->   the line that it stands on
 *     <!-- inquiry-ignore-start --> … <!-- inquiry-ignore-end -->                   what is between them, or to the note's end
 *
 * and in front matter for the whole file, rule to reason or a list of rules:
 *
 *     inquiry-ignore:
 *       unsourced-claim: a diary
 *
 * Without rules, every rule is meant. The reason is what follows the colon.
 */
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block, FrontMatter, IgnoreComment } from './model.ts';

const COMMENT = /<!--\s*inquiry-ignore(-line|-start|-end|-next-line)?(?=[\s:-])([\s\S]*?)-->/g;
const RULES = /^[a-z][a-z-]*(?:[\s,]+[a-z][a-z-]*)*$/;

/** `comments` are spans that may hold comments, each with the block it stands in. */
export function readIgnores(
  text: string,
  lines: Lines,
  blocks: readonly Block[],
  comments: readonly { readonly span: Span; readonly block: number }[],
  frontMatter: FrontMatter | undefined,
): IgnoreComment[] {
  const ignores = frontMatter ? ofFile(text, frontMatter) : [];
  const open: { span: Span; rules: readonly string[]; reason: string }[] = [];
  for (const comment of comments) {
    const source = text.slice(comment.span.start, comment.span.end);
    if (!source.includes('inquiry-ignore')) continue;
    for (const found of source.matchAll(COMMENT)) {
      const start = comment.span.start + found.index;
      const span = { start, end: start + found[0].length };
      const said = meaningOf(found[2] ?? '');
      if (found[1] === '-start') open.push({ span, ...said });
      else if (found[1] === '-end') {
        const started = open.pop();
        if (started) ignores.push(stretch(started, span.end));
      } else if (found[1] === '-line') {
        ignores.push({ span, ...said, target: lines.span(lines.lineAt(start)), form: 'line' });
      } else {
        const target =
          found[1] === '-next-line' ? nextLine(lines, start) : nextBlock(blocks, comment.block, span);
        ignores.push({ span, ...said, target, form: found[1] === '-next-line' ? 'line' : 'next-block' });
      }
    }
  }
  for (const started of open) ignores.push(stretch(started, text.length));
  return ignores.sort((a, b) => a.span.start - b.span.start);
}

const stretch = (
  started: { span: Span; rules: readonly string[]; reason: string },
  end: number,
): IgnoreComment => ({ ...started, target: { start: started.span.start, end }, form: 'stretch' });

function nextLine(lines: Lines, offset: number): Span {
  return lines.span(lines.lineAt(offset) + 1);
}

/** A comment of its own silences the block after it; one inside a leaf silences that leaf. */
function nextBlock(blocks: readonly Block[], index: number, span: Span): Span {
  const own = blocks[index];
  if (own && own.prose !== undefined) return own.span;
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
  const colon = words.indexOf(':');
  const before = (colon === -1 ? words : words.slice(0, colon)).trim();
  const reason =
    colon === -1
      ? ''
      : words
          .slice(colon + 1)
          .trim()
          .replace(/\s+/g, ' ');
  if (before === '') return { rules: [], reason };
  // Words that can be no rule names are a reason without its colon.
  return RULES.test(before) && (colon !== -1 || before.includes('-') || !before.includes(' '))
    ? { rules: before.split(/[\s,]+/), reason }
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
