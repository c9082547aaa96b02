/** The queue: its order, its renderings, and a calendar that calendars can read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, requireDate } from '../../../test/support.ts';
import { escaped, folded } from './calendar.ts';
import {
  buildQueue,
  queueToJson,
  renderQueueCalendar,
  renderQueueMarkdown,
  renderQueuePretty,
  renderQueuePrompt,
} from './index.ts';

const day = '2026-11-23';
const today = requireDate(day);
const notes = {
  'a.md':
    'No language model keeps a persona (2025-03, arXiv:2503.16527).\n\nLanguage models fail to plan; no system can (2026-09, arXiv:2609.01234).\n',
  'b.md': 'Language models still fail to count | letters (2025-01, arXiv:2501.00001).\n',
  'c.md':
    'Nothing here cites anything. The proof is by induction (2020-01, arXiv:2001.00001).\n\nAdapters fail to keep a persona (2025-03, arXiv:2503.16527).\n',
};
const queue = buildQueue(
  Object.entries(notes).map(([path, text]) => ({ path, analysis: analysisOf(text, { today: day }) })),
  today,
);

describe('the queue', () => {
  test('holds perishable claims with their evidence, due ones first, the more leaned on before the rest', () => {
    expect(
      queue.items.map(({ path, evidence, overdue, leaning }) => [path, evidence.value, overdue, leaning]),
    ).toEqual([
      ['a.md', '2025-03', true, 2],
      ['c.md', '2025-03', true, 2],
      ['b.md', '2025-01', true, 1],
      ['a.md', '2026-09', false, 1],
    ]);
    for (const item of queue.items)
      expect(notes[item.path as 'a.md'].slice(item.span.start, item.span.end)).toContain('(20');
  });

  test('a note that holds until a day to come is not due before', () => {
    const text = `---\nexpires: 2027-01-31\n---\n\n${notes['b.md']}`;
    const [item] = buildQueue([{ path: 'x', analysis: analysisOf(text, { today: day }) }], today).items;
    expect(item).toMatchObject({ due: '2027-01-31', overdue: false });
  });

  test('only falls due as time goes on', () => {
    const text = Object.values(notes).join('\n');
    let before = 0;
    for (let month = 1; month <= 12; month++) {
      const later = `2026-${String(month).padStart(2, '0')}-28`;
      const due = buildQueue(
        [{ path: 'x', analysis: analysisOf(text, { today: later }) }],
        requireDate(later),
      ).items.filter((item) => item.overdue).length;
      expect(due).toBeGreaterThanOrEqual(before);
      before = due;
    }
    expect(before).toBe(3);
  });
});

describe('renderings', () => {
  test('a Markdown report with links to the lines', () => {
    const report = renderQueueMarkdown(queue);
    expect(report).toContain('3 claims due on 2026-11-23, of 4 perishable claims with an evidence date.');
    expect(report).toContain('Language models still fail to count \\| letters');
    expect(report).toContain('| arXiv:2503.16527 | [c.md:3](<c.md#L3>) |');
    expect(renderQueueMarkdown({ today, items: [] })).toContain('Nothing to re-test.');
    expect(renderQueuePretty(queue, { top: 1 }).split('\n')[0]).toBe(
      'a.md:1  due 2025-09-30  evidence 2025-03 (19 months old, warm)',
    );
  });

  test('JSON with offsets, a summary, and what is upcoming on request', () => {
    const json = queueToJson(queue) as { claims: { offset: number[]; due: string }[]; summary: unknown };
    expect(json.claims).toHaveLength(3);
    expect(json.claims[0]).toMatchObject({
      path: 'a.md',
      line: 0,
      evidenceDate: '2025-03',
      due: '2025-09-30',
      sources: ['arXiv:2503.16527'],
    });
    expect(json.summary).toEqual({ claims: 4, overdue: 3 });
    expect((queueToJson(queue, { upcoming: true }) as { claims: unknown[] }).claims).toHaveLength(4);
  });

  test('one prompt for the top claims, those of one source together', () => {
    const prompt = renderQueuePrompt(queue, { top: 3 });
    expect(prompt.match(/^From .*:$/gm)).toEqual(['From arXiv:2503.16527:', 'From arXiv:2501.00001:']);
    expect(prompt).toContain('1. No language model keeps a persona (2025-03).\n');
    expect(prompt).toContain('today is 2026-11-23');
  });

  test('a date in a bracket of its own is said once, and a look is called one', () => {
    const claims = (text: string): string[] | null =>
      renderQueuePrompt(buildQueue([{ path: 'x', analysis: analysisOf(text, { today: day }) }], today)).match(
        /^\d\..*$/gm,
      );
    expect(claims('Language models fail to plan (Feb 2024) (arXiv:2402.01817).\n')).toEqual([
      '1. Language models fail to plan (2024-02).',
    ]);
    expect(
      claims('---\nchecked: 2025-02-01\n---\n\nLanguage models fail to plan (arXiv:2402.01817).\n'),
    ).toEqual(['1. Language models fail to plan (checked 2025-02).']);
  });

  test('words leave no comma or blank where a source or a comment stood', () => {
    const text =
      'No model can be tuned on one GPU (arXiv:2305.14314, 2023-07). GPT-4 is currently the best coding model <!-- Bo said so -->.\n';
    expect(analysisOf(text).sentences.map(({ sentence }) => sentence.words)).toEqual([
      'No model can be tuned on one GPU (2023-07).',
      'GPT-4 is currently the best coding model.',
    ]);
  });

  test('the prompt says no name or year twice, and names as the note does', () => {
    const text =
      'Only 12 countries currently have such a law (WHO, 2023).\n\nLanguage models fail to plan (Zhou et al., 2024; arXiv:2307.13854).\n';
    const [law, plan] = renderQueuePrompt(
      buildQueue([{ path: 'x', analysis: analysisOf(text, { today: day }) }], today),
    ).match(/^\d\..*$/gm) ?? [''];
    expect(law).toBe('1. Only 12 countries currently have such a law (WHO, 2023).');
    expect(plan).toBe('2. Language models fail to plan (Zhou et al., 2024, arXiv:2307.13854).');
  });
});

describe('the calendar', () => {
  test('one all-day event for each note and day and one for what is overdue, in the form of RFC 5545', () => {
    const calendar = renderQueueCalendar(queue);
    expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(5);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261123\r\n');
    expect(calendar).toContain('SUMMARY:Overdue for a re-test: 3 claims\r\n');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20250930\r\nDTEND;VALUE=DATE:20251001\r\n');
    expect(calendar.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(new Set(calendar.match(/^UID:.*$/gm)).size).toBe(5);
    expect(renderQueueCalendar(queue)).toBe(calendar);
    expect(renderQueueCalendar(queue, { top: 1 }).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  test('escapes what means something to a calendar', () => {
    expect(escaped('a, b; c\\d\r\ne\nf')).toBe('a\\, b\\; c\\\\d\\ne\\nf');
  });

  test('folds at 75 octets and never inside a character', () => {
    const octets = (text: string): number => new TextEncoder().encode(text).length;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const lines = folded(text).split('\r\n');
          for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
          expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(text);
        },
      ),
    );
  });
});
