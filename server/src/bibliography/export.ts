/** What a note cites, written out: BibTeX, CSL-JSON, or a bibliography in a style. Facts come from the files that hold them. */
import { readFile } from 'node:fs/promises';
import {
  bibtexOfReference,
  citedWorks,
  ofCsl,
  readReferences,
  referenceOf,
  type Analysis,
  type CitedWork,
  type Reference,
} from '#core';
import { decodeText } from '../storage/decode.ts';
import { formatBibliography, type Markup } from './format.ts';
import { findLocale, findStyle, type Found } from './styles.ts';

export type ExportFormat = 'bibtex' | 'csl-json' | 'bibliography';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** A bundled style's name or a path to a .csl file. */
  readonly style: string;
  /** A language or a path to a locale file; undefined: the style's own. */
  readonly locale?: string;
  readonly markup: Markup;
}

export interface Exported {
  /** Ends with a line break; empty when the note cites nothing. */
  readonly text: string;
  readonly works: number;
  /** Cited, and not in the library. */
  readonly missing: readonly string[];
  /** In the library, and of a kind that the style does not print. */
  readonly unprinted: readonly string[];
}

/** `further`: the items of libraries that are no files, such as Zotero's. */
export async function exportCited(
  analysis: Analysis,
  options: ExportOptions,
  further: readonly Readonly<Record<string, unknown>>[] = [],
): Promise<Found<Exported>> {
  const { works, missing } = citedWorks(analysis);
  const references = await referencesOf(works, ofCsl(further));
  const done = (text: string, unprinted: readonly string[] = []): Found<Exported> => ({
    ok: true,
    value: { text, works: references.length - unprinted.length, missing, unprinted },
  });
  switch (options.format) {
    case 'bibtex':
      return done(references.map((reference) => `${bibtexOfReference(reference)}\n`).join('\n'));
    case 'csl-json':
      return done(
        `${JSON.stringify(
          references.map(({ item }) => item),
          null,
          2,
        )}\n`,
      );
    case 'bibliography': {
      const style = await findStyle(options.style);
      if (!style.ok) return style;
      const locale = options.locale === undefined ? undefined : await findLocale(options.locale);
      if (locale?.ok === false) return locale;
      const made = await formatBibliography(references, {
        style: style.value,
        markup: options.markup,
        ...(locale === undefined ? {} : { locale: locale.value }),
      });
      if (!made.ok) return made;
      const { lines, unprinted } = made.value;
      // A paragraph each: Markdown would run lines together.
      return done(
        lines.map((line) => `${line}\n`).join(options.markup === 'markdown' ? '\n' : ''),
        unprinted,
      );
    }
  }
}

async function referencesOf(
  works: readonly CitedWork[],
  further: readonly Reference[],
): Promise<readonly Reference[]> {
  const files = new Map<string, Promise<readonly Reference[]>>();
  return Promise.all(
    works.map(async (work) => {
      const { path } = work.entry.origin;
      if (/^zotero:/.test(path)) return referenceOf(work, further);
      const read = files.get(path) ?? readFileReferences(path);
      files.set(path, read);
      return referenceOf(work, await read);
    }),
  );
}

async function readFileReferences(path: string): Promise<readonly Reference[]> {
  try {
    return readReferences(path, decodeText(await readFile(path)).text);
  } catch {
    // Gone, or no file at all: the entry itself still knows its title, authors, date and identifiers.
    return [];
  }
}
