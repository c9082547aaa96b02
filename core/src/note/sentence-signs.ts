/** The signs that sentences are made of: stops, blanks, capitals, and what can follow a stop. Decides nothing. */

/** What can only continue a sentence. */
export const CONTINUERS = ',;:)]}%&=|/*–—-…·’”»›.!?^，、；：）」』】》';

/** Where `sign` stands in the next `reach` characters; -1 when it does not. */
export function within(text: string, sign: string, from: number, reach: number): number {
  const at = text.slice(from, from + reach).indexOf(sign);
  return at === -1 ? -1 : from + at;
}

/** "[...]" and "(…)". */
export function isOmission(text: string, at: number, end: number): boolean {
  const before = text[at - 1];
  if (before !== '[' && before !== '(') return false;
  const stops = stopsEnd(text, at);
  return stops < end && (text[stops] === ']' || text[stops] === ')');
}

export function stopsEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    while (isStop(text.charCodeAt(end))) end++;
    // ". . ." is one ellipsis.
    if (text.charCodeAt(end - 1) === 46 && text.charCodeAt(end) === 32 && text.charCodeAt(end + 1) === 46)
      end += 2;
    else return end;
  }
}

export const isWideStop = (unit: number): boolean =>
  unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff0e || unit === 0xff61;
export const isStop = (unit: number): boolean =>
  unit === 46 || unit === 33 || unit === 63 || unit === 0x2026 || isWideStop(unit);
/** Chinese, Japanese and Korean writing, which needs no blank after a stop. */
export const isWide = (unit: number): boolean => unit >= 0x2e80 && unit < 0xd7b0;

/** Whether what begins at `next` can only continue a sentence. */
export function goesOn(text: string, next: number): boolean {
  const unit = text.charCodeAt(next);
  if (isUpper(unit) || (unit >= 48 && unit <= 57) || isWide(unit)) return false;
  if (isLower(unit)) return !/^[a-z]+[A-Z]/.test(text.slice(next, next + 16));
  return CONTINUERS.includes(text[next] ?? ',');
}

/** What `String.trim` takes away. */
export const isBlank = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 160 ||
  (unit >= 0x1680 &&
    (unit === 0x1680 ||
      (unit >= 0x2000 && unit <= 0x200a) ||
      unit === 0x2028 ||
      unit === 0x2029 ||
      unit === 0x202f ||
      unit === 0x205f ||
      unit === 0x3000 ||
      unit === 0xfeff));
export const isSpaceOrTab = (unit: number): boolean => unit === 32 || unit === 9 || unit === 13;

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function startsWithBlanks(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}

function isLower(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

export const isWordBreak = (unit: number): boolean =>
  isBlank(unit) || '()[]{}"“”‘’\'«»/,;:—–'.includes(String.fromCharCode(unit));

export function wordAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < 24 && /[\p{L}\p{N}'’-]/u.test(text[end] ?? ' ')) end++;
  return text.slice(from, end);
}

/** A number or a label, as after "Fig.": "3", "(2)", "[12]", "IV", "S1", "B". */
export const isLabel = (word: string, unit: number): boolean =>
  unit === 40 ||
  unit === 91 ||
  unit === 123 ||
  unit === 64 ||
  unit === 36 ||
  unit === 35 ||
  /^\d/.test(word) ||
  /^[A-Z](?:[IVX]*|[\d.-]*)$/.test(word);

export const wordCount = (text: string): number => text.trim().split(/\s+/).length;
