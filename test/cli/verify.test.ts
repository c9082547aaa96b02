/** `inquiry verify`: what goes in, what comes out, what the exit code says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VerifyReport } from '#core';
import { inFolder, inquiry } from './command-line.ts';

const root = join(import.meta.dirname, '..', '..');
const LINE = join(root, 'seeds/can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md');
const TODAY = ['--today', '2026-11-26'];
const verify = (text: string, ...more: string[]) => inquiry(['verify', ...TODAY, ...more, '-'], text);

describe('exit codes', () => {
  it('0 for what is held or merely unknown', async () => {
    const { code, out } = await verify('Persona vectors exist (arXiv:2507.21509, arXiv:2608.00001).\n');
    expect(out).toContain('2 identifiers (1 in the library, 1 unknown)');
    expect(code).toBe(0);
    expect((await verify('See arXiv:2608.00001.\n', '--max-severity', 'hint')).code).toBe(1);
  });

  it('1 for an impossible ID, and for a title that belongs to another', async () => {
    expect((await verify('See arXiv:2613.00001.\n')).code).toBe(1);
    const swapped = await verify('“LLM Generated Persona is a Promise with a Catch” (arXiv:2507.21509).\n');
    expect(swapped.out).toContain('belongs to arXiv:2503.16527');
    expect(swapped.code).toBe(1);
  });

  it('2, in one sentence, for what cannot be read', async () => {
    const missing = await inquiry(['verify', 'no-such-reply.md']);
    expect([missing.code, missing.out, missing.complaints.length]).toEqual([2, '', 1]);
    const note = await verify('Claim 1 holds.\n', '--note', 'no-such-note.md');
    expect([note.code, note.out, note.complaints.length]).toEqual([2, '', 1]);
    expect((await verify('', '--note', '-')).complaints[0]).toContain('standard input');
    expect((await verify('', '--format', 'xml')).code).toBe(2);
    expect((await inquiry(['verify'])).code).toBe(2);
    expect((await verify('%PDF\0')).code).toBe(2);
  });
});

it('tells with a note what fell and what held, as JSON too, the same bytes each time', async () => {
  await inFolder({ 'reply.md': readFileSync(join(root, 'core/src/reply/replies/report.md')) }, async (at) => {
    const args = ['verify', ...TODAY, '--note', LINE, at('reply.md')];
    const json = await inquiry([...args, '--format', 'json']);
    expect(await inquiry([...args, '--format', 'json'])).toEqual(json);
    const report = JSON.parse(json.out) as VerifyReport;
    expect([report.version, report.today, report.reply, report.note]).toEqual([
      1,
      '2026-11-26',
      at('reply.md'),
      LINE,
    ]);
    expect(report.summary.answers).toEqual({ fell: 0, partly: 2, held: 3, unclear: 0, unanswered: 6 });
    expect(report.answers[0]?.words.map(({ text }) => text)).toEqual(['no longer valid in its strong form']);
    const pretty = await inquiry(args);
    expect(pretty.out).toContain('names arXiv:2610.01010');
    expect(pretty.out).toContain('of the note’s 11 claims, 2 partly, 3 held, 6 unanswered.');
  });
});

describe('what is no reply', () => {
  it.each(['', ' \n\n\t'])('an empty one is told, with exit code 2: %j', async (text) => {
    const { code, out, complaints } = await verify(text);
    expect([code, out, complaints]).toEqual([
      2,
      '',
      ['standard input: is empty; there is no reply to verify.'],
    ]);
  });

  it('the prompt, with its note and without', async () => {
    const prompt = (await inquiry(['prompt', ...TODAY, LINE])).out;
    const alone = await verify(prompt);
    expect(alone.out).toContain('warning This is the prompt itself');
    expect(alone.code).toBe(1);
    // A chat copies without the closing demand, or rewraps.
    const cut = prompt.slice(0, prompt.lastIndexOf('Cite an arXiv ID')).replace(/\n\n/g, '\n');
    const asked = await verify(cut, '--note', LINE);
    expect(asked.out).toContain('warning This is the prompt itself');
    expect(asked.out).toContain('of the note’s 11 claims, 11 unanswered.');
  });

  it('the note itself', async () => {
    const { out, code } = await verify(readFileSync(LINE, 'utf8'), '--note', LINE, '--format', 'json');
    const { remarks, claims } = JSON.parse(out) as VerifyReport;
    expect(remarks.map(({ kind, severity }) => [kind, severity])).toEqual([['is-the-note', 'warning']]);
    expect([claims, code]).toEqual([[], 1]);
  });

  it('references in the note’s place', async () => {
    const { code, out, complaints } = await verify('Claim 1 holds.\n', '--note', 'refs.bib');
    expect([code, out]).toEqual([2, '']);
    expect(complaints[0]).toContain('refs.bib is none; references are named with --library');
  });
});

it('says that verdicts are read in English only', async () => {
  const { code, out } = await verify(
    'Behauptung 2 gilt nicht mehr, und die anderen sind nach wie vor gültig (arXiv:2507.21509).\n',
    '--note',
    LINE,
  );
  expect(out).toContain('info    The reply is in German. Verdicts are read in English only');
  expect(code).toBe(0);
});
