/** The marks by which authors say that a source is still to come. Finding whose they are is `rules/fixes/citation-needed.ts`'s. */

/** What is owed. */
const OWED = '(?:citations?|cites?|sources?|refs?|references?)';
const TO_COME = '(?:needed|required|wanted|pending|to (?:add|come|find|follow)|tbd|tk)';
const ERRAND =
  '(?:(?:needs?|wants?|lacks?|add|insert|find)|to[ -]?do[:,]?(?: (?:add|find|insert|look up))?)(?: an?| the| some| proper| better){0,2}';
/** "(add source code)" and "(find reference values)" are other errands. */
const FOR = '(?: (?:for|from|here|this|that|it|@)[^()[\\]{}\\n]{0,40})?';
const WORDS = [
  `${OWED}[ -]${TO_COME}${FOR} ?\\??`,
  `(?:missing citations?|citations? missing)${FOR}`,
  `${ERRAND} ?${OWED}${FOR}`,
  'to[ -]?do[:,]? cite [^()[\\]{}\\n]{1,40}',
  `${OWED} ?\\?+`,
  `${OWED}: ?(?:\\?+|to[ -]?do|tbd|tk)`,
].join('|');

/** "[citation needed]", "{{cn}}", "[source?]", "\cite{?}", "(needs citation)", "(TODO: cite)", "(ref?)"; not global. */
export const DEBT_MARK = new RegExp(
  [
    `\\[\\s*(?:${WORDS}|(?:cite|source|ref|cn|citation) ?\\?*)\\s*\\](?![([:])`,
    `\\(\\s*(?:${WORDS}|cite)\\s*\\)`,
    String.raw`\{\{\s*(?:cn|fact|citation needed|source\?)[^{}\n]{0,60}\}\}`,
    String.raw`\\cite\{\s*\?*\s*\}|\[@\?+\]`,
  ].join('|'),
  'iu',
);

/** What each of them begins with. */
export const MAY_BE_DEBT = /[[{(\\]/;

const AT_START = new RegExp(`^(?:${DEBT_MARK.source})`, DEBT_MARK.flags);
const LONGEST = 96;

/** The end of the mark that begins at `from`; -1 when none does. */
export function debtMarkEnd(text: string, from: number): number {
  const found = AT_START.exec(text.slice(from, from + LONGEST));
  return found ? from + found[0].length : -1;
}
