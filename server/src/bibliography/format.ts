/**
 * Formats references by a CSL style, with citeproc-js: loaded on first use, as a file of its own under its own licence
 * (csl/NOTICE.md). What a style breaks is one sentence, and costs nothing else.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./citeproc.d.ts" />
import { forCiteproc, type Reference } from '#core';
import { readLocales, type Found, type Style } from './styles.ts';

export type Markup = 'markdown' | 'html' | 'text';

export interface BibliographyOptions {
  readonly style: Style;
  /** Undefined: the style's own, else English. */
  readonly locale?: { readonly language: string; readonly xml: string };
  readonly markup: Markup;
}

export interface Bibliography {
  /** In the style's order; numbered where the style numbers. */
  readonly lines: readonly string[];
  /** Ids of what the style prints nothing of: some know no preprints, some no web pages. */
  readonly unprinted: readonly string[];
}

export async function formatBibliography(
  references: readonly Reference[],
  { style, locale, markup }: BibliographyOptions,
): Promise<Found<Bibliography>> {
  const { default: CSL } = await import('citeproc');
  // It would write to the console, which is the protocol's.
  CSL.debug = () => undefined;
  const locales = new Map(await readLocales());
  if (locale) locales.set(locale.language, locale.xml);
  const items = new Map(references.map(({ id, item }) => [id, { ...forCiteproc(item), id }]));
  let engine: InstanceType<typeof CSL.Engine>;
  try {
    engine = new CSL.Engine(
      {
        retrieveLocale: (language) => localeFor(language, locales),
        retrieveItem: (id) => structuredClone(items.get(id)),
      },
      style.xml,
      locale?.language,
      locale !== undefined,
    );
  } catch (error) {
    return { ok: false, fault: `${style.name} is no usable citation style: ${wordsOf(error)}.` };
  }
  try {
    engine.setOutputFormat(markup === 'text' ? 'text' : 'html');
    engine.updateItems([...items.keys()]);
    const made = engine.makeBibliography();
    if (made === false) return { ok: false, fault: `${style.name} makes no bibliography.` };
    const unprinted = made[0].bibliography_errors.map(({ itemID }) => String(itemID));
    return { ok: true, value: { lines: made[1].map((entry) => rendered(entry, markup)), unprinted } };
  } catch (error) {
    return { ok: false, fault: `${style.name} could not be applied to these references: ${wordsOf(error)}.` };
  }
}

/** The language itself, its main country, English. */
function localeFor(language: string, locales: ReadonlyMap<string, string>): string {
  const kin = [...locales.keys()].find((each) => each.slice(0, 2) === language.slice(0, 2));
  return locales.get(language) ?? locales.get(kin ?? 'en-US') ?? locales.get('en-US') ?? '';
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';

function rendered(entry: string, markup: Markup): string {
  if (markup === 'text') return entry.trim().replace(/\s*\n\s*/g, ' ');
  if (markup === 'html') return entry.trim();
  const text = entry
    .replace(/<div class="csl-left-margin">([\s\S]*?)<\/div>\s*/g, '$1 ')
    .replace(/<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : escaped(part)))
    .replace(/<(i|em)>([\s\S]*?)<\/\1>/g, '*$2*')
    .replace(/<(b|strong)>([\s\S]*?)<\/\1>/g, '**$2**')
    .replace(/<(?!\/?(?:sup|sub)>)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text
    .replace(/&(?:#60|lt);/g, '\\<')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Signs of Markdown in a title are letters; an underscore inside a word is one already. */
const escaped = (text: string): string =>
  text.replace(/[\\*`[\]]/g, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
