/**
 * The entries of a .bib file as written: type, key, fields, line. Strings and concatenation are resolved here, TeX and
 * meaning are not. A broken entry is one fault; reading goes on at the next "@" that starts a line.
 *
 * Our own, because what fits is missing: @retorquere/bibtex-parser takes 3.4 ms an entry and @citation-js/plugin-bibtex
 * gives up a whole file at its first error; neither says on which line an entry stands.
 */
import { faultsOfNames, isStringName, type UndefinedName } from './undefined-strings.ts';

export interface BibtexEntry {
  /** Lower case. */
  readonly type: string;
  readonly key: string;
  /** Names in lower case; values with their TeX, without their outer braces. */
  readonly fields: ReadonlyMap<string, string>;
  /** From 0. */
  readonly line: number;
  /** UTF-16 offset of the key, and of what follows the entry. */
  readonly keyAt: number;
  readonly end: number;
}

export interface BibtexFault {
  readonly line: number;
  readonly message: string;
}

// The month macros that every BibTeX style defines.
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export function bibtexEntries(file: string): { entries: BibtexEntry[]; faults: BibtexFault[] } {
  // Line ends of old Macs; every offset stays.
  const text = file.includes('\r') ? file.replace(/\r(?!\n)/g, '\n') : file;
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  const undefinedNames: UndefinedName[] = [];
  const strings = new Map<string, string>(MONTHS.map((month) => [month, month]));
  // Within a word, "@" is an address: "ada@example (work)".
  const opening = /(?<![\w.+-])@[ \t]*([A-Za-z]+)\s*([{(])/g;
  let line = 0;
  let lineEnd = text.indexOf('\n');
  /** Where the entry before ended: a "%" in its values makes no comment of what follows on the line. */
  let after = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    // BibTeX knows no comments, but everyone writes "% @article{old, …}".
    const before = text.slice(after, match.index);
    if (before.slice(before.lastIndexOf('\n') + 1).includes('%')) continue;
    // The next line's end is kept: in a file of one line, looking for it from each entry would take all day.
    for (; lineEnd >= 0 && lineEnd < match.index; lineEnd = text.indexOf('\n', lineEnd + 1)) line++;
    const type = (match[1] ?? '').toLowerCase();
    const scanner = new Scanner(text, opening.lastIndex, match[2] === '(' ? ')' : '}', strings);
    if (type === 'comment' || type === 'preamble') {
      // "@comment{" may hold anything, jabref's settings with braces among it.
      opening.lastIndex = after = Math.max(scanner.skip(), opening.lastIndex);
      continue;
    }
    let name = `@${type} that starts here`;
    if (type === 'string') {
      for (const [name, value] of scanner.fields()) strings.set(name, value);
    } else {
      const key = scanner.key();
      const { keyAt } = scanner;
      const fields = scanner.fields();
      if (key !== '' || fields.size > 0) entries.push({ type, key, fields, line, keyAt, end: scanner.at });
      if (key !== '') name = `entry "${key}"`;
    }
    if (scanner.fault !== undefined)
      faults.push({
        line: line + breaksIn(text.slice(match.index, scanner.faultAt)),
        message: `The ${name} ${scanner.fault}; what could be read of it was kept, and reading went on after it.`,
      });
    else
      for (const { name, at } of scanner.undefinedNames)
        undefinedNames.push({ name, line: line + breaksIn(text.slice(match.index, at)) });
    opening.lastIndex = after = scanner.at;
  }
  faults.push(...faultsOfNames(undefinedNames));
  return { entries, faults };
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** Letters of any script; managers add signs of their own: "bdsk-url-1", "note+duplicate", "annote*". */
const FIELD_NAME = String.raw`[\p{L}_][\p{L}\w:.+*/-]*`;
const FIELD = new RegExp(String.raw`(${FIELD_NAME})\s*=\s*`, 'uy');
const FIELD_AND_VALUE = new RegExp(String.raw`${FIELD_NAME}\s*=\s*[{"\d]`, 'uy');
const MORE_FIELDS = new RegExp(String.raw`\s*,\s*${FIELD_NAME}\s*=\s*[{"\d]`, 'uy');
const FIELD_OR_ENTRY_LINE = new RegExp(
  String.raw`\n[ \t]*(?:(@)[ \t]*[A-Za-z]+\s*[{(]|${FIELD_NAME}\s*=\s*[{"\d])`,
  'gu',
);
const FIELD_LINE = new RegExp(String.raw`,[ \t]*\r?\n[ \t]*${FIELD_NAME}\s*=\s*[{"\d]`, 'gu');
const BLANK = /[ \t]/;
/** "@book{key," and then a field or the line's end; an abstract that quotes an entry is rarer than a lost brace. */
const ENTRY_LINE = new RegExp(
  String.raw`^@[ \t]*[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}="]+[ \t]*,[ \t]*(?:\r?\n|$|${FIELD_NAME}\s*=)`,
  'u',
);

/** The pattern's match at, or for a global one from, the offset. */
function matchFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

class Scanner {
  at: number;
  /** Where the key stands, once it is read. */
  keyAt: number;
  /** The first thing that was wrong, and where it shows. */
  fault: string | undefined;
  faultAt: number;
  /** Bare words that are neither numbers nor defined. */
  readonly undefinedNames: { readonly name: string; readonly at: number }[] = [];
  readonly #text: string;
  readonly #close: string;
  readonly #strings: ReadonlyMap<string, string>;

  constructor(text: string, at: number, close: string, strings: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.keyAt = at;
    this.faultAt = at;
    this.#close = close;
    this.#strings = strings;
  }

  key(): string {
    this.#blanks();
    this.keyAt = this.at;
    // A DOI used as a key has brackets in it; in an entry with round ones, they would close it.
    const key =
      matchFrom(this.#close === '}' ? /[^\s,={}"%]*/y : /[^\s,={}()"%]*/y, this.#text, this.at)?.[0] ?? '';
    // "@article{title = …" has no key.
    if (matchFrom(/\s*=/y, this.#text, this.at + key.length)) return '';
    // Some write keys of several words; a comma on the same line shows that they did.
    const words = /(?:[ \t]+[^\s,={}()"%]+)+(?=[ \t]*,)/y;
    const more = key === '' ? '' : (matchFrom(words, this.#text, this.at + key.length)?.[0] ?? '');
    this.at += key.length + more.length;
    this.#blanks();
    if (this.#text.charAt(this.at) === ',') this.at++;
    return key + more;
  }

  /** The fields up to the closing bracket; of a repeated field the first counts, as in BibTeX. What is broken costs its own field. */
  fields(): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#blanks();
      const char = this.#text.charAt(this.at);
      if (char === ',') {
        this.at++;
        continue;
      }
      if (char === this.#close) {
        this.at++;
        if (!matchFrom(MORE_FIELDS, this.#text, this.at)) return fields;
        this.#found('has a closing bracket too many', this.at - 1);
        continue;
      }
      const match = matchFrom(FIELD, this.#text, this.at);
      if (!match) {
        if (this.#isOver()) this.#found('is never closed');
        else this.#found('has something other than "name = value" in it', this.at);
        if (this.#nextField()) continue;
        return fields;
      }
      this.at += match[0].length;
      const key = (match[1] ?? '').toLowerCase();
      const value = this.#value(key);
      if (!fields.has(key)) fields.set(key, value);
      this.#blanks();
      const after = this.#text.charAt(this.at);
      if (after === ',' || after === this.#close) continue;
      // A forgotten comma before the next field loses nothing.
      if (matchFrom(FIELD_AND_VALUE, this.#text, this.at)) continue;
      if (this.#isOver()) this.#found('is never closed');
      else this.#found(`has words after the value of "${key}" that do not belong to it`, this.at);
      if (!this.#nextField()) return fields;
    }
  }

  /** `at`: where it shows; else at the entry's own start. */
  #found(fault: string, at = this.faultAt): void {
    if (this.fault !== undefined) return;
    this.fault = fault;
    this.faultAt = at;
  }

  #isOver(): boolean {
    return this.at >= this.#text.length || this.#startsEntry(this.at);
  }

  /** To the next line that begins a field, of this entry; false, at the next entry or the end, when there is none. */
  #nextField(): boolean {
    if (this.#startsEntry(this.at)) return false;
    const match = matchFrom(FIELD_OR_ENTRY_LINE, this.#text, this.at);
    this.at = match ? match.index + 1 : this.#text.length;
    return match !== null && match[1] === undefined;
  }

  /** Past the closing bracket of what is not read; -1 when there is none. */
  skip(): number {
    let depth = 1;
    for (let i = this.at; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === '{' || (char === '(' && this.#close === ')')) depth++;
      else if (char === '}' || (char === ')' && this.#close === ')')) depth--;
      if (depth === 0) return i + 1;
    }
    return -1;
  }

  /** `{…} # name # "…"`; of a value that does not end, with a fault, its first line. `field`: whose value it is. */
  #value(field: string): string {
    let value = '';
    for (;;) {
      this.#blanks();
      const char = this.#text.charAt(this.at);
      if (char === '{' || char === '"') {
        const end = this.#quoted(char);
        if (end < 0 || this.#tookTheRest(end)) {
          this.#found(`has a value of "${field}" that is never closed`, this.at);
          const lineEnd = this.#text.indexOf('\n', this.at);
          const line = this.#text.slice(this.at + 1, lineEnd < 0 ? undefined : lineEnd);
          this.at = lineEnd < 0 ? this.#text.length : lineEnd;
          return value + line.replace(/["}\s,]+$/, '');
        }
        value += this.#text.slice(this.at + 1, end);
        this.at = end + 1;
      } else {
        const word = matchFrom(/[^\s,#{}()"=%]+/y, this.#text, this.at)?.[0];
        if (word === undefined) return value;
        this.at += word.length;
        const meant = this.#strings.get(word.toLowerCase());
        // Months are understood by any name.
        if (meant === undefined && isStringName(word) && field !== 'month')
          this.undefinedNames.push({ name: word, at: this.at - word.length });
        value += meant ?? word;
      }
      this.#blanks();
      if (this.#text.charAt(this.at) !== '#') return value;
      this.at++;
    }
  }

  /** Whether a value ended with the bracket that was meant for the entry: fields stand in it, and the entry has no end. */
  #tookTheRest(end: number): boolean {
    const after = matchFrom(/\s*/y, this.#text, end + 1)?.[0].length ?? 0;
    const at = end + 1 + after;
    if (at < this.#text.length && !this.#startsEntry(at)) return false;
    const field = matchFrom(FIELD_LINE, this.#text, this.at);
    return field !== null && field.index < end;
  }

  /** Offset of the closing brace or quote; braces inside must balance, as BibTeX has it. */
  #quoted(open: string): number {
    let depth = 0;
    for (let i = this.at + 1; i < this.#text.length; i++) {
      const unit = this.#text.charCodeAt(i);
      if (unit === 92) {
        // An escaped quote or brace: real files have them, whatever BibTeX makes of them.
        const next = this.#text.charCodeAt(i + 1);
        if (next === 34 && depth === 0 && open === '"') i++;
      } else if (unit === 123) depth++;
      else if (unit === 125) {
        if (depth === 0) return open === '{' ? i : -1;
        depth--;
      } else if (unit === 34 && depth === 0 && open === '"') return i;
      else if (unit === 64 && this.#startsEntry(i)) return -1;
    }
    return -1;
  }

  /** A line that opens an entry, met inside another one: a bracket was forgotten. */
  #startsEntry(at: number): boolean {
    let lineStart = at;
    while (lineStart > 0 && BLANK.test(this.#text.charAt(lineStart - 1))) lineStart--;
    return (
      (lineStart === 0 || this.#text.charAt(lineStart - 1) === '\n') &&
      ENTRY_LINE.test(this.#text.slice(at, at + 160))
    );
  }

  #blanks(): void {
    for (;;) {
      const char = this.#text.charAt(this.at);
      if (char === '%') {
        const end = this.#text.indexOf('\n', this.at);
        this.at = end < 0 ? this.#text.length : end + 1;
      } else if (char !== '' && /\s/.test(char)) this.at++;
      else return;
    }
  }
}
