import { describe, expect, test } from 'vitest';
import { analysisOf, library, withCursor } from '../../../test/support.ts';
import { completionsAt, documentLinks, hoverAt } from './index.ts';

const LIBRARY = library(`
- id: chen2025persona
  title: "Persona Vectors: Monitoring and Controlling Character Traits"
  authors: Runjin Chen; Andy Arditi; Henry Sleight; Owain Evans
  arxiv: "2507.21509"
  date: 2025-07-29
  dateIs: submitted
  category: cs.CL
  versions: [{ version: 1, date: 2025-07-29 }, { version: 3, date: 2025-09-05 }]
- id: notes/can-we-track-shifts
  kind: note
  title: Can we track personality shifts during finetuning?
  text: Traits are linear directions. They foretell shifts.
  restsOn: [chen2025persona]
`);

function hover(marked: string): { at: string; card: string } | undefined {
  const { text, offset } = withCursor(marked);
  const card = hoverAt(analysisOf(text, { library: LIBRARY }), offset);
  return card && { at: text.slice(card.span.start, card.span.end), card: card.markdown };
}

describe('the card of a paper', () => {
  test('tells who, when, how old, what notes say, and where to read it', () => {
    const shown = hover('Traits move early (arXiv:2507.215‸09v1).');
    expect(shown?.at).toBe('2507.21509v1');
    expect(shown?.card).toMatchInlineSnapshot(`
      "**Persona Vectors: Monitoring and Controlling Character Traits**

      Chen, Arditi, Sleight et al. · submitted 2025-07-29, 15 months ago (past your horizon of 6 months)

      cs.CL · latest version v3 of 2025-09-05 · you cite v1

      What your library says of it

      - *Can we track personality shifts during finetuning?* Traits are linear directions. They foretell shifts.

      Cited once in this note.

      [arXiv:2507.21509v1](https://arxiv.org/abs/2507.21509v1) · [PDF](https://arxiv.org/pdf/2507.21509v1) · [HTML](https://arxiv.org/html/2507.21509v1)"
    `);
  });

  test.each([
    ['in a link', 'Traits move early ([Chen](https://arxiv.org/abs/2507.2‸1509)).'],
    ['in code', 'The ID is `arXiv:2507.21‸509`.'],
    ['in front matter', '---\narxiv: "2507.2‸1509"\n---\n\nText.'],
    ['as a key', 'Traits move early [@chen2025‸persona, p. 3].'],
    ['as a DOI', 'Traits move early (doi:10.48550/arXiv.2507.2‸1509).'],
  ])('is found %s', (_, marked) => {
    expect(hover(marked)?.card).toContain('**Persona Vectors');
  });
});

test('the card of a note tells its takeaway and its papers', () => {
  const shown = hover('Shifts show early Can we track pers‸onality shifts during finetuning?.');
  expect(shown?.at).toBe('Can we track personality shifts during finetuning?');
  expect(shown?.card).toMatchInlineSnapshot(`
    "**Can we track personality shifts during finetuning?**

    Note

    Traits are linear directions. They foretell shifts.

    Rests on

    - [Persona Vectors: Monitoring and Controlling Character Traits](https://arxiv.org/abs/2507.21509) (2025-07)

    Cited once in this note."
  `);
});

test('of an unknown ID the month is told, of an impossible one why', () => {
  expect(hover('See arXiv:2501.0‸1234.')?.card).toContain(
    'Its ID is of January 2025, 21 months ago. Not in your library',
  );
  expect(hover('See arXiv:2613.0‸0001.')?.card).toContain('there is no month 13');
});

test('dates and claims have cards, plain words have none', () => {
  expect(hover('It was so as of March 20‸23.')?.at).toBe('March 2023');
  expect(hover('GPT-4 rea‸ched 86.4% on MMLU.')?.card).toContain('**A claim (statistic)**: “86.4% on MMLU”.');
  expect(hover('# A hea‸ding')).toBeUndefined();
  expect(hover('I wonder wh‸y.')).toBeUndefined();
});

test('dates in comments have cards, and the horizon of the claim beside them', () => {
  expect(hover('The tier is free.\n\n<!-- expires 2026-‸09-30 -->\n')).toEqual({
    at: '2026-09-30',
    card: '**Wednesday, 2026-09-30**  \n1 month ago.',
  });
  const hot = 'Llama 3 is currently the best open model on the leaderboard';
  const past = '4 months ago: past the horizon of 3 months for claims like this one.';
  expect(hover(`${hot} (arXiv:2407.21783). <!-- checked 2026-‸07-01 -->\n`)?.card).toContain(past);
  expect(hover(`${hot} (2026-‸07-01).\n`)?.card).toContain(past);
  expect(hover('---\nexpires: 2026-‸09-30\n---\n\nText.\n')?.card).toContain('1 month ago.');
});

test('the card of a claim names a work once, by whatever names the sentence cites it', () => {
  const card = hover('GPT-4 rea‸ched 86.4% on MMLU (arXiv:2507.21509; [@chen2025persona]; WHO, 2023).')?.card;
  expect(card).toContain(
    'Rests on “Persona Vectors: Monitoring and Controlling Character Traits”; WHO, 2023.',
  );
});

describe('completion', () => {
  const complete = (marked: string): [label: string, inserted: string, replaced: string][] => {
    const { text, offset } = withCursor(marked);
    return completionsAt(analysisOf(text, { library: LIBRARY }), offset).map(
      ({ label, insertText, replace }) => [
        label.slice(0, 15),
        insertText,
        text.slice(replace.start, replace.end),
      ],
    );
  };

  test.each([
    ['an ID', 'See arXiv:25‸', [['Persona Vectors', '2507.21509', '25']]],
    ['a key', 'See [@ch‸]', [['Persona Vectors', 'chen2025persona', 'ch']]],
    ['a key in a sentence', 'As @ch‸', [['Persona Vectors', 'chen2025persona', 'ch']]],
    ['a note', 'See [[can‸', [['Can we track pe', 'can-we-track-shifts]]', 'can']]],
    ['a note whose brackets are closed', 'See [[can‸]]', [['Can we track pe', 'can-we-track-shifts', 'can']]],
    ['a source', '---\nsources:\n  - pers‸\n---\n', [['Persona Vectors', 'arXiv:2507.21509', 'pers']]],
  ])('of %s', (_, marked, expected) => {
    expect(complete(marked).slice(0, 1)).toEqual(expected);
  });

  test('is silent elsewhere', () => {
    expect(complete('Persona‸')).toEqual([]);
    expect(complete('me@example‸')).toEqual([]);
    expect(complete('---\ntags:\n  - pers‸\n---\n')).toEqual([]);
  });
});

test('links lead to the paper or the note', () => {
  const links = documentLinks(
    analysisOf('arXiv:2507.21509v2, [@chen2025persona], [[can-we-track-shifts]], arXiv:2613.00001', {
      library: LIBRARY,
    }),
  );
  expect(links.map(({ target }) => target)).toEqual([
    'https://arxiv.org/abs/2507.21509v2',
    'https://arxiv.org/abs/2507.21509',
    'notes/can-we-track-shifts.md',
  ]);
});

test('what the re-test queue lists has a card, however little it sounds like a claim', () => {
  expect(hover('No current method av‸oids this (arXiv:2504.07912).')?.card).toContain(
    'due for re-testing since',
  );
  expect(hover('Thanks to ‸Anna (arXiv:2504.07912).')).toBeUndefined();
});
