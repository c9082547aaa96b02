/**
 * Stretches that say nothing of themselves: a label with its value ("Topics: memory, agents", "Items in the last week: 3"), a line of
 * a reference list, a single word, and the bare title of a work ("Deep Residual Learning for Image Recognition [arXiv]"). Vaults and reading lists are full of both.
 */

/** "Topics", "Last seen": a few words and a colon. */
const LABEL = /^[*_\s]*([A-Za-z][A-Za-z\d'’/ -]{1,38})[*_]*:\s*(.*)$/s;
const FILING =
  /\b(?:topics?|tags?|keywords?|authors?|sources?|senders?|subjects?|recipients?|published(?: at)?|updated(?: at)?|created(?: at)?|modified|accessed|captured|ingested|(?:first|last) (?:seen|updated|checked|published)(?: at)?|dates?|status|categor(?:y|ies)|aliases|links?|url|uri|doi|isbn|arxiv|id|slug|venue|journal|publisher|licen[cs]e|version|priority|due|assignee|owner|project|course|instructor|lecturer|related(?: (?:topics|notes|pages|work))?|see also|backlinks|parent|type|kind|format|language|pages?|read(?:ing)? time|word count|rating|score|funding|sponsors?|deadline)$/i;
/** A count or a date; figures with a point or a percentage are results. */
const BARE_VALUE =
  /^\s*(?:\d{1,6}|\d{4}-\d\d(?:-\d\d)?(?:T\S*)?|none|n\/a|unknown|yes|no|true|false|-|–)\s*\.?\s*$/i;
/** With one of these behind the label something is said, whatever the label. */
const SAYS_SOMETHING =
  /\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would|shows?|showed|finds?|found|uses?|used|proposes?|proposed)\b/i;

export function isMetadata(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon < 2 || colon > 44) return false;
  const [, label = '', value = ''] = LABEL.exec(text) ?? [];
  if (label === '') return false;
  if (BARE_VALUE.test(value)) return true;
  return FILING.test(label.trim()) && !SAYS_SOMETHING.test(value);
}

/** What is set rather than found: "rate 0.1", "batch 32", "AdamW". */
const SETTING =
  /\b(?:(?:learning|dropout|sampling) rate|rate(?= (?:0?\.\d|\de-))|lr|batch(?: size)?|epochs?|(?:training |warm-?up )?steps|layers|heads|depth|width|(?:weight )?decay|warm-?up|momentum|beta|alpha|gamma|lambda|temperature|seeds?|dropout|(?:label )?smoothing|adamw?|sgd|rmsprop|kernel|stride|padding|beam|threshold|patience|clipping|optimi[sz]er|bf16|fp16|fp32|top-[kp])\b/gi;
const OUTCOME =
  /[%‰×]|\b(?:accurac(?:y|ies)|f1|bleu|rouge|perplexity|ppl|auc|scores?|error|loss|recall|best|worst|better|worse|more|less|fewer|higher|lower|than|faster|slower|points?|gain|sota|wins?|beats?|helps?|hurts?|works?)\b/i;
const MOST_WORDS = 14;

/** "Stochastic depth, rate 0.1": a line of settings, with no verb, no stop and no outcome. */
export function isSettings(text: string): boolean {
  if (!/\d/.test(text) || /[.!?:;]\s*$/.test(text) || OUTCOME.test(text) || SAYS_SOMETHING.test(text))
    return false;
  if ((text.match(/[\p{L}\d][\p{L}\d.-]*/gu)?.length ?? 0) > MOST_WORDS) return false;
  const named = text.match(SETTING)?.length ?? 0;
  return named > 1 || (named > 0 && text.includes(','));
}

/** Who, "what", where and when: a line of a reference list with its title in quotation marks. */
const REFERENCE =
  /^(?:\[?\d{1,3}[\].)]\s+)?\p{Lu}[\p{L}’'.-]*(?:(?:,? (?:and|&)|,)? (?:\p{Lu}[\p{L}’'.-]*|et al\.?)){0,12}[,.:]?(?: \(?(?:1[5-9]|20)\d\d[a-z]?\)?[,.:]?)? (?:“[^“”]{8,250}”|"[^"]{8,250}")[,.]?(?: [^"“”]{1,80})?$/u;
const YEAR = /\b(?:1[5-9]|20)\d\d\b/;
/** "A Title" by its authors, and what is at hand of it: an entry of a reading list. */
const ENTRY =
  /^(?:\[?\d{1,3}[\].):]\s+)?(?:“[^“”]{8,250}”|"[^"]{8,250}"),? by \p{Lu}[\p{L}’'.-]*(?:(?:,? (?:and|&)|,)? (?:\p{Lu}[\p{L}’'.-]*|(?:van|von|de|den|der|del|della|di|da|la|le|el|al|bin|ibn)\b|et al\.?))*(?:,? (?:1[5-9]|20)\d\d)?,?(?: [([][^()[\]]{1,60}[)\]])?(?:[ ,.|·]+(?:[Pp]aper|pdf|PDF|summary|notes?|code|slides|video|talk|blog|post|review|link|website|demo|ar[Xx]iv|book|thesis|chapter)s?)*\.?$/u;

/** Who, what, where and when, with nothing in quotation marks: "Abel & Born, The memory function of sleep, Nat Rev 2010". */
const PLAIN_REFERENCE =
  /^\p{Lu}[\p{L}’'-]+(?:, \p{Lu}[\p{L}’'-]+){0,4}(?:,? (?:and|&) \p{Lu}[\p{L}’'-]+|,? et al\.?),? [^“”"]{8,180}, \p{Lu}[\p{L}.& -]{1,50},? (?:1[5-9]|20)\d\d\.?$/u;
const LONGEST_REFERENCE = 400;

export function isReference(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_REFERENCE) return false;
  if (!/["”]/.test(text)) return PLAIN_REFERENCE.test(trimmed);
  if (ENTRY.test(trimmed)) return true;
  return YEAR.test(text.replace(/["“][^"“”]*["”]/g, '')) && REFERENCE.test(trimmed);
}

/** Small words that titles leave small, and what many write so too. */
const SMALL = new Set(
  'a an and as at but by for from in into is its nor of off on or out over per the to up upon via vs with without based using through towards toward between under beyond across within among against during'.split(
    ' ',
  ),
);
const NUMBERING = /^\s*(?:\d{1,4}[.:)]?\s+)/;
/** "[arXiv]", "(shared topics: …)". */
const TRAILING = /\s*[[(][^\])]*[\])]?\s*$/;

/** A measured value: a name with one behind it is no title. */
const MEASURED = /\d[.,]\d|\d\s?[%‰×]/;
/** "(5B tokens, 100k vocab)": what stands in the bracket is said of the name before it. */
const COUNTED = /[[(][^\])]*\b\d[\d.,]*\s?[kKMBT]?\s[a-z]/;

/** Every word but the small ones begins with a capital, or it is the only one, and no full stop ends it: a work's title, a mere name. */
export function isTitle(text: string): boolean {
  // Most sentences end in a full stop; a bracket alone may take it away.
  if (/[.!?;]\s*$/.test(text) && !/[[(]/.test(text)) return false;
  if (COUNTED.test(text)) return false;
  const bare = text.replace(NUMBERING, '').replace(TRAILING, '');
  // An item of one word names a thing, in small letters too.
  if (/^\s*[\p{L}-]+\s*$/u.test(bare)) return true;
  if (/[.!?;]\s*$/.test(bare) || MEASURED.test(bare)) return false;
  let capitals = 0;
  for (const word of bare.split(/[\s/–—:,-]+/)) {
    if (word === '' || SMALL.has(word)) continue;
    const first = word.charAt(0);
    if (first >= 'a' && first <= 'z') return false;
    if (first >= 'A' && first <= 'Z') capitals++;
  }
  return capitals > 0;
}
