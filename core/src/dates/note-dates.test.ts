/** Dates of whole notes: masks, anchors, front matter, marks, and what the writer says of perishability. */
import { describe, expect, test } from 'vitest';
import { analysisOf, library, note, requireDate } from '../../../test/support.ts';
import { anchorOf, dateMarks, datesOfNote, looksOf, noteDateOf, perishableOverrides } from './index.ts';

const today = requireDate('2026-11-23');
const checkedOn = (text: string): string | undefined => {
  const given = note(text);
  return looksOf(given, datesOfNote(given, today), today).ofNote.checked;
};
const values = (text: string): string[] =>
  datesOfNote(note(text), today).map((date) => `${date.text}=${date.value}`);

describe('dates of a note', () => {
  test('front matter and prose, with spans in the original text', () => {
    const text =
      '---\r\ndate: 2025-03-18\r\nexpires: "2026-01-01"\r\n---\r\n\r\n# Since 2019\r\n\r\nIn **March 2024** and 😀 [last year](https://x.org/2020/01/02).\r\n';
    expect(values(text)).toEqual([
      '2025-03-18=2025-03-18',
      '2026-01-01=2026-01-01',
      '2019=2019',
      'March 2024=2024-03',
      'last year=2024',
    ]);
    for (const date of datesOfNote(note(text), today))
      expect(text.slice(date.span.start, date.span.end)).toBe(date.text);
  });

  test('front matter in whatever form people write a day, and lists', () => {
    for (const written of [
      'March 3, 2025',
      '3. März 2025',
      '2025-3-3',
      '2025/03/03',
      '03.03.2025',
      '2025年3月3日',
    ])
      expect(noteDateOf(note(`---\ndate: ${written}\n---\n\nText.\n`)), written).toBe('2025-03-03');
    expect(noteDateOf(note('---\nDate: 2025-03-03\n---\n\nText.\n'))).toBe('2025-03-03');
    expect(noteDateOf(note('---\ndate: 03/04/25\n---\n\nText.\n'))).toBeUndefined();
    expect(checkedOn('---\nchecked: [2024-01-02, 2025-02-03]\n---\n\nText.\n')).toBe('2025-02-03');
    expect(checkedOn('---\nstatus:\n  checked: 2025-02-03\n---\n\nText.\n')).toBeUndefined();
  });

  test('a line under the title dates the note; one further down does not', () => {
    const dated = '# Jailbreaks\n\nPublished: 12 May 2023\nAuthor: Anna\n\nLast month it changed.\n';
    expect(noteDateOf(note(dated))).toBe('2023-05-12');
    expect(values(dated)).toContain('Last month=2023-04');
    expect(noteDateOf(note('# Jailbreaks\n\n## A paper\n\nPublished: 12 May 2023\n'))).toBeUndefined();
  });

  test('identifiers, code and link targets hold none', () => {
    expect(
      values(
        'See arXiv:2024.01234, `released 2021-03-04`, [@smith2020, p. 3], doi:10.1000/2019.05 and Smith (2018).',
      ),
    ).toEqual([]);
  });

  test('quotes typed with backticks are prose, and a stray backtick hides nothing', () => {
    expect(
      values(
        "``We left in May 2024,'' she said. ``It was 2019,'' he said, and `a = 'x' # 2020` ran in 2021. A ` in 2022.",
      ),
    ).toEqual(['May 2024=2024-05', '2019=2019', '2021=2021', '2022=2022']);
    expect(values("``x = '2020' `` and ``y = '' # 2021`` of 2022")).toEqual(['2022=2022']);
  });

  test('the anchor is the note’s date, else its "as of", else today', () => {
    expect(anchorOf(note('---\ndate: 2025-03-18\n---\n\nLast year.'), today)).toEqual({
      anchor: { year: 2025, month: 3, day: 18 },
      anchorFrom: 'front matter',
    });
    expect(anchorOf(note('As of May 2024 nothing is known. Last year was calm.'), today)).toEqual({
      anchor: { year: 2024, month: 5, day: 31 },
      anchorFrom: 'as of',
    });
    expect(anchorOf(note('Last year was calm.'), today)).toEqual({ anchor: today, anchorFrom: 'today' });
    expect(values('As of May 2024 nothing is known. Last year was calm.')).toEqual([
      'May 2024=2024-05',
      'Last year=2023',
    ]);
  });

  test('a date without its day is as exact as it is', () => {
    expect(values('---\ndate: 2025-03\n---\n\nLast month, last week, yesterday.').slice(1)).toEqual([
      'Last month=2025-02',
      'last week=2025-03',
      'yesterday=2025-03',
    ]);
  });

  test('a note tells one story from paragraph to paragraph', () => {
    const text =
      'The war began in 1812. It reached the coast in 1813, and the hills in 1814.\n\nIn August, the capital fell.\n';
    expect(values(text).at(-1)).toBe('August=1814-08');
  });
});

describe('marks', () => {
  test('as of, checked, expires: in text, front matter and comments', () => {
    const text = [
      '---\nlast_reviewed: 2026-01-05\nreview_by: 2026-12-01\n---\n',
      '**Last updated:** 2026-02-03. As of March 2026 it holds (checked 2026-04).\n',
      '<!-- expires 2026-05-06 -->\nIt holds.\n<!-- end expires 2026-05-06 -->\n',
      '`<!-- expires 2020-01-01 -->` is how to write it; it was tested in 2021.\n',
    ].join('\n');
    const given = note(text);
    const marks = dateMarks(given, datesOfNote(given, today), today);
    expect(marks.map(({ kind, where, value }) => `${where}: ${kind} ${value}`)).toEqual([
      'front matter: checked 2026-01-05',
      'front matter: expires 2026-12-01',
      'text: checked 2026-02-03',
      'text: as of 2026-03',
      'text: checked 2026-04',
      'comment: expires 2026-05-06',
    ]);
    expect(marks.at(-1)?.twin).toBeDefined();
    expect(checkedOn(text)).toBe('2026-02-03');
    // The line under the title.
    expect(noteDateOf(given)).toBe('2026-02-03');
  });
});

describe('which claims somebody has looked at', () => {
  const looks = (text: string): (string | undefined)[] => {
    const given = note(text);
    const dates = datesOfNote(given, today);
    const found = looksOf(given, dates, today);
    return [
      `note ${found.ofNote.checked ?? '-'} ${found.ofNote.heldUntil ?? '-'}`,
      ...given.sentences.map((sentence) => {
        const one = found.of(sentence);
        return one && `${one.checked ?? '-'} ${one.heldUntil ?? '-'}`;
      }),
    ];
  };

  test('the sentence that the comment stands in or behind', () => {
    expect(
      looks('One holds. Two holds <!-- checked 2026-05-06 -->. Three holds. <!-- expires 2027-01 -->\n'),
    ).toEqual(['note - -', undefined, '2026-05-06 -', '- 2027-01']);
  });

  test('the block or the section under a comment, the stretch that it opens', () => {
    expect(
      looks('One holds.\n\n<!-- checked 2026-05-06 -->\nTwo holds. Three holds.\n\nFour holds.\n'),
    ).toEqual(['note - -', undefined, '2026-05-06 -', '2026-05-06 -', undefined]);
    expect(
      looks(
        'One holds.\n\n<!-- expires 2027-05-06 -->\n\nTwo.\n\nThree.\n\n<!-- end expires 2027-05-06 -->\n\nFour.\n',
      ),
    ).toEqual(['note - -', undefined, '- 2027-05-06', '- 2027-05-06', undefined]);
    // The headings are sentences, too.
    expect(looks('One.\n\n## A <!-- checked 2026-05 -->\n\nTwo.\n\n## B\n\nThree.\n')).toEqual([
      'note - -',
      undefined,
      '2026-05 -',
      '2026-05 -',
      undefined,
      undefined,
    ]);
  });

  test('a line or a comment that opens or closes the note', () => {
    expect(looks('One holds.\n\nLast verified: 2026-05-06\n')[0]).toBe('note 2026-05-06 -');
    expect(looks('One holds.\n\n<!-- last checked: 2026-05-06, expires: 2027-08-01 -->\n')[0]).toBe(
      'note 2026-05-06 2027-08-01',
    );
    expect(looks('# Title\n\n<!-- last updated: 2026-05-06 -->\n\nOne holds.\n\nTwo holds.\n')[0]).toBe(
      'note 2026-05-06 -',
    );
  });
});

describe('a day with two readings', () => {
  test('is read by lang, by other days of the note, by its language, or by what lies behind', () => {
    expect(values('---\nlang: en-GB\n---\n\nDue 03/11/26.\n')).toEqual(['03/11/26=2026-11-03']);
    expect(values('---\nlang: en-US\n---\n\nDue 03/11/26.\n')).toEqual(['03/11/26=2026-03-11']);
    expect(values('We met on 13/04/25. Last checked: 03/11/26.\n')[1]).toBe('03/11/26=2026-11-03');
    expect(values('Zuletzt geprüft: 03/11/26\n')).toEqual(['03/11/26=2026-11-03']);
    expect(values('Last checked: 05/12/26.\n')).toEqual(['05/12/26=2026-05-12']);
    expect(values('---\ndate: 2025-04-12\n---\n\nRead on 12/04/25.\n')[1]).toBe('12/04/25=2025-04-12');
  });

  test('keeps both where nothing decides', () => {
    const given = note('Due 03/11/26, or 04/13/25, or 13/04/25.\n');
    expect(datesOfNote(given, today)[0]?.alternatives).toEqual(['2026-11-03']);
    const { sentences } = analysisOf('The best model is slow (03/11/26).\n');
    expect(sentences[0]?.evidenceDate?.value).toBe('2026');
  });
});

describe('what the writer says of perishability', () => {
  const said = (text: string): (string | undefined)[] => {
    const given = note(text);
    const override = perishableOverrides(given);
    return given.sentences.map((sentence) => {
      const one = override(sentence);
      return one && `${one.perishable ? (one.speed ?? 'perishable') : 'durable'} by ${one.from}`;
    });
  };

  test('the nearest word wins: comment, heading, front matter', () => {
    const text =
      '---\nperishable: cold\n---\n\nOne here.\n\n## Prices (hot)\n\nTwo here.\n\n### Deep\n\nThree here.\n\n<!-- inquiry-perishable: durable -->\n\nFour here.\n\n## Rest\n\nFive here.\n';
    expect(said(text).filter((_, index) => [0, 2, 4, 5, 7].includes(index))).toEqual([
      'cold by front matter',
      'hot by heading',
      'hot by heading',
      'durable by comment',
      'cold by front matter',
    ]);
  });

  test('nothing said, nothing known', () => {
    expect(said('One here. Two there.')).toEqual([undefined, undefined]);
  });
});

describe('evidence dates', () => {
  const held = library(`
- id: zhao2025echo
  title: "Echo Chamber"
  arxiv: "2504.07912"
  date: 2025-04-10
  dateIs: submitted
- id: notes/echo
  kind: note
  title: Does RL training collapse formats?
  restsOn: ["arXiv:2504.07912"]
`);
  const evidence = (text: string): string | undefined => {
    const found = analysisOf(text, { library: held }).sentences.at(-1)?.evidenceDate;
    return found && `${found.value} from ${found.from}: ${found.reason}`;
  };

  test('the date beside it, else its newest source, else its note', () => {
    expect(evidence('Formats collapse (2025-04, arXiv:2504.07912).')).toBe(
      '2025-04 from text: written with the claim',
    );
    expect(evidence('Formats collapse (2026-09, arXiv:2504.07912).')).toBe(
      '2025-04-10 from source: submitted then; the date written with the claim does not fit',
    );
    expect(evidence('Since 2019 formats collapse (arXiv:2504.07912).')).toBe(
      '2025-04-10 from source: newest source, arXiv:2504.07912',
    );
    expect(evidence('Formats collapse [[notes/echo]].')).toBe(
      '2025-04-10 from source: newest source, “Does RL training collapse formats?”',
    );
    expect(evidence('Formats collapse (arXiv:2506.01234).')).toBe(
      '2025-06 from source: newest source, arXiv:2506.01234',
    );
    expect(evidence('Formats collapsed in March 2024.')).toBe('2024-03 from text: written in the sentence');
    expect(evidence('---\ndate: 2024-02-03\n---\n\nFormats collapse.')).toBe(
      '2024-02-03 from note: the note’s own date',
    );
    expect(evidence('Formats collapse.')).toBeUndefined();
  });

  test('a later look at the note counts', () => {
    expect(evidence('---\nchecked: 2026-10-01\n---\n\nFormats collapse (2025-05, arXiv:2504.07912).')).toBe(
      '2026-10-01 from note: the day the note was last checked',
    );
  });
});
