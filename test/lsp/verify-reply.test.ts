/** A model's reply, as an editor asks about it. */
import { afterEach, expect, it } from 'vitest';
import type { VerifyReplyParams, VerifyReplyResult } from '#core/reply/messages.ts';
import { placeLinks } from '#core/report/reply-links.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const NOTE =
  '# Drift\n\nNo language model keeps a persona over long dialogues (2025-03, arXiv:2503.16527). ' +
  'Adapters fail to keep a tone in translation (checked 2025-01, arXiv:2502.00011).\n';
const URI = `${FOLDER}/drift.md`;
const REPLY =
  'Claim 1 still holds (arXiv:2503.16527). Claim 2 has been confirmed by arXiv:2609.00001, “Tone Is Kept by Adapters in Translation”.\n\n' +
  '## Research questions\n\n1. Does drift vanish when dialogues are summarised?\n';

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

async function verify(params: Omit<VerifyReplyParams, 'note'>, note = NOTE): Promise<VerifyReplyResult> {
  editor = await editorWith(fakeRuntime(new Map([['drift.md', note]]), '2026-11-23'));
  await editor.open(URI, note);
  return editor.connection.sendRequest('inquiry/verifyReply', { ...params, note: { uri: URI } });
}

it('tells what held with ways to the note, and offers marks, lines of inquiry and look-ups', async () => {
  const { report, summary, marks, lines, unknown, wrong } = await verify({ reply: REPLY });
  expect(placeLinks(report).map(({ of, line }) => [of, line])).toContainEqual(['note', 3]);
  expect(report).toContain('- **1. held** — “still holds”');
  expect(summary).toContain('2 held');
  const marked = marks
    .flatMap(({ edits }) => edits)
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), NOTE);
  expect(marked).toContain('(2025-03, arXiv:2503.16527) (checked 2026-11). Adapters');
  expect(marked).toContain('(checked 2026-11, arXiv:2502.00011)');
  expect(lines.map(({ name }) => name)).toEqual(['does-drift-vanish-when-dialogues-are-summarised.md']);
  expect(lines[0]?.text).toContain('in its reply to “Drift”');
  expect(unknown.find(({ id }) => id === '2609.00001')?.said).toBe('Tone Is Kept by Adapters in Translation');
  expect(wrong).toBe(0);
});

it('takes a reply that was pasted into the note for no part of it', async () => {
  const note = `${NOTE}\n${REPLY}`;
  const pasted = { start: NOTE.length + 1, end: note.length };
  const { summary } = await verify({ reply: REPLY, pasted }, note);
  expect(summary).toContain('of the note’s 2 claims, 2 held');
});

it('refuses a note that is not open, in one sentence', async () => {
  editor = await editorWith(fakeRuntime(new Map(), '2026-11-23'));
  const asked = editor.connection.sendRequest('inquiry/verifyReply', {
    reply: 'x',
    note: { uri: `${FOLDER}/none.md` },
  });
  await expect(asked).rejects.toThrow('The note is not open.');
});
