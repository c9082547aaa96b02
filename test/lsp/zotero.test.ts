/** A Zotero on this machine as a library: from the setting to what is said of a note, and back when it is switched off. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshZoteroRequest, refreshZoteroResultSchema, trustedNotification } from '#core/protocol.ts';
import { zoteroStandIn, type ZoteroStandIn } from '../../server/src/zotero/stand-in.ts';
import { ZoteroSource } from '../../server/src/zotero/zotero-source.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const note = `${FOLDER}/note.md`;
const text =
  '# Tides\n\nTides rose by 4 cm in the harbours measured [@lovelaceTides2024].\n\nSo says [@nobody2020].\n';
const tides = {
  key: 'TIDES001',
  csl: {
    type: 'article-journal',
    title: 'A Study of Tides Made Up for the Test',
    issued: { 'date-parts': [[2024]] },
  },
  citationKey: 'lovelaceTides2024',
  modified: '2026-01-01T00:00:00Z',
};

let zotero: ZoteroStandIn;
let editor: Editor;
beforeEach(async () => {
  zotero = await zoteroStandIn({ items: [tides] });
});
afterEach(async () => {
  await editor.connection.sendRequest('shutdown');
  editor.connection.dispose();
  await zotero.close();
});

async function start(
  settings: Readonly<Record<string, unknown>>,
  options: EditorOptions = {},
): Promise<void> {
  const runtime = {
    ...fakeRuntime(new Map([['note.md', text]])),
    zotero: { connect: (port: number) => new ZoteroSource({ port }), pauseMilliseconds: 20 },
  };
  const library = { bundled: false, zoteroPort: zotero.port, ...settings };
  editor = await editorWith(runtime, { settings: () => ({ library }), ...options });
  await editor.open(note, text);
}
const refresh = async (): Promise<unknown> =>
  refreshZoteroResultSchema.parse(await editor.connection.sendRequest(refreshZoteroRequest, {}));
/** Checks again until the words are said, or no longer said, of the note. */
async function flagged(expected: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await editor.flagged(note)).filter((line) => line.startsWith('unknown-source')), {
      timeout: 5000,
    })
    .toEqual(expected);
}

describe('switched on', () => {
  it('keys resolve to Zotero’s items, and only others are unknown', async () => {
    await start({ zotero: 'on' });
    await flagged(['unknown-source: @nobody2020']);
    const hover = await editor.hover(note, 'lovelaceTides2024');
    expect(JSON.stringify(hover)).toContain('A Study of Tides Made Up for the Test');
    expect((await editor.links(note))?.map(({ target }) => target)).toContain(
      'zotero://select/library/items/TIDES001',
    );
  });

  it('an edit in Zotero is picked up by itself', async () => {
    await start({ zotero: 'on' });
    await flagged(['unknown-source: @nobody2020']);
    zotero.state.items = [
      tides,
      {
        ...tides,
        key: 'NOBODY02',
        citationKey: 'nobody2020',
        modified: '2026-01-03T00:00:00Z',
        csl: { title: 'Nobody Was There' },
      },
    ];
    await flagged([]);
  });

  it('another reading of the folder keeps what Zotero has', async () => {
    await start({ zotero: 'on' });
    await flagged(['unknown-source: @nobody2020']);
    const asked = zotero.asked.filter((path) => path.includes('csljson')).length;
    await editor.settingsChanged();
    await flagged(['unknown-source: @nobody2020']);
    expect(zotero.asked.filter((path) => path.includes('csljson'))).toHaveLength(asked);
  });

  it('a Zotero that is not there is said once, and costs nothing', async () => {
    await zotero.close();
    await start({ zotero: 'on' });
    await editor.until('a word about Zotero', () => editor.log.some((line) => line.includes('Start Zotero')));
    await flagged([]);
    expect(await refresh()).toMatchObject({ status: 'not-running', changed: 0 });
    expect(editor.log.filter((line) => line.includes('Start Zotero'))).toHaveLength(1);
  });

  it('a person’s own request reads at once and says what there is', async () => {
    await start({ zotero: 'on' });
    await flagged(['unknown-source: @nobody2020']);
    expect(await refresh()).toEqual({
      status: 'ok',
      message: 'Zotero has 1 reference in My Library, with Better BibTeX’s citation keys.',
      changed: 0,
    });
  });
});

describe('not asked for', () => {
  it('by default nothing listens to Zotero', async () => {
    await start({});
    await flagged([]);
    expect(await refresh()).toMatchObject({ status: 'off' });
    expect(zotero.asked).toEqual([]);
  });

  it('switching it off takes its references away', async () => {
    await start({ zotero: 'on' });
    await flagged(['unknown-source: @nobody2020']);
    editor.settings = () => ({ library: { bundled: false, zotero: 'off' } });
    await editor.settingsChanged();
    await flagged([]);
  });

  it('a workspace that is not trusted reads it only from the moment it is', async () => {
    await start({ zotero: 'on' }, { initializationOptions: { cacheFolder: '/nowhere', trusted: false } });
    await flagged([]);
    expect(await refresh()).toMatchObject({
      status: 'off',
      message: 'Zotero is read only in a workspace that you trust.',
    });
    expect(zotero.asked).toEqual([]);
    await editor.connection.sendNotification(trustedNotification);
    await flagged(['unknown-source: @nobody2020']);
  });
});
