/**
 * Whole replies in the manner of the chats that people use, written for these tests, with what is read from each: the
 * verdict on every claim (f fell, p partly, h held, ? unclear, - unanswered; never one that a careful reader would call wrong), and every identifier that is not simply held.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { analysisOf, type Circumstances } from '../../../test/support.ts';
import { createLibrary, readLibraryFile } from '../library/index.ts';
import type { Library } from '../library/model.ts';
import { promptOf } from '../prompt/workbench.ts';
import { renderPrompt } from '../prompt/render.ts';
import { prettyReply, verifyReport } from '../report/index.ts';
import type { Span } from '../text/span.ts';
import { verifyReply, type ReplyReport, type Verdict } from './index.ts';

const folder = join(import.meta.dirname, 'replies');
const seeds = join(import.meta.dirname, '../../../seeds');
const read = (path: string): string => readFileSync(path, 'utf8');
const libraryOf = (paths: readonly string[]): Library =>
  createLibrary(paths.flatMap((path) => readLibraryFile(path, read(path)).entries));

const notes = readdirSync(join(seeds, 'notes')).map((name) => join(seeds, 'notes', name));
const LINE = 'can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';
const scaling = {
  note: read(join(folder, 'scaling.note.md')),
  library: libraryOf([join(folder, 'scaling.bib')]),
};
const personas = {
  note: read(join(seeds, LINE)),
  library: libraryOf([join(seeds, 'papers.json'), ...notes]),
};

function verify(text: string, { note, library }: { note: string; library: Library }): ReplyReport {
  const given: Circumstances = { library, today: '2026-11-26' };
  return verifyReply(analysisOf(text, given), analysisOf(note, given));
}

const LETTERS: Readonly<Record<Verdict, string>> = {
  fell: 'f',
  partly: 'p',
  held: 'h',
  unclear: '?',
  unanswered: '-',
};
const verdicts = ({ answers }: ReplyReport): string =>
  answers.map(({ verdict }) => LETTERS[verdict]).join('');
const notHeld = ({ cited }: ReplyReport): string[] =>
  cited.filter(({ status }) => status !== 'in-library').map(({ name, status }) => `${name} ${status}`);
const superseding = ({ answers, cited }: ReplyReport): string[] =>
  answers.flatMap((answer) =>
    answer.superseding.map((index) => `${String(answer.number)} ${cited[index]?.name ?? ''}`),
  );

interface Expected {
  readonly on?: typeof scaling;
  readonly verdicts: string;
  readonly notHeld?: readonly string[];
  readonly superseding?: readonly string[];
  readonly questions?: number;
  readonly lost?: number;
}

const REPLIES: Readonly<Record<string, Expected>> = {
  'arrows.md': {
    on: personas,
    verdicts: 'h?hhh?fh?hp',
    notHeld: ['arXiv:2608.02222 unknown', 'arXiv:2607.05555 unknown', 'arXiv:2609.07777 unknown'],
    superseding: ['7 arXiv:2607.05555', '11 arXiv:2609.07777'],
  },
  'chatmarks.md': { verdicts: 'fhphfh', lost: 4 },
  'citations.md': {
    verdicts: 'fh-?f-',
    notHeld: ['arXiv:2212.08410 unknown'],
    superseding: ['1 arXiv:2304.15004', '5 arXiv:2212.08410'],
  },
  'clean.md': { verdicts: 'hhhhhh' },
  'durable.md': {
    verdicts: 'fhp?fh',
    notHeld: [
      'arXiv:2601.04444 unknown',
      'arXiv:2501.12948 unknown',
      'doi:10.1038/s41586-025-09422-z unknown',
    ],
    superseding: [
      '1 arXiv:2304.15004',
      '3 arXiv:2601.04444',
      '5 arXiv:2501.12948',
      '5 doi:10.1038/s41586-025-09422-z',
    ],
  },
  'footnotes.md': { verdicts: 'fhp---', superseding: ['1 arXiv:2304.15004'] },
  'grouped.md': {
    verdicts: 'fhp?fh',
    notHeld: ['arXiv:2212.08410 unknown'],
    superseding: ['1 arXiv:2304.15004', '5 arXiv:2212.08410'],
  },
  'headings.md': {
    verdicts: 'fhphfh',
    notHeld: ['arXiv:2212.08410 unknown'],
    superseding: ['1 arXiv:2304.15004', '5 arXiv:2212.08410'],
  },
  'hedged.md': { verdicts: '?h???p' },
  'impossible.md': {
    verdicts: '------',
    notHeld: [
      'arXiv:2613.04512 impossible',
      'arXiv:2707.00123 impossible',
      'arXiv:2304.1500 impossible',
      'arXiv:2327.03172 impossible',
      'arXiv:2001.08361 date-disagrees',
    ],
  },
  'lights.md': {
    on: personas,
    verdicts: 'hphhhf?h??h',
    notHeld: ['arXiv:2407.18416 date-disagrees', 'arXiv:2512.99999 unknown'],
    superseding: ['6 arXiv:2512.99999'],
  },
  'nested.md': {
    verdicts: 'fh?p?h',
    notHeld: ['arXiv:2212.08410 unknown', 'arXiv:2005.11401 authors-disagree'],
    superseding: ['1 arXiv:2304.15004'],
  },
  'numbered.md': { verdicts: 'ph?hfh', superseding: ['1 arXiv:2304.15004'], questions: 2 },
  'plaintext.txt': {
    verdicts: 'fhphfh',
    notHeld: ['arXiv:2601.04444 unknown', 'arXiv:2212.08410 unknown'],
    superseding: ['1 arXiv:2304.15004', '3 arXiv:2601.04444', '5 arXiv:2212.08410'],
    questions: 2,
  },
  'prose.md': {
    verdicts: 'fhphf-',
    notHeld: ['arXiv:2501.12948 unknown'],
    superseding: ['1 arXiv:2304.15004', '5 arXiv:2501.12948'],
  },
  'report.md': {
    on: personas,
    verdicts: 'pph---h---h',
    notHeld: ['arXiv:2610.01010 unknown', 'arXiv:2605.09999 unknown', 'arXiv:2606.08888 unknown'],
    superseding: ['1 arXiv:2610.01010'],
    questions: 2,
  },
  'short.md': {
    on: personas,
    verdicts: '-f--------f',
    notHeld: ['arXiv:2605.12121 unknown', 'doi:10.1038/s41562-026-01234-5 unknown'],
    superseding: ['2 arXiv:2605.12121', '11 doi:10.1038/s41562-026-01234-5'],
  },
  'swapped.md': {
    verdicts: 'fhhpfh',
    notHeld: [
      'arXiv:2206.07682 title-disagrees',
      'arXiv:2307.13172 title-disagrees',
      'arXiv:2005.11401 title-disagrees',
    ],
    superseding: ['1 “Are Emergent Abilities of Large Language Models a Mirage?”', '5 arXiv:2005.11401'],
  },
  'table.md': {
    verdicts: 'fhppfh',
    notHeld: ['arXiv:2601.04444 unknown', 'arXiv:2512.01002 unknown', 'arXiv:2609.11111 unknown'],
    superseding: [
      '1 arXiv:2304.15004',
      '1 arXiv:2609.11111',
      '3 arXiv:2601.04444',
      '4 arXiv:2404.10102',
      '5 arXiv:2512.01002',
    ],
    questions: 2,
  },
  'brackets.md': {
    on: personas,
    verdicts: 'hfphhphp?hh',
    notHeld: [
      'arXiv:2609.11998 unknown',
      'arXiv:2607.45012 unknown',
      'arXiv:2606.20202 unknown',
      'arXiv:2608.30303 unknown',
    ],
    superseding: ['2 arXiv:2609.11998', '3 arXiv:2607.45012', '8 arXiv:2608.30303'],
  },
  'checkboxes.md': {
    on: personas,
    verdicts: '-fh---h-hhp',
    notHeld: ['arXiv:2609.00777 unknown', 'arXiv:2412.16881 unknown'],
    superseding: ['2 arXiv:2609.00777'],
  },
  'dashes.md': {
    on: personas,
    verdicts: 'pphhh?hffh?',
    notHeld: [
      'arXiv:2608.11820 unknown',
      'arXiv:2609.20331 unknown',
      'arXiv:2603.15150 unknown',
      'arXiv:2607.09091 unknown',
      'arXiv:2606.17171 unknown',
    ],
    superseding: ['1 arXiv:2608.11820', '1 arXiv:2609.20331', '8 arXiv:2606.17171'],
  },
  'german.md': { on: personas, verdicts: '-----------', notHeld: ['arXiv:2610.00420 unknown'] },
  'lines.md': {
    on: personas,
    verdicts: 'hfhhhpphfhh',
    notHeld: [
      'arXiv:2610.00420 unknown',
      'arXiv:2504.12522 date-disagrees',
      'arXiv:2607.09091 unknown',
      'arXiv:2603.30303 unknown',
    ],
    superseding: ['2 arXiv:2610.00420', '7 arXiv:2607.09091', '9 arXiv:2603.30303'],
  },
  'numbers-only.md': {
    on: personas,
    verdicts: 'hfhhh?phfph',
    notHeld: ['arXiv:2610.00420 unknown'],
    superseding: ['2 arXiv:2610.00420'],
  },
  'ordinals.md': {
    verdicts: 'fhfhfh',
    notHeld: ['arXiv:2605.04040 unknown', 'arXiv:2501.12948 unknown'],
    superseding: ['1 arXiv:2304.15004', '3 arXiv:2605.04040', '5 arXiv:2501.12948'],
    questions: 2,
  },
  'quoted.md': {
    verdicts: 'fh?pfh',
    notHeld: ['arXiv:2401.00448 unknown'],
    superseding: ['1 arXiv:2304.15004', '4 arXiv:2401.00448'],
  },
  'sorted.md': {
    on: personas,
    verdicts: 'f?h---h-?-h',
    notHeld: [
      'arXiv:2605.31313 unknown',
      'arXiv:2610.00420 unknown',
      'arXiv:2604.22503 title-disagrees',
      'arXiv:2611.31337 unknown',
    ],
    questions: 2,
  },
  'summary.md': {
    verdicts: 'fhphfh',
    notHeld: ['arXiv:2212.08410 unknown'],
    superseding: ['1 arXiv:2304.15004', '1 arXiv:2212.08410', '5 arXiv:2304.15004', '5 arXiv:2212.08410'],
  },
  'topics.md': {
    on: personas,
    verdicts: 'hhf----?--?',
    notHeld: ['arXiv:2606.00606 unknown'],
    superseding: ['3 arXiv:2606.00606'],
  },
  'yes-no.md': {
    verdicts: 'fhphfh',
    notHeld: ['arXiv:2605.04040 unknown', 'arXiv:2501.12948 unknown', 'arXiv:2011.08361 title-disagrees'],
    superseding: ['1 arXiv:2304.15004', '3 arXiv:2605.04040', '5 arXiv:2501.12948'],
  },
  'unnumbered.md': {
    on: personas,
    verdicts: 'hff--------',
    notHeld: ['arXiv:2507.21509 title-disagrees', 'arXiv:2603.04321 unknown', 'arXiv:2604.1234 impossible'],
    superseding: ['2 arXiv:2507.21509', '3 arXiv:2603.04321'],
  },
};

test('every reply has been read', () => {
  const replies = readdirSync(folder).filter((name) => !name.startsWith('scaling.'));
  expect(replies.sort()).toEqual(Object.keys(REPLIES).sort());
});

describe.each(Object.entries(REPLIES))('%s', (name, expected) => {
  const on = expected.on ?? scaling;
  const text = read(join(folder, name));
  const report = verify(text, on);

  it('is read as a careful reader reads it', () => {
    expect({
      verdicts: verdicts(report),
      notHeld: notHeld(report),
      superseding: superseding(report),
      questions: report.questions.length,
      lost: report.lost.length,
    }).toEqual({
      verdicts: expected.verdicts,
      notHeld: expected.notHeld ?? [],
      superseding: expected.superseding ?? [],
      questions: expected.questions ?? 0,
      lost: expected.lost ?? 0,
    });
  });

  it('tells places that name its own words, the same each time and with other line ends', () => {
    const json = verifyReport(report, { reply: name });
    expectPlacesToName(text, json);
    expect(verifyReport(verify(text, on), { reply: name })).toEqual(json);
    expect(verdicts(verify(text.replaceAll('\n', '\r\n'), on))).toBe(verdicts(report));
  });
});

/** Every `text` beside an `offset` and a `range` of the reply is what stands there. */
function expectPlacesToName(text: string, json: unknown): void {
  if (Array.isArray(json)) {
    for (const each of json) expectPlacesToName(text, each);
    return;
  }
  if (typeof json !== 'object' || json === null) return;
  const place = json as { text?: string; offset?: [number, number]; range?: unknown };
  if (place.text !== undefined && Array.isArray(place.offset) && place.range !== undefined)
    expect(place.text).toBe(text.slice(...place.offset));
  for (const each of Object.values(json)) expectPlacesToName(text, each);
}

test('a title that is held is told with the entry it belongs to, and nothing is accused for being shortened', () => {
  const { cited } = verify(read(join(folder, 'swapped.md')), scaling);
  const told = cited.flatMap(({ findings }) => findings.map(({ entry, message }) => [entry?.id, message]));
  expect(told).toContainEqual([
    'schaeffer2023mirage',
    'arXiv:2206.07682 is “Emergent Abilities of Large Language Models” in the library; the title that the reply gives it, “Are Emergent Abilities of Large Language Models a Mirage?”, belongs to arXiv:2304.15004.',
  ]);
  const clean = verify(read(join(folder, 'clean.md')), scaling);
  expect(clean.cited.flatMap(({ findings }) => findings)).toEqual([]);
});

test.each([
  'arXiv:2206.07682 (Wei et al., 2022), arXiv:2304.15004 (Schaeffer et al., 2023), and arXiv:2005.11401 (Lewis et al., 2020) bear on it.',
  '“Emergent Abilities of Large Language Models” (arXiv:2206.07682), “Scaling Laws for Neural Language Models” (arXiv:2001.08361).',
  'arXiv:2206.07682 “Emergent Abilities of Large Language Models”; arXiv:2001.08361 “Scaling Laws for Neural Language Models”.',
  'Smith et al. (2024) doubt the emergent abilities of arXiv:2206.07682.',
  '**Emergence Is Mostly a Matter of Metrics** (arXiv:2304.15004): the jumps vanish.',
  'They call it “a mirage of the chosen metric” (arXiv:2304.15004).',
  '| Paper | ID |\n| --- | --- |\n| Lost in the Middle (Liu et al., 2023) | 2307.03172 |\n| Scaling Laws | arXiv:2001.08361 |',
  'See [this paper](https://arxiv.org/abs/2307.03172), [the Chinchilla paper](https://arxiv.org/abs/2203.15556) and [Wei et al.](https://arxiv.org/abs/2201.11903).',
  'OpenAI (2022), arXiv:2206.07682; Meta (2020), arXiv:2001.08361; DeepSeek-AI et al. (2022), arXiv:2203.15556.',
  'Emergence (Meta AI, June 2022, arXiv:2206.07682) and scaling (DeepMind, 2022, arXiv:2203.15556).',
  'Google DeepMind and Isomorphic Labs (2022, arXiv:2206.07682) list them.',
  '| Claim | Source |\n| --- | --- |\n| Emergence | Tay, Bommasani and Wei 2022, arXiv:2206.07682 |\n| Middle | Lin, Hewitt, and Liu, arXiv:2307.03172 |',
  'Training Compute-Optimal LLMs (Hoffmann et al. 2022, arXiv:2203.15556); Retrieval-Augmented Generation for Knowledge-Intensive NLP, arXiv:2005.11401.',
])('nothing is held against %s', (text) => {
  const { cited } = verify(`${text}\n`, scaling);
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.flatMap(({ findings }) => findings)).toEqual([]);
});

test.each([
  ['Smith et al. (2022), arXiv:2206.07682, and later work.', 'authors-disagree'],
  ['[Smith et al., 2022](https://arxiv.org/abs/2206.07682)', 'authors-disagree'],
  ['MacDonald et al. (2022), arXiv:2206.07682', 'authors-disagree'],
  [
    '1. Smith, J. et al. Attention Sinks and Their Removal in Language Models. arXiv:2206.07682, 2022.',
    'title-disagrees',
  ],
  ['arXiv:2206.07682 — Attention Sinks and Their Removal in Language Models', 'title-disagrees'],
  ['[Lost in the Middle](https://arxiv.org/abs/2206.07682)', 'title-disagrees'],
  ['*Scaling Laws for Neural Language Models*, arXiv:2001.09999', 'title-disagrees'],
  [
    '| Title | arXiv |\n| --- | --- |\n| Training Compute-Optimal Large Language Models | 2206.07682 |',
    'title-disagrees',
  ],
  ['In arXiv:2307.03172 (2022-01) facts in the middle are lost.', 'date-disagrees'],
])('%s: %s', (text, status) => {
  expect(verify(`${text}\n`, scaling).cited.map((each) => each.status)).toContain(status);
});

test('a title between two identifiers belongs to the one in brackets behind it', () => {
  const text = 'See arXiv:2613.00001 and “Scaling Laws for Neural Language Models” (arXiv:2206.07682).\n';
  expect(notHeld(verify(text, scaling))).toEqual([
    'arXiv:2613.00001 impossible',
    'arXiv:2206.07682 title-disagrees',
  ]);
});

test.each([
  [
    '*Tone Is Kept by Adapters in Translation* (arXiv:2608.01234) holds it. Later, “Routing Tokens Through Sparse Experts” (arXiv:2608.01234) denies it.',
    1,
  ],
  [
    '[Tone Is Kept by Adapters](https://arxiv.org/abs/2608.01234); *Tone Is Kept by Adapters in Translation*, arXiv:2608.01234.',
    0,
  ],
  [
    '*Tone Is Kept by Adapters in Translation* (arXiv:2608.01234); they say “tone survives the switch” (arXiv:2608.01234).',
    0,
  ],
])('an unknown ID under two titles: %s', (text, told) => {
  const { cited } = verify(`${text}\n`, scaling);
  const messages = cited.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages.filter((message) => message.includes('stands here under two titles'))).toHaveLength(told);
});

test('a reply that quotes its prompt before it answers is one', () => {
  const asked = renderPrompt(
    promptOf(analysisOf(scaling.note, { library: scaling.library, today: '2026-11-26' })),
  );
  const { remarks, answers } = verify(`${asked}\n${read(join(folder, 'headings.md'))}`, scaling);
  expect(remarks).toEqual([]);
  expect(answers.some(({ verdict }) => verdict === 'fell')).toBe(true);
});

test('claims without a source are the check’s; a claim of the note that is merely given back is none', () => {
  const report = verify(read(join(folder, 'grouped.md')), scaling);
  expect(report.claims).toEqual([]);
  const own = verify('Distilled models gained 14% on MMLU last year.\n', scaling);
  expect(own.claims.map(({ rule }) => rule)).toEqual(['unsourced-claim']);
});

test.each([
  ['1. Held.\n2. Fell: see arXiv:2304.15004\n3. Partly.\n4. Held.\n5. Superseded.\n6. Held', 'hfphfh'],
  ['1. Held. 2. Fell: overturned by arXiv:2304.15004. 3. Partly. 4. Held. 5. Fell. 6. Held.', 'hfphfh'],
  ['1) Holds 2) Superseded 3) Weakened 4) Holds 5) Overturned 6) Holds', 'hfphfh'],
  ['**1.** Superseded by arXiv:2304.15004.\n\n**2.** Held.\n\n**3.** Weakened.', 'fhp---'],
  ['- 1: held\n- 2: fell (arXiv:2304.15004)\n- 3: unclear\n- 4: holds', 'hf?h--'],
  ['Claim 1 - superseded\nClaim 2 - holds\nClaim 3 = fell\nClaim 4 ✓', 'fhfh--'],
  ['C1 fell\nC2 held\nC3 weakened', 'fhp---'],
  ['Held: 2, 4 and 6\nFell: claims 1, 5\nPartly: 3', 'fhphfh'],
  ['Still holds: 2–4; overturned: 1.', 'fhhh--'],
])('hardly more than verdicts: %j', (text, expected) => {
  const report = verify(`${text}\n`, scaling);
  expect(verdicts(report)).toBe(expected);
  expect(report.claims).toEqual([]);
});

// Another count, other things, newer works, a list that goes on past the claims.
test.each([
  '1. Held.\n3. Fell.\n7. Held.',
  '1. Held-out data were used.\n2. False positives fell.\n3. Wrong labels are rare.',
  '## Strongest newer work\n\n1. Superseded: arXiv:2608.00001\n2. Confirmed: arXiv:2608.00002\n3. Weakened: arXiv:2608.00003',
  '1. Held\n2. Held\n3. Held\n4. Held\n5. Held\n6. Held\n7. Held\n8. Held',
  'Held: 12 workshops in 2025',
])('no verdicts on claims: %j', (text) => {
  expect(verdicts(verify(`${text}\n`, scaling))).toBe('------');
});

test.each([
  ['Claim 2 holds (arXiv:2001.08361).', '-h----'],
  ['Claim 2 does not hold.', '-f----'],
])('a claim named by its number is answered: %s', (text, expected) => {
  expect(verdicts(verify(`${text}\n`, scaling))).toBe(expected);
});

test.each([
  ['**Claim 2 (scaling laws) — still holds, durable.**', 'durable'],
  ['Claim 2: holds, perishable', 'perishable'],
  ['Claim 2 still holds for stable, durable traits.', undefined],
])('how a claim is sorted behind a comma: %s', (text, expected) => {
  expect(verify(`${text}\n`, scaling).answers[1]?.durability).toBe(expected);
});

test('a work that a publisher’s address leads to is the one that is held', () => {
  const entries = readLibraryFile(
    'held.bib',
    '@article{jumper2021, title={Highly accurate protein structure prediction}, author={Jumper, John}, year=2021, doi={10.1038/s41586-021-03819-2}}',
  ).entries;
  const { cited } = verify(
    'Folding: https://www.nature.com/articles/s41586-021-03819-2?utm_source=chatgpt.com\n',
    { note: scaling.note, library: createLibrary(entries) },
  );
  expect(cited.map(({ name, status }) => [name, status])).toEqual([
    ['doi:10.1038/s41586-021-03819-2', 'in-library'],
  ]);
});

test('without a note, no claim is answered', () => {
  const given = { library: scaling.library, today: '2026-11-26' };
  const report = verifyReply(analysisOf('Claim 1 still holds (arXiv:2001.08361).', given));
  expect(report.answers).toEqual([]);
  expect(prettyReply(report, { color: false })).toContain('1 identifier (1 in the library)');
});

describe('whatever the reply', () => {
  const bits = Object.keys(REPLIES).flatMap((name) => read(join(folder, name)).split(/(?<=[.|:\n])\s*/));
  const made = fc
    .array(
      fc.oneof(fc.constantFrom(...bits), fc.constantFrom('\n', '\n\n', '- ', '1. ', '**', '| ', '😀', '(')),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(' '));

  it('spans lie in the text, and the report is the same each time', () => {
    fc.assert(
      fc.property(made, (text) => {
        const report = verify(text, scaling);
        const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
        const spans = [
          ...report.cited.flatMap(({ places, findings }) => [...places, ...findings.map(({ span }) => span)]),
          ...report.answers.flatMap(({ words, passages }) => [...words, ...passages]),
          ...report.questions.map(({ span }) => span),
          ...report.claims.map(({ span }) => span),
          ...report.lost,
        ];
        expect(spans.filter((span) => !inside(span))).toEqual([]);
        const json = verifyReport(report, { reply: '-' });
        expectPlacesToName(text, json);
        expect(verifyReport(verify(text, scaling), { reply: '-' })).toEqual(json);
      }),
      { numRuns: 60 },
    );
  });
});
