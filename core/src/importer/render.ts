/** Writes imported lines and notes as Markdown with front matter. */
import { toBlocks, type Block, type Section } from './page.ts';

/** YAML for one field: plain where that is safe, else quoted. */
export function yaml(value: string): string {
  // A colon is plain inside a word ("arXiv:2511.00222"), a "#" never surely so.
  const plain = /^\p{L}(?:[^:#'"[\]{}&*!|>%@`\\\n]|:(?=[^\s:]))*$/u.test(value) && !/\s$/.test(value);
  return plain && !/^(?:true|false|null|yes|no|on|off)$/i.test(value) ? value : JSON.stringify(value);
}

export function frontMatter(
  fields: readonly (readonly [string, string | readonly string[]])[],
  more: readonly string[] = [],
): string {
  const lines = fields.flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${name}: ${yaml(value)}`]
      : value.length === 0
        ? []
        : [`${name}:`, ...value.map((one) => `  - ${yaml(one)}`)],
  );
  return ['---', ...lines, ...more, '---'].join('\n');
}

/** Paragraphs as they stand; a block's own line ends are kept, since a list or a table may live on them. */
export const renderBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block) => block.lines.join('\n')).join('\n\n');

/** The prompt in a part that folds. Lines copied from a page become paragraphs and lists, word for word. */
export function renderPrompt(section: Section): string {
  const lines = section.blocks
    .flatMap((block) => [...block.lines, ''])
    .map((line) => line.replace(/^\s*•\s*/, '- ').replace(/^\((\d{1,2})\)\s+/, '$1. '));
  const out: string[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1] ?? '';
    const isItem = (one: string): boolean => /^(?:- |\d{1,2}\. )/.test(one);
    // A line end on a page is a new paragraph there; in Markdown it needs a blank line, save between items of one list.
    if (index > 0 && line !== '' && previous !== '' && !(isItem(line) && isItem(previous))) out.push('');
    out.push(line);
  });
  const body = toBlocks(out, 0).map((block) => block.lines.join('\n'));
  return ['<details>', `<summary>${section.heading}</summary>`, '', body.join('\n\n'), '', '</details>'].join(
    '\n',
  );
}

/** Next lines: one a line or block on the page, one an item here. */
export function renderNext(section: Section): string {
  const items = section.blocks.flatMap((block) =>
    block.lines.map((line) => line.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, '').trim()),
  );
  return items.map((item) => `- ${item}`).join('\n');
}
