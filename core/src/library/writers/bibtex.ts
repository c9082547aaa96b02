/** Writes entries as BibLaTeX, or added to a file in the file's own dialect; its other bytes stay as they are. */
import type { Edit } from '../../rules/model.ts';
import type { Entry } from '../model.ts';
import { dialectOf, fieldsIn, typeIn, type BibtexDialect } from './bibtex-dialect.ts';

/** The edit that appends the entry, laid out as the file's other entries are. */
export function addToBibtex(text: string, entry: Entry): { readonly edit: Edit } {
  return { edit: appendBibtex(text, [bibtexOf(entry, indentOf(text), dialectOf(text))]) };
}

/** The edit that appends written entries, a blank line between them, with the file's line breaks. */
export function appendBibtex(text: string, written: readonly string[]): Edit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const body = written.join('\n\n').replace(/\n/g, newline);
  const end = text.length;
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { span: { start: end, end }, newText: `${gap}${body}${newline}` };
}

/** What the file's fields are indented by. */
export const indentOf = (text: string): string => /^([ \t]+)[A-Za-z]+[ \t]*=/m.exec(text)?.[1] ?? '  ';

/** One entry; fields that are unknown are left out. */
export function bibtexOf(entry: Entry, indent = '  ', dialect: BibtexDialect = 'biblatex'): string {
  const isPreprint = entry.arxiv !== undefined && entry.venue === undefined;
  const fields: [string, string | undefined][] = [
    ['title', `{${titleToTex(entry.title)}}`],
    ['author', authorsToTex(entry)],
    // Without it BibLaTeX drops "van der" where names are shortened.
    ['options', hasParticle(entry) ? '{useprefix=true}' : undefined],
    ['date', braced(entry.date)],
    [
      isPreprint ? 'publisher' : 'journaltitle',
      isPreprint ? '{arXiv}' : braced(entry.venue === undefined ? undefined : textToTex(entry.venue)),
    ],
    ['eprint', braced(entry.arxiv)],
    ['eprinttype', entry.arxiv === undefined ? undefined : '{arxiv}'],
    ['eprintclass', entry.arxiv === undefined ? undefined : braced(entry.category)],
    ['doi', braced(entry.doi)],
    ['url', braced(entry.url)],
    ['pubstate', braced(entry.status)],
    ['keywords', braced(entry.keywords?.map(textToTex).join(', '))],
    ['abstract', braced(entry.text === undefined ? undefined : textToTex(entry.text))],
  ];
  const type = isPreprint ? 'online' : 'article';
  const lines = fieldsIn(dialect, type, fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${indent}${name} = ${value},`],
  );
  return `@${typeIn(dialect, type)}{${entry.id},\n${lines.join('\n')}\n}`;
}

const braced = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `{${value}}`;

function authorsToTex(entry: Entry): string | undefined {
  const names = entry.authors.map(({ family, given }) =>
    // A second pair of braces keeps a group's name whole.
    given === undefined
      ? /\s/.test(family)
        ? `{${textToTex(family)}}`
        : textToTex(family)
      : `${textToTex(family)}, ${textToTex(given)}`,
  );
  if (entry.authorsComplete === false && names.length > 0) names.push('others');
  return braced(names.join(' and '));
}

const hasParticle = (entry: Entry): boolean =>
  entry.authors.some(({ family, given }) => given !== undefined && /^\p{Ll}[\p{Ll}'’]*\s/u.test(family));

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Letters beyond ASCII stay as they are: BibLaTeX, Pandoc and Zotero read UTF-8. */
export function textToTex(text: string): string {
  return text
    .replace(/[\\~^]/g, (char) => SPECIAL[char] ?? char)
    .replace(/[&%$#_{}]/g, (char, at: number, whole: string) =>
      // The braces of the replacements just made are TeX's own.
      (char === '{' || char === '}') &&
      /\\text(?:backslash|asciitilde|asciicircum)\{?$/.test(whole.slice(0, at))
        ? char
        : `\\${char}`,
    )
    .replace(/[₀-₉₊-₎]+/g, (signs) => `\\textsubscript{${signs.normalize('NFKC')}}`)
    .replace(/[⁰¹²³⁴-⁹⁺-⁾ⁿⁱ]+/g, (signs) => `\\textsuperscript{${signs.normalize('NFKC')}}`);
}

/** Words with capitals inside, or all in capitals, are braced: styles would lower them. */
export function titleToTex(title: string): string {
  return textToTex(title).replace(
    /(?<![\\{\p{L}\d])[\p{L}\d][\p{L}\d-]*\p{Lu}[\p{L}\d-]*/gu,
    (word) => `{${word}}`,
  );
}
