import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ofCsl } from '#core';
import { packageRoot } from '../storage/package-root.ts';
import { formatBibliography, type Markup } from './format.ts';
import { bundledStyles, checkStyle, findLocale, findStyle } from './styles.ts';

const references = ofCsl([
  {
    id: 'smith2020',
    type: 'article-journal',
    title: 'A Study of *Dogs* & <Bones>',
    author: [
      { family: 'Smith', given: 'José' },
      { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Kate' },
    ],
    issued: { 'date-parts': [[2020, 3]] },
    'container-title': 'Journal of Examples',
    volume: '7',
    page: '1-12',
  },
  {
    id: 'team',
    type: 'book',
    title: 'Books',
    author: [{ literal: 'The Team' }],
    issued: { 'date-parts': [[1999]] },
  },
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-styles-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function made(
  wanted: string,
  markup: Markup = 'markdown',
  language?: string,
): Promise<readonly string[]> {
  const style = await findStyle(wanted);
  if (!style.ok) throw new Error(style.fault);
  const locale = language === undefined ? undefined : await findLocale(language);
  if (locale?.ok === false) throw new Error(locale.fault);
  const lines = await formatBibliography(references, {
    style: style.value,
    markup,
    ...(locale === undefined ? {} : { locale: locale.value }),
  });
  if (!lines.ok) throw new Error(lines.fault);
  return lines.value.lines;
}
const faultOf = async (xml: string): Promise<string> => {
  const style = await checkStyle(xml, 'mine.csl');
  if (!style.ok) return style.fault;
  const lines = await formatBibliography(references, { style: style.value, markup: 'text' });
  return lines.ok ? `made: ${lines.value.lines.join(' | ')}` : lines.fault;
};
const style = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation>${body}</style>\n`;

describe('the styles that come along', () => {
  test('each formats, in Markdown that reads as it should', async () => {
    expect(await made('apa')).toEqual([
      'Smith, J., & van der Berg, K. (2020). A Study of \\*Dogs\\* & \\<Bones>. *Journal of Examples*, *7*, 1–12.',
      'The Team. (1999). *Books*.',
    ]);
    expect((await made('ieee'))[0]).toBe(
      '\\[1\\] J. Smith and K. van der Berg, “A Study of \\*Dogs\\* & \\<Bones>,” *Journal of Examples*, vol. 7, pp. 1–12, Mar. 2020.',
    );
    expect((await made('vancouver', 'text', 'de'))[0]).toBe(
      '1. Smith J, van der Berg K. A Study of *Dogs* & <Bones>. Journal of Examples. März 2020;7:1–12.',
    );
    expect((await made('chicago-author-date', 'html'))[1]).toBe(
      '<div class="csl-entry">The Team. 1999. <i>Books</i>.</div>',
    );
  });
  test('they name themselves, and keep their authors and their licence', async () => {
    for (const { name, title } of await bundledStyles()) {
      expect(title.length).toBeGreaterThan(2);
      const xml = await readFile(join(packageRoot(), 'csl/styles', `${name}.csl`), 'utf8');
      expect(xml).toMatch(/<rights license="http:\/\/creativecommons\.org\/licenses\/by-sa\/3\.0\/">/);
      expect(xml).toContain('<author>');
    }
    expect(await readFile(join(packageRoot(), 'csl/NOTICE.md'), 'utf8')).toContain(
      'https://citationstyles.org/',
    );
  });
});

describe('a style of one’s own', () => {
  test('is used by its path', async () => {
    const path = join(folder, 'mine.csl');
    await writeFile(
      path,
      `\uFEFF${style('<bibliography><layout><text variable="title" prefix="* "/></layout></bibliography>')}`,
    );
    expect(await made(path, 'text')).toEqual(['* A Study of *Dogs* & <Bones>', '* Books']);
  });
  test('that prints nothing of some kind of work says of which', async () => {
    const books = await checkStyle(
      style(
        '<bibliography><layout><choose><if type="book"><text variable="title"/></if></choose></layout></bibliography>',
      ),
      'books.csl',
    );
    if (!books.ok) throw new Error(books.fault);
    const lines = await formatBibliography(references, { style: books.value, markup: 'text' });
    expect(lines).toEqual({ ok: true, value: { lines: ['Books'], unprinted: ['smith2020'] } });
  });
  test.each([
    ['no XML at all', 'hello', 'it has no <style> element of the Citation Style Language; give a .csl file.'],
    ['citations alone', style(''), 'it has no <bibliography>, so that it formats citations alone.'],
    [
      'cut off',
      style('<bibliography><layout/></bibliography>').slice(0, -30),
      'it ends before </style>; the file was cut off.',
    ],
    [
      'a macro that is not there',
      style('<bibliography><layout><text macro="gone"/></layout></bibliography>'),
      'gone',
    ],
    [
      'a tag that is never closed',
      style('<bibliography><layout><group></layout></bibliography>'),
      'line 2 is no sound XML',
    ],
    [
      'one that points to another',
      style('').replace(
        '</info>',
        '<link href="http://www.zotero.org/styles/some-journal" rel="independent-parent"/></info>',
      ),
      'it only points to the style “some-journal”; give that style’s .csl file.',
    ],
  ])('%s is one clear sentence', async (_, xml, words) => {
    const fault = await faultOf(xml);
    expect(fault).toContain(words);
    expect(fault).toMatch(/^mine\.csl is no usable citation style: [^\n]+\.$/);
  });
  test('one that points to a style that comes along is that style', async () => {
    const pointing = style('').replace(
      '</info>',
      '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info>',
    );
    expect(await faultOf(pointing)).toContain('made: Smith, J., & van der Berg, K. (2020).');
  });
  test('a name or a file that is not there says what is', async () => {
    expect(await findStyle('nature-of-things')).toEqual({
      ok: false,
      fault:
        'There is no style “nature-of-things” here; these come along: apa, chicago-author-date, ieee, vancouver. For another give the path of its .csl file.',
    });
    const gone = await findStyle('/no/such/style.csl');
    expect(gone.ok ? '' : gone.fault).toMatch(/^The style \/no\/such\/style\.csl cannot be read: .*\.$/);
  });
});

describe('locales', () => {
  test('are found by language, with or without a country', async () => {
    expect(await findLocale('DE')).toMatchObject({ ok: true, value: { language: 'de-DE' } });
    expect(await findLocale('en-GB')).toMatchObject({ ok: true, value: { language: 'en-GB' } });
    const none = await findLocale('tlh');
    expect(none.ok ? '' : none.fault).toBe(
      'There is no locale “tlh” here; these come along: de-DE, en-GB, en-US, es-ES, fr-FR. For another give the path of its locales-….xml file.',
    );
  });
  test('one of one’s own is read by its path, and a broken one is one sentence', async () => {
    const own = join(folder, 'locales-xx.xml');
    const english = await readFile(join(packageRoot(), 'csl/locales/locales-en-US.xml'), 'utf8');
    await writeFile(own, english.replace('xml:lang="en-US"', 'xml:lang="xx"').replaceAll('>and<', '>plus<'));
    expect((await made('chicago-author-date', 'text', own))[0]).toContain(
      'Smith, José, plus Kate van der Berg',
    );
    await writeFile(own, '<locale>');
    const broken = await findLocale(own);
    expect(broken.ok ? '' : broken.fault).toContain('is no locale file of the Citation Style Language');
  });
});

test('no item, however odd, keeps the others out', async () => {
  const odd = fc.record(
    {
      type: fc.constantFrom('book', 'article', 'no-such-type', 7, null),
      author: fc.oneof(
        fc.constant('Ada'),
        fc.array(
          fc.constantFrom(
            {},
            null,
            'A. Roe',
            { family: 'Lee' },
            { given: 'X' },
            { family: 3 },
            { literal: '' },
          ),
        ),
      ),
      issued: fc.constantFrom(
        {},
        [],
        '2020',
        { 'date-parts': [[]] },
        { 'date-parts': [[null]] },
        { 'date-parts': [['x', 2]] },
        { raw: 'soon' },
        { 'date-parts': [[2020, 13, 99]] },
        { season: 'x' },
      ),
      page: fc.constantFrom('1-2', '', {}, 4),
      volume: fc.constantFrom('<i>', '&', [], true),
      DOI: fc.constantFrom('10.1000/x', {}, 3),
    },
    { requiredKeys: [] },
  );
  const apa = await findStyle('apa');
  if (!apa.ok) throw new Error(apa.fault);
  await fc.assert(
    fc.asyncProperty(odd, async (item) => {
      const items = [...ofCsl([{ ...item, id: 'odd', title: 'An Odd Item' }]), ...references];
      const made = await formatBibliography(items, { style: apa.value, markup: 'markdown' });
      expect(made.ok ? made.value.lines.join() : made.fault).toContain('The Team. (1999).');
    }),
    { numRuns: 60, seed: 7 },
  );
  // Each case loads a style anew: slow where many work.
}, 120_000);
