/** The re-test queue of a workspace, and marking claims re-tested, as an editor asks for them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { QueueParams, QueueResult, RetestResult } from '#core/queue/messages.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const FILES = new Map([
  ['old.md', 'No language model keeps a persona (2025-03, arXiv:2503.16527).\n'],
  [
    'fresh.md',
    '# Fresh\n\nLanguage models fail to plan; no system can (2026-09, arXiv:2609.01234).\n\nAdapters fail to keep a persona (2025-03, arXiv:2503.16527).\n',
  ],
]);
const DAY = '2026-11-23';

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

async function start(): Promise<Editor> {
  editor = await editorWith(fakeRuntime(new Map(FILES), DAY));
  return editor;
}

const ask = (at: Editor, params: QueueParams = {}): Promise<QueueResult> =>
  at.connection.sendRequest('inquiry/queue', params);

describe('the re-test queue', () => {
  it('holds what is due in every note, and what is not on request', async () => {
    const at = await start();
    const { claims, total, overdue, unreadable } = await ask(at);
    expect(claims.map(({ uri, line, evidence, leaning }) => [uri, line, evidence, leaning])).toEqual([
      [`${FOLDER}/old.md`, 0, '2025-03', 2],
      [`${FOLDER}/fresh.md`, 4, '2025-03', 2],
    ]);
    expect({ total, overdue, unreadable }).toEqual({ total: 3, overdue: 2, unreadable: [] });
    expect((await ask(at, { upcoming: true })).claims).toHaveLength(3);
    expect((await ask(at, { top: 1 })).claims).toHaveLength(1);
  });

  it('goes by what is written now, not by what is saved', async () => {
    const at = await start();
    expect((await ask(at)).overdue).toBe(2);
    await at.open(`${FOLDER}/old.md`, FILES.get('old.md') ?? '');
    await at.replace(`${FOLDER}/old.md`, '2025-03, arXiv:2503.16527', '2026-10, arXiv:2610.00001');
    const { claims } = await ask(at);
    expect(claims.map(({ path }) => path)).toEqual(['fresh.md']);
    expect(claims[0]?.leaning).toBe(1);
  });

  it('makes one prompt of the chosen claims, and a report of all', async () => {
    const at = await start();
    const { claims } = await ask(at, { upcoming: true });
    const last = claims.at(-1);
    const chosen = [{ uri: last?.uri ?? '', start: last?.start ?? 0 }];
    const { text } = await ask(at, { chosen, format: 'prompt' });
    expect(text).toContain('1. Language models fail to plan; no system can');
    expect(text).not.toContain('persona');
    expect((await ask(at, { format: 'md' })).text).toContain('[old.md:1](<old.md#L1>)');
    expect((await ask(at, { format: 'ics' })).text).toMatch(/^BEGIN:VCALENDAR/);
  });
});

describe('marking re-tested', () => {
  const choices = async (at: Editor, offset: number): Promise<RetestResult['choices']> =>
    (await at.connection.sendRequest<RetestResult>('inquiry/retest', { uri: `${FOLDER}/old.md`, offset }))
      .choices;

  it('offers the claim at the cursor first, and leaves nothing due once it is done', async () => {
    const at = await start();
    const uri = `${FOLDER}/old.md`;
    const text = FILES.get('old.md') ?? '';
    await at.open(uri, text);
    const [first] = await choices(at, 5);
    expect(first?.title).toBe('Mark re-tested: add “(checked 2026-11)”');
    const edit = first?.edits[0];
    const marked = text.slice(0, edit?.start) + (edit?.newText ?? '') + text.slice(edit?.end);
    expect(marked).toBe('No language model keeps a persona (2025-03, arXiv:2503.16527) (checked 2026-11).\n');
    await at.replace(uri, text, marked);
    expect(await choices(at, 5)).toEqual([]);
  });

  it('offers the note as a whole where the cursor is on no stale claim', async () => {
    const at = await start();
    await at.open(`${FOLDER}/old.md`, `# Personas\n\n${FILES.get('old.md') ?? ''}`);
    const titles = (await choices(at, 2)).map(({ title }) => title);
    expect(titles[0]).toBe('Mark the one stale claim of this note re-tested: add “(checked 2026-11)”');
  });
});
