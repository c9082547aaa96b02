/**
 * The entries of a .bib file as written: type, key, fields, line. Strings and concatenation are resolved here, TeX and
 * meaning are not. A broken entry is one fault; reading goes on at the next "@" that starts a line.
 *
 * Our own, because what fits is missing: @retorquere/bibtex-parser takes 3.4 ms an entry and @citation-js/plugin-bibtex
 * gives up a whole file at its first error; neither says on which line an entry stands.
 */

export interface BibtexEntry {
  /** Lower case. */
  readonly type: string;
  readonly key: string;
  /** Names in lower case; values with their TeX, without their outer braces. */
  readonly fields: ReadonlyMap<string, string>;
  /** From 0. */
  readonly line: number;
}

export interface BibtexFault {
  readonly line: number;
  readonly message: string;
}

// The month macros that every BibTeX style defines.
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export function bibtexEntries(text: string): { entries: BibtexEntry[]; faults: BibtexFault[] } {
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  const strings = new Map<string, string>(MONTHS.map((month, at) => [month, String(at + 1)]));
  const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
  let line = 0;
  let counted = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    // BibTeX knows no comments, but everyone writes "% @article{old, …}".
    if (text.slice(text.lastIndexOf('\n', match.index) + 1, match.index).includes('%')) continue;
    for (let i = text.indexOf('\n', counted); i >= 0 && i < match.index; i = text.indexOf('\n', i + 1))
      line++;
    counted = match.index;
    const type = (match[1] ?? '').toLowerCase();
    const scanner = new Scanner(text, opening.lastIndex, match[2] === '(' ? ')' : '}', strings);
    if (type === 'comment') {
      // "@comment{" may hold anything, jabref's settings with braces among it.
      const end = scanner.skip();
      opening.lastIndex = end < 0 ? opening.lastIndex : end;
      continue;
    }
    if (type === 'preamble') {
      opening.lastIndex = Math.max(scanner.skip(), opening.lastIndex);
      continue;
    }
    if (type === 'string') {
      for (const [name, value] of scanner.fields()) strings.set(name, value);
    } else {
      const key = scanner.key();
      const fields = scanner.fields();
      if (key === '' && scanner.fault === undefined)
        faults.push({
          line,
          message: `This @${type} has no key, so that nothing can cite it; it was left out.`,
        });
      else if (key !== '' && (scanner.fault === undefined || fields.has('title')))
        entries.push({ type, key, fields, line });
    }
    if (scanner.fault !== undefined) {
      faults.push({
        line,
        message: `The @${type} that starts here ${scanner.fault}; what could be read of it was kept, and reading went on after it.`,
      });
      const next = /\n[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/.exec(text.slice(match.index + 1));
      opening.lastIndex = next ? match.index + 1 + next.index : text.length;
    } else opening.lastIndex = scanner.at;
  }
  return { entries, faults };
}

class Scanner {
  at: number;
  fault: string | undefined;
  readonly #text: string;
  readonly #close: string;
  readonly #strings: ReadonlyMap<string, string>;

  constructor(text: string, at: number, close: string, strings: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#close = close;
    this.#strings = strings;
  }

  key(): string {
    this.#blanks();
    const match = /[^\s,={}()"%]*/y;
    match.lastIndex = this.at;
    const key = match.exec(this.#text)?.[0] ?? '';
    // "@article{title = …" has no key.
    const after = /\s*=/y;
    after.lastIndex = this.at + key.length;
    if (after.test(this.#text)) return '';
    this.at += key.length;
    this.#blanks();
    if (this.#text.charAt(this.at) === ',') this.at++;
    return key;
  }

  /** The fields up to the closing bracket; of a repeated field the first counts, as in BibTeX. */
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
        return fields;
      }
      const name = /([A-Za-z_][\w:.+-]*)\s*=\s*/y;
      name.lastIndex = this.at;
      const match = name.exec(this.#text);
      if (!match) {
        this.fault =
          this.at >= this.#text.length ? 'is never closed' : 'has something other than "name = value" in it';
        return fields;
      }
      this.at += match[0].length;
      const value = this.#value();
      if (value === undefined) return fields;
      const key = (match[1] ?? '').toLowerCase();
      if (!fields.has(key)) fields.set(key, value);
      this.#blanks();
      const after = this.#text.charAt(this.at);
      if (after !== ',' && after !== this.#close) {
        this.fault = this.at >= this.#text.length ? 'is never closed' : `lacks a comma after "${key}"`;
        // A forgotten comma before the next field loses nothing.
        const next = /[A-Za-z_][\w:.+-]*\s*=\s*[{"\d]/y;
        next.lastIndex = this.at;
        if (next.test(this.#text)) {
          this.fault = undefined;
          continue;
        }
        return fields;
      }
    }
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

  /** `{…} # name # "…"`; undefined, with a fault, when it does not end. */
  #value(): string | undefined {
    let value = '';
    for (;;) {
      this.#blanks();
      const char = this.#text.charAt(this.at);
      if (char === '{' || char === '"') {
        const end = this.#quoted(char);
        if (end < 0) {
          this.fault = 'has a value that is never closed';
          return undefined;
        }
        value += this.#text.slice(this.at + 1, end);
        this.at = end + 1;
      } else {
        const bare = /[^\s,#{}()"=%]+/y;
        bare.lastIndex = this.at;
        const word = bare.exec(this.#text)?.[0];
        if (word === undefined) return value;
        this.at += word.length;
        value += this.#strings.get(word.toLowerCase()) ?? word;
      }
      this.#blanks();
      if (this.#text.charAt(this.at) !== '#') return value;
      this.at++;
    }
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
      else if (
        unit === 64 &&
        depth <= 1 &&
        NEXT_ENTRY.test(this.#text.slice(Math.max(0, i - 40), i + 80)) &&
        this.#startsEntry(i)
      )
        return -1;
    }
    return -1;
  }

  /** A line that opens an entry inside a value: the value's brace was forgotten. */
  #startsEntry(at: number): boolean {
    const lineStart = this.#text.lastIndexOf('\n', at) + 1;
    return (
      this.#text.slice(lineStart, at).trim() === '' &&
      /^@[A-Za-z]+\s*\{\s*[^\s,{}="]+\s*,\s*$/m.test(this.#text.slice(at, at + 120).split('\n')[0] ?? '')
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

const NEXT_ENTRY = /@[A-Za-z]+\s*\{/;
