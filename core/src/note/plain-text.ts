/**
 * Makes a text fit for the Markdown parser without moving a single character: every offset in the result is an offset in
 * the original. What the parser would fold (`\r\n`) or refuse (NUL, a byte order mark) is replaced unit by unit.
 */

const CARRIAGE_RETURN = /\r(\n?)/g;

/**
 * `\r\n` becomes tab and `\n`: a tab at a line's end is blank to every rule and, unlike a space, cannot be half of a hard
 * break. A lone `\r` becomes `\n`, NUL the replacement character, a byte order mark a space.
 */
export function toPlainText(text: string): string {
  let plain = text;
  if (plain.includes('\r'))
    plain = plain.replace(CARRIAGE_RETURN, (_, lineFeed: string) => (lineFeed === '' ? '\n' : '\t\n'));
  if (plain.includes('\0')) plain = plain.replaceAll('\0', '\uFFFD');
  return plain.startsWith('\uFEFF') ? ` ${plain.slice(1)}` : plain;
}
