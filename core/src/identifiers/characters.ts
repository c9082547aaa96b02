/** Character classes by UTF-16 unit, for the hand-written parts of the identifier grammars. */

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** ASCII letters. */
export const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** Letters (Latin ones with marks included), digits and "_": what makes a word go on. */
export const isWordUnit = (unit: number): boolean =>
  isLetter(unit) ||
  isDigit(unit) ||
  unit === 95 ||
  (unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7);

/** Blank, tab, line end or no-break space. */
export const isBlank = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 160 || unit === 0x202f;
