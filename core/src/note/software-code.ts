/**
 * What a code span names, as far as software goes: a file, a command, an option, a call, a setting. Formulas and a paper's own
 * variables are written in the same marks and are none of these.
 */
import type { Note, Sentence } from './model.ts';

const SCRIPT = /[\w*-]\.(?:ts|tsx|js|jsx|mjs|cjs|py|r|jl|sh|rb|pl|go|rs|ipynb|sql|do|m)$/i;
const FILE =
  /(?:^|[/\w*-])\.(?:ts|tsx|js|jsx|mjs|cjs|py|r|jl|sh|rb|pl|go|rs|ipynb|java|c|cpp|h|cs|php|sql|json|jsonl|ya?ml|toml|ini|cfg|conf|env|lock|html|css|xml|csv|vsix|exe|whl)$/i;
const COMMAND =
  /^(?:\$ ?)?(?:sudo )?(?:npx|npm|pnpm|yarn|bun|deno|node|tsx|python[\d.]*|pip3?|pytest|uv|poetry|conda|make|cmake|cargo|go|git|docker|podman|kubectl|bash|sh|curl|wget|brew|apt|Rscript|julia|java|mvn|gradle|hyperfine|perf|time|\.\/[\w./-]+) \S/;
const OPTION = /^--?[a-z][\w-]*(?:[ =]\S+)?$/;
const CALL = /^[\w$.]{3,}\([^()]*\)$/;
/** `cache.maxEntries`, `maxEntries`, `max_entries`; a formula's names are shorter. */
const NAME =
  /^[A-Za-z_$@][\w$@-]{2,}(?:(?:\.|::)[\w$*-]{3,})+$|^[a-z]{3,}(?:[A-Z][a-z]{2,})+$|^[A-Za-z]{3,}(?:_[A-Za-z]{3,})+$/;
const PATH = /^\.{0,2}\/?[\w.@-]{2,}(?:\/[\w.*@-]+)+\/?$|^[\w.@-]{3,}\/$/;

const SIGNS: readonly RegExp[] = [FILE, COMMAND, OPTION, CALL, NAME, PATH];

/** Code of software in a sentence, in order. */
export function softwareIn(note: Note, sentence: Sentence): { text: string; start: number }[] {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return [];
  const found: { text: string; start: number }[] = [];
  for (const { start, end } of prose.code) {
    if (start < sentence.prose.start || end > sentence.prose.end) continue;
    const text = prose.text.slice(start, end).trim();
    if (SIGNS.some((sign) => sign.test(text)) && isSpan(note, prose.sourceOffset(start)))
      found.push({ text, start: start - sentence.prose.start });
  }
  return found;
}

/** Commands that set something up. */
const SETS_UP = /\b(?:install|i|add|clone|init|pull|push|commit|checkout|login|update|upgrade)\b/;

/** A command, or a script that is run by one: what makes figures. */
export const isRun = (text: string): boolean =>
  SCRIPT.test(text) || (COMMAND.test(text) && !SETS_UP.test(text));

/** In backticks: a formula stands in other marks. */
const isSpan = ({ text }: Note, start: number): boolean =>
  text.slice(Math.max(0, start - 2), start + 1).includes('`');
