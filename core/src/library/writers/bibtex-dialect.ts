/**
 * Classic BibTeX and BibLaTeX name types and fields differently, and BibTeX's styles print nothing of a name that they do not know:
 * what is added to a file speaks as the file does. Names: https://ctan.org/pkg/biblatex, 2.2.5, and btxdoc.
 */

export type BibtexDialect = 'biblatex' | 'bibtex';

/** BibTeX where years are written as such, and nothing that only BibLaTeX knows; BibLaTeX for a file without entries. */
export const dialectOf = (text: string): BibtexDialect =>
  /^[^%\n]*\byear\s*=/im.test(text) &&
  !/^[^%\n]*(?:\b(?:journaltitle|eprinttype)\s*=|@(?:online|thesis|report)\s*[{(])/im.test(text)
    ? 'bibtex'
    : 'biblatex';

const TYPES: Readonly<Record<string, string>> = {
  online: 'misc',
  software: 'misc',
  dataset: 'misc',
  patent: 'misc',
  thesis: 'phdthesis',
  report: 'techreport',
  inreference: 'incollection',
};

const FIELDS: Readonly<Record<string, string>> = {
  journaltitle: 'journal',
  eprinttype: 'archiveprefix',
  eprintclass: 'primaryclass',
  location: 'address',
};

export type BibtexField = readonly [name: string, value: string | undefined];

export const typeIn = (dialect: BibtexDialect, type: string): string =>
  dialect === 'biblatex' ? type : (TYPES[type] ?? type);

/** Fields as BibLaTeX has them, values in braces or without, in the dialect. The whole day stays, for those who can read it. */
export function fieldsIn(
  dialect: BibtexDialect,
  type: string,
  fields: readonly BibtexField[],
): readonly BibtexField[] {
  if (dialect === 'biblatex') return fields;
  return fields.flatMap(([name, value]): readonly BibtexField[] => {
    if (name === 'options' || value === undefined) return [];
    if (name === 'date') {
      const year = value.replace(/\d{4}-[^{}]*/, (date) => date.slice(0, 4));
      return [['year', year], ...(year === value ? [] : [[name, value] as const])];
    }
    if (name === 'institution' && type === 'thesis') return [['school', value]];
    return [[FIELDS[name] ?? name, name === 'eprinttype' ? value.replace(/^(\{?)arxiv/, '$1arXiv') : value]];
  });
}
