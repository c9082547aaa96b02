/** The marks by which authors say that a source is still to come. Finding whose they are is `rules/fixes/citation-needed.ts`'s. */

/** "[citation needed]", "{{cn}}", "[source?]", "\cite{?}", "(citation needed)"; not global. */
export const DEBT_MARK =
  /\[\s*(?:citation|source|reference)s?[ -]needed\s*\??\s*\]|\{\{\s*(?:cn|fact|citation needed|source\?)[^{}\n]{0,60}\}\}|\[\s*(?:cite|source|ref|cn|citation|TODO:? ?cite)\s*\?*\s*\](?![([:])|\\cite\{\s*\?*\s*\}|\[@\?+\]|\(\s*citation needed\s*\)/i;

/** What each of them begins with. */
export const MAY_BE_DEBT = /[[{(\\]/;

const AT_START = new RegExp(`^(?:${DEBT_MARK.source})`, 'i');
const LONGEST = 96;

/** The end of the mark that begins at `from`; -1 when none does. */
export function debtMarkEnd(text: string, from: number): number {
  const found = AT_START.exec(text.slice(from, from + LONGEST));
  return found ? from + found[0].length : -1;
}
