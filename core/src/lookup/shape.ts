/** Looking into parsed XML and JSON of unknown shape without casting. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is a list, a list of it if it is a single one, else none. */
export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A string, or an XML element's text (kept under "#text" when it has attributes); blanks folded; else "". */
export function text(value: unknown): string {
  const found = isRecord(value) ? value['#text'] : value;
  return typeof found === 'string' ? found.replace(/\s+/g, ' ').trim() : '';
}
