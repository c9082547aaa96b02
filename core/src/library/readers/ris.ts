/**
 * RIS: what reference managers and publishers export. Tags become the CSL fields of the same meaning, then the common
 * reader takes over. Tags after https://en.wikipedia.org/wiki/RIS_(file_format) (Reference Manager's specification).
 */
import { entryOfCslItem, partial } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import type { Reader } from './reader.ts';
import { impossibleDate } from './unread-dates.ts';

const TAG = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

export const ris: Reader = {
  name: 'RIS',
  extensions: ['.ris'],
  recognises: (text) => /^\uFEFF?\s*TY {1,2}- /.test(text),
  read(path, text) {
    const entries: Entry[] = [];
    const { items, faults } = risItems(path, text);
    for (const { value, line } of items) {
      const read = entryOfCslItem(value, { path, line });
      if ('entry' in read) entries.push(read.entry);
      else faults.push({ path, line, message: NAMELESS });
    }
    return { entries, faults };
  },
};

/** A reference is refused for nothing else; RIS has no "id" to give it. */
const NAMELESS =
  'This reference has no title, DOI, address or key of its own, so that nothing can cite it; give it a line “TI  - ”.';

/** The references as CSL items, each with its line. */
export function risItems(
  path: string,
  text: string,
): {
  readonly items: readonly { readonly value: Readonly<Record<string, unknown>>; readonly line: number }[];
  readonly faults: LibraryFault[];
} {
  const items: { value: Readonly<Record<string, unknown>>; line: number }[] = [];
  const faults: LibraryFault[] = [];
  let open: OpenReference | undefined;
  const close = (): void => {
    if (!open) return;
    const value = cslOf(open.fields);
    const unread = unreadDate(open, value['id']);
    if (unread !== undefined) faults.push({ path, ...unread });
    items.push({ value, line: open.line });
    open = undefined;
  };
  for (const [line, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const match = TAG.exec(raw.trimEnd());
    if (!match) {
      // Long abstracts are wrapped by some exporters: an untagged line goes on with the tag before.
      if (raw.trim() !== '' && open?.last) open.last[open.last.length - 1] += ` ${raw.trim()}`;
      else if (raw.trim() !== '' && !open)
        faults.push({
          path,
          line,
          message:
            'This line stands outside of any reference; RIS references begin with “TY  - ”. It was passed over.',
        });
      continue;
    }
    const [, tag = '', value = ''] = match;
    if (tag === 'ER') {
      close();
      continue;
    }
    if (tag === 'TY') {
      if (open) {
        faults.push({
          path,
          line,
          message: 'A new reference begins before the last one ended with “ER  - ”; both were read.',
        });
        close();
      }
      open = { line, fields: new Map(), lines: new Map(), last: undefined };
    }
    if (!open) {
      faults.push({
        path,
        line,
        message: 'A reference begins here without “TY  - ”, which tells its type; it was read all the same.',
      });
      open = { line, fields: new Map(), lines: new Map(), last: undefined };
    }
    if (!open.fields.has(tag)) open.lines.set(tag, line);
    const values = open.fields.get(tag) ?? [];
    values.push(value.trim());
    open.fields.set(tag, values);
    open.last = values;
  }
  if (open) {
    faults.push({
      path,
      line: open.line,
      message: 'This reference does not end with “ER  - ”; it was read to the end of the file.',
    });
    close();
  }
  return { items, faults };
}

interface OpenReference {
  readonly line: number;
  readonly fields: Map<string, string[]>;
  /** Where each tag stands first. */
  readonly lines: Map<string, number>;
  last: string[] | undefined;
}

/** What stands in place of a year where there is none yet. */
const NO_YEAR =
  /^\W*(?:in press|in print|forthcoming|to appear|accepted|submitted|undated|unpublished|n\.? ?d)\b/i;

/** Its date when nothing, or not all, of it could be read, with the line. */
function unreadDate(
  { fields, lines, line }: OpenReference,
  id: unknown,
): { readonly line: number; readonly message: string } | undefined {
  const date = dateIn(fields);
  if (date === undefined || NO_YEAR.test(date.value)) return undefined;
  const message =
    partial(date.value) === undefined
      ? `The date “${date.value}” does not begin with a year, as “2020/05” does; the reference was read without one.`
      : impossibleDate(date.value, id);
  return message === undefined ? undefined : { line: lines.get(date.tag) ?? line, message };
}

/** The first date that can be read, else the first at all. */
function dateIn(fields: ReadonlyMap<string, readonly string[]>): { tag: string; value: string } | undefined {
  const dates = ['DA', 'PY', 'Y1'].flatMap((tag) =>
    (fields.get(tag) ?? []).filter((value) => value !== '').map((value) => ({ tag, value: written(value) })),
  );
  return dates.find(({ value }) => partial(value) !== undefined) ?? dates[0];
}

/** RIS types of what researchers cite; others keep to what their fields say. */
const TYPES: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  THES: 'thesis',
  RPRT: 'report',
  UNPB: 'manuscript',
  INPR: 'article',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  COMP: 'software',
  PAT: 'patent',
};

/** "2018/05//spring", with what follows the day left out, as CSL and BibLaTeX have it; other dates stay as they are. */
function written(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:\/(\d{1,2})?(?:\/(\d{1,2})?(?:\/.*)?)?)?$/s.exec(date) ?? [];
  if (year === undefined) return date;
  const two = (part: string): string => part.padStart(2, '0');
  if (month === undefined) return year;
  return [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}

function pages(first: string | undefined, last: string | undefined): string | undefined {
  return first === undefined || last === undefined || first.includes('-') ? first : `${first}-${last}`;
}

function cslOf(fields: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  const first = (...tags: readonly string[]): string | undefined => {
    for (const tag of tags) {
      const value = fields.get(tag)?.find((each) => each !== '');
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const doi = first('DO') ?? /10\.\d{4,9}\/\S+/.exec(first('M3') ?? '')?.[0];
  const venue = first('T2', 'JO', 'JF', 'JA', 'BT');
  const title = first('TI', 'T1', 'CT');
  const item: Record<string, unknown> = {
    // "ID" is the exporter's own key; without one the DOI or the title must do.
    id: first('ID', 'LB') ?? doi ?? first('UR') ?? title,
    title,
    author: [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])].filter((name) => name !== ''),
    issued: dateIn(fields)?.value,
    abstract: first('AB', 'N2'),
    keyword: fields.get('KW'),
    DOI: doi,
    URL: first('UR', 'L2', 'LK'),
    'container-title': venue,
    publisher: first('PB'),
    number: first('AN', 'M1', 'C7'),
    type: TYPES[first('TY') ?? ''],
    editor: fields.get('ED') ?? fields.get('A2'),
    volume: first('VL'),
    issue: first('IS'),
    page: pages(first('SP'), first('EP')),
    'publisher-place': first('CY', 'PP'),
    edition: first('ET'),
    note: first('N1'),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}
