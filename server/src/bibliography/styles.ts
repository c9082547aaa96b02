/** Citation styles and locales: those that come along, by name, and anyone's own, by path. What cannot be used is one sentence. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { packageRoot } from '../storage/package-root.ts';
import { reason } from '../storage/walk.ts';

export type Found<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

export interface Style {
  /** For messages: "apa", or the file as the person named it. */
  readonly name: string;
  readonly title: string;
  readonly xml: string;
}

export interface BundledStyle {
  readonly name: string;
  readonly title: string;
}

const folder = (): string => join(packageRoot(), 'csl');

export async function bundledStyles(): Promise<readonly BundledStyle[]> {
  const files = (await readdir(join(folder(), 'styles'))).filter((name) => name.endsWith('.csl')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = basename(file, '.csl');
      return { name, title: titleOf(await readFile(join(folder(), 'styles', file), 'utf8')) ?? name };
    }),
  );
}

/** `wanted`: a bundled style's name, or a path to a .csl file. */
export async function findStyle(wanted: string): Promise<Found<Style>> {
  const isName = /^[\w-]+$/.test(wanted);
  if (isName && (await bundledStyles()).some(({ name }) => name === wanted))
    return readStyle(join(folder(), 'styles', `${wanted}.csl`), wanted);
  if (isName && extname(wanted) === '') {
    const names = (await bundledStyles()).map(({ name }) => name).join(', ');
    return {
      ok: false,
      fault: `There is no style “${wanted}” here; these come along: ${names}. For another give the path of its .csl file.`,
    };
  }
  return readStyle(wanted, wanted);
}

async function readStyle(path: string, name: string): Promise<Found<Style>> {
  let xml: string;
  try {
    xml = await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, fault: `The style ${name} cannot be read: ${reason(error)}.` };
  }
  return checkStyle(xml.replace(/^\uFEFF/, ''), name);
}

/** Whether the text is an independent style; a dependent one is replaced by its parent, where that comes along. */
export async function checkStyle(xml: string, name: string): Promise<Found<Style>> {
  const fault = (what: string): Found<Style> => ({
    ok: false,
    fault: `${name} is no usable citation style: ${what}`,
  });
  if (!/<style\b[^>]*\bxmlns\s*=\s*["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(xml))
    return fault('it has no <style> element of the Citation Style Language; give a .csl file.');
  const parent = /<link\b[^>]*rel="independent-parent"[^>]*>/.exec(xml)?.[0];
  const parentName = parent === undefined ? undefined : /href="[^"]*\/([\w-]+)"/.exec(parent)?.[1];
  if (parentName !== undefined) {
    if ((await bundledStyles()).some((style) => style.name === parentName)) return findStyle(parentName);
    return fault(`it only points to the style “${parentName}”; give that style’s .csl file.`);
  }
  if (!/<bibliography\b/.test(xml))
    return fault('it has no <bibliography>, so that it formats citations alone.');
  if (!xml.includes('</style>')) return fault('it ends before </style>; the file was cut off.');
  // citeproc's own reader passes over what is not well formed, and leaves the bibliography empty.
  const sound = XMLValidator.validate(xml);
  if (sound !== true)
    return fault(`line ${String(sound.err.line)} is no sound XML (${sound.err.msg.replace(/\.$/, '')}).`);
  const used = xml.replace(/<!--[\s\S]*?-->/g, '');
  const macros = new Set([...used.matchAll(/<macro\b[^>]*\bname="([^"]+)"/g)].map(([, macro]) => macro));
  const unknown = [...used.matchAll(/\bmacro="([^"]+)"/g)].find(([, macro]) => !macros.has(macro));
  if (unknown) return fault(`it uses the macro “${unknown[1] ?? ''}” and does not define it.`);
  return { ok: true, value: { name, title: titleOf(xml) ?? name, xml } };
}

/** "en-US" is always there; citeproc falls back to it. */
export async function readLocales(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(join(folder(), 'locales'));
  const read = files.map(async (file): Promise<readonly [string, string]> => [
    /^locales-(.+)\.xml$/.exec(file)?.[1] ?? file,
    await readFile(join(folder(), 'locales', file), 'utf8'),
  ]);
  return new Map(await Promise.all(read));
}

/** `wanted`: a language such as "de" or "de-DE", or a path to a locales-….xml file; given by its language and text. */
export async function findLocale(
  wanted: string,
): Promise<Found<{ readonly language: string; readonly xml: string }>> {
  const locales = await readLocales();
  const language = [...locales.keys()].find(
    (each) =>
      each.toLowerCase() === wanted.toLowerCase() || each.slice(0, 2).toLowerCase() === wanted.toLowerCase(),
  );
  if (language !== undefined) return { ok: true, value: { language, xml: locales.get(language) ?? '' } };
  const known = [...locales.keys()].sort().join(', ');
  if (!/\.xml$/i.test(wanted))
    return {
      ok: false,
      fault: `There is no locale “${wanted}” here; these come along: ${known}. For another give the path of its locales-….xml file.`,
    };
  let xml: string;
  try {
    xml = await readFile(wanted, 'utf8');
  } catch (error) {
    return { ok: false, fault: `The locale ${wanted} cannot be read: ${reason(error)}.` };
  }
  const own = /<locale\b[^>]*xml:lang="([^"]+)"/.exec(xml)?.[1];
  return own === undefined || !/<\/locale>\s*$/.test(xml)
    ? {
        ok: false,
        fault: `${wanted} is no locale file of the Citation Style Language: it has no whole <locale xml:lang="…">.`,
      }
    : { ok: true, value: { language: own, xml } };
}

const titleOf = (xml: string): string | undefined =>
  /<title[^>]*>([^<]+)<\/title>/.exec(xml)?.[1]?.replace(/&amp;/g, '&').trim();
