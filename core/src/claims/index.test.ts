/** The claim model from outside: what it wants a source for, in which languages, in which context. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../note/index.ts';
import {
  languageOf,
  languageOfNote,
  scoreInContext,
  scoreNote,
  scoreSentence,
  thresholds,
  wantsSource,
  type ClaimInput,
} from './index.ts';
import type { ClaimScore } from './model.ts';
import { readHead, type HeadFile, type HeadName, type ModelFile } from './model-weights.ts';
import { plainScore } from './plain.ts';
import { model } from './weights.ts';

const CLAIMS = [
  'The method reaches 86.4% accuracy, 3.1 points more than the previous best system.',
  'Recent studies show that longer training improves calibration in most languages.',
  'Persona drift was first described for chat assistants in 2019.',
  'About 60% of published results in psychology could not be replicated.',
  'According to the World Health Organization, 1.3 billion people smoke.',
  'Retrieval reduces hallucinations by 40% compared to prompting alone.',
  'Researchers have found that people trust fluent answers more than correct ones.',
  'The transformer was introduced in 2017 and is now the dominant architecture in language processing.',
  'Sleep deprivation is strongly associated with impaired memory in adults.',
  'Annotators disagree on 30% of ironic sentences.',
  'A meta-analysis of 54 trials found that exercise reduces symptoms of depression.',
  'Women are diagnosed with autism less often than men, and later in life.',
  'Air pollution causes seven million early deaths each year.',
  'Several authors have argued that benchmarks reward memorisation.',
  'Reward models prefer longer answers, and this bias has been reported in many studies.',
  'GPT-4 scores higher than 90% of human candidates on the bar exam.',
];

const INPUT: ClaimInput = {
  text: 'Recent studies show that longer training improves calibration in most languages.',
  block: 'paragraph',
  heading: '',
  positionInBlock: 0,
  positionInNote: 0.5,
  noteKind: 'note',
};

describe('an ordinary claim', () => {
  const inNote = (sentence: string): ClaimScore | null | undefined =>
    scoreNote(parseNote(`# Reading\n\n${sentence}\n`)).at(-1);

  it.each(CLAIMS)('wants a source: %s', (sentence) => {
    expect(wantsSource(scoreInContext(sentence), 'strict')).toBe(true);
  });

  it.each(CLAIMS)('wants one in a note of its own too: %s', (sentence) => {
    const score = inNote(sentence);
    expect(score && wantsSource(score, 'strict')).toBe(true);
  });

  // Without a word around it, one or the other may be the writer's own.
  it('is asked about by `standard` in nearly all cases', () => {
    const asked = CLAIMS.filter((sentence) => {
      const score = inNote(sentence);
      return score && wantsSource(score, 'standard');
    });
    expect(asked.length).toBeGreaterThanOrEqual(CLAIMS.length - 2);
  });
});

/** A newcomer's words: told without "I" or "we", and nobody's but the writer's. */
it.each([
  'The larger room holds 30 people.',
  'GPU utilisation was only 62 %.',
  'Two of the eight nodes failed overnight.',
  'We used 24 participants.',
  'We spent 40 % of the budget so far.',
  'AdamW with beta2=0.95 is more stable than 0.999 for us.',
])('leaves to the writer what is in a log: %s', (sentence) => {
  const note = parseNote(
    `# Log\n\n## Run 14\n\nTraining took nine hours. ${sentence} The first checkpoint was lost.\n`,
  );
  const flagged = scoreNote(note).filter((score) => score && wantsSource(score, 'standard'));
  expect(flagged).toEqual([]);
});

/** A bare comparison of few words is near the threshold: asked about by itself, not in a note that has little else. */
it('wants a source for a bare comparison', () => {
  const score = scoreInContext('Large language models outperform crowd workers at text annotation.');
  expect(wantsSource(score, 'standard')).toBe(true);
});

describe('profiles', () => {
  it('take in more from gentle to strict', () => {
    for (const sentence of CLAIMS) {
      const score = scoreInContext(sentence);
      if (wantsSource(score, 'gentle')) expect(wantsSource(score, 'standard')).toBe(true);
      if (wantsSource(score, 'standard')) expect(wantsSource(score, 'strict')).toBe(true);
    }
    expect(thresholds('gentle').needsSource).toBeGreaterThan(thresholds('standard').needsSource);
    expect(thresholds('standard').needsSource).toBeGreaterThan(thresholds('strict').needsSource);
  });
});

describe('languages', () => {
  it.each([
    ['Die Studie umfasst mehrere Jahre, und die Ergebnisse sind nicht eindeutig.', 'de'],
    ['这项研究的结果并不明确。', 'zh'],
    ['The results of this study are not clear at all.', 'en'],
    ['Les résultats de cette étude ne sont pas clairs et il faut les revoir avec soin.', 'other'],
    ['Результаты этого исследования неясны.', 'other'],
  ])('%s', (sentence, language) => {
    expect(languageOf(sentence)).toBe(language);
  });

  it.each([
    [['LFP hält länger', 'Die Preise sind nicht gefallen.', 'Tesla nutzt LFP seit 2021'], 'de'],
    [['Das Modell gewinnt.', 'Die Halbwertszeit beträgt 5 Stunden.'], 'de'],
    [['用户数量增长了。', 'RLHF', 'DPO', 'PPO'], 'zh'],
    [
      ['Schrödinger and Müller', 'Patients die sooner.', 'Sleep helps.', 'War costs lives.', 'It is so.'],
      'en',
    ],
    [['War costs lives.'], 'en'],
    [['Sleep helps memory', 'Larger models'], 'en'],
  ])('a note’s, by the sentences that show one: %j', (sentences, language) => {
    expect(languageOfNote(sentences.map((words) => ({ words })))).toBe(language);
  });

  it.each([
    'Die Zahl der Anmeldungen ist im letzten Jahr um 12 Prozent gestiegen.',
    'Laut der Behörde sind die Schulen nicht für die Hitze gebaut.',
    'An der Umfrage haben 1.200 Teilnehmer aus drei Ländern mitgemacht, und die meisten waren zufrieden.',
    '研究表明，睡眠不足会影响记忆。',
    '根据统计局的数据，人口正在减少。',
    '用户数量增长了35%。',
  ])('figures and attributions are found: %s', (sentence) => {
    expect(wantsSource(scoreInContext(sentence), 'standard')).toBe(true);
  });

  it.each([
    'Der Garten ist im Herbst am schönsten, und die Wege sind leer.',
    '花园在秋天最美。',
    'Les jardins sont plus beaux que les rues, et 40 % des gens le disent dans une étude récente.',
    'Большинство исследований показывает рост на 40%.',
    'Los estudios recientes demuestran que el 40% de los niños no duerme lo suficiente.',
  ])('the model abstains: %s', (sentence) => {
    expect(wantsSource(scoreInContext(sentence), 'strict')).toBe(false);
  });
});

describe('context', () => {
  const before = 'We planted two gardens last spring.';
  const claim = 'Studies show that roses grow faster than lilies in wet soil.';
  const after = 'Ours are still small.';

  it('locates the sentence', () => {
    const around = `${before} ${claim} ${after}`;
    const scores = [before, claim, after].map((text) => scoreInContext(text, around).needsSource);
    expect(Math.max(...scores)).toBe(scores[1]);
    expect(scoreInContext(claim, around).reasons).toContain('Studies show');
  });

  it('reads the same sentence otherwise in other surroundings', () => {
    const alone = scoreInContext(claim);
    const among = scoreInContext(claim, `${before} ${claim} ${after}`);
    expect(among.needsSource).not.toBe(alone.needsSource);
  });

  it('takes a sentence that its context does not hold as if alone', () => {
    expect(scoreInContext(claim, 'Something else. Quite another thing.').claim).toBe(
      scoreInContext(claim).claim,
    );
  });

  it('is one score for each sentence of a note, none for code, headings and lists of links', () => {
    const note = parseNote(
      `# All studies show 90% growth\n\n${claim} ${after}\n\n\`\`\`\nstudies show 90%\n\`\`\`\n\n- [A study of 90% growth](https://example.org)\n`,
    );
    const scores = scoreNote(note);
    expect(scores.length).toBe(note.sentences.length);
    const judged = note.sentences.filter((_, i) => scores[i]).map(({ words }) => words);
    expect(judged).toEqual([claim, after]);
  });
});

describe('the same sentence', () => {
  it('always scores the same', () => {
    const first = scoreSentence(INPUT);
    scoreNote(parseNote(`${CLAIMS.join(' ')}\n`));
    const second = scoreSentence(INPUT);
    expect([second.claim, second.needsSource, second.kind, second.reasons]).toEqual([
      first.claim,
      first.needsSource,
      first.kind,
      first.reasons,
    ]);
  });

  it('has scores between 0 and 1, whatever it is', () => {
    for (const text of [
      '',
      ' ',
      '.',
      '?!',
      '1',
      '$x$',
      'a'.repeat(5000),
      'word '.repeat(2000),
      '🙂',
      '\u0000',
    ]) {
      const { claim, needsSource } = scoreInContext(text);
      expect(claim >= 0 && claim <= 1 && needsSource >= 0 && needsSource <= 1).toBe(true);
    }
  });
});

describe('what counts as a claim', () => {
  const abstract = [
    'Sleep is thought to help memory, but how much of it children need is not known.',
    'We examined 214 pupils from eleven schools before and after a change of the first lesson.',
    'Sleep was measured with actigraphs during two consecutive weeks in each term.',
    'Mean sleep duration was 7.4 hours before the change and 8.1 hours after it (p < 0.001).',
    'Recall of word lists was assessed by blinded investigators at the end of each term.',
    'These findings suggest that later school hours improve the memory of adolescents.',
  ];
  const scoreOf = (at: number): number => scoreInContext(abstract[at] ?? '', abstract.join(' ')).claim;

  it('is, in an abstract, first what the study concludes, then what was known or measured, and not what was done', () => {
    const [known = 0, , , measured = 0, , conclusion = 0] = abstract.map((_, at) => scoreOf(at));
    expect(conclusion).toBeGreaterThan(0.8);
    expect(Math.max(known, measured)).toBeLessThan(conclusion);
    for (const method of [1, 2, 4]) expect(scoreOf(method)).toBeLessThan(Math.min(known, measured));
  });

  it('is, in speech, a deed or a figure, and not a wish', () => {
    const claim = (text: string): number => scoreInContext(text).claim;
    const deed = claim('The senator voted against the bill three times in 2009.');
    const figure = claim('We have lost 40,000 jobs in this state since last year.');
    for (const wish of ['I want to thank you all for coming tonight.', 'We should build a better country.'])
      expect(claim(wish)).toBeLessThan(Math.min(deed, figure) / 2);
  });
});

describe('what claims nothing', () => {
  it.each([
    'Freeze the rest with 10 % glycerol.',
    'Set the learning rate to 0.001 and train for 50 epochs.',
    'If the data were 10 times larger, the effect might vanish.',
    'See Section 3 for the training on 8 GPUs.',
  ])('says so by itself too: %s', (text) => {
    expect(scoreInContext(text).claim).toBeLessThan(thresholds('standard').claim);
  });
});

describe('an abstract in its authors’ own words', () => {
  const abstract = [
    'Footnotes carry many of the words in legal opinions, and screen readers skip most of them.',
    'In this paper we present Notewalk, a method that reads each footnote aloud where its marker stands.',
    'Notewalk aligns markers with notes by a pointer network and decides with a small classifier whether to read or to postpone.',
    'The model is trained on 12,000 opinions of three courts.',
    'We compare it with two rules of thumb in a study with 36 blind readers.',
  ];
  const scored = (sentences: readonly string[]): number[] => {
    const note = parseNote(`# Reading order of footnotes\n\n${sentences.join(' ')}\n`);
    return scoreNote(note).flatMap((score) => score?.needsSource ?? []);
  };

  it('owes nobody a source for what they propose and did, whatever the profile', () => {
    const least = thresholds('strict').needsSource;
    for (const needsSource of scored(abstract).slice(1)) expect(needsSource).toBeLessThan(least);
  });

  it('is no note on their work, where the same is told of others', () => {
    const others = abstract.map((text) => text.replace('In this paper we present', 'The authors present'));
    const retold = scored([...others.slice(0, 4), 'They compare it with two rules of thumb.']);
    expect(retold[2]).toBeGreaterThan(2 * (scored(abstract)[2] ?? 1));
  });

  it('is not the summary of a trial that tells its methods without a “we”', () => {
    const summary = [
      'Eleven hospitals took part, and 22 wards were randomised to early walking or to usual care.',
      'Patients aged 65 years or older were eligible.',
      'The primary outcome was a walking score on day three.',
      'Data were analysed with mixed models.',
      'Between two summers 1,204 patients were enrolled.',
      'Mortality at 30 days did not differ.',
    ];
    expect(Math.min(...scored(summary).slice(1, 4))).toBeGreaterThan(0.1);
  });

  it('needs no “we” where its words leave no doubt', () => {
    const passive = [
      'Background: Persistent hypertension is associated with left ventricular hypertrophy in patients with chronic kidney disease.',
      'Methods: Plasma renin activity was measured by radioimmunoassay in 86 patients and 40 healthy controls.',
      'Echocardiography was performed at baseline and after 12 months of treatment.',
      'Multivariate regression analysis was used to identify independent predictors.',
      'Results: Plasma renin activity was significantly higher in patients than in controls (P < 0.001).',
      'Left ventricular mass index correlated positively with renin activity (r = 0.46, P = 0.002).',
      'Conclusions: These findings suggest that renin activity contributes to ventricular hypertrophy in chronic kidney disease.',
    ];
    const least = thresholds('strict').needsSource;
    for (const needsSource of scored(passive).slice(1, 4)) expect(needsSource).toBeLessThan(least);
  });

  it('may have a list or a quote beside it', () => {
    const note = parseNote(`# Footnotes\n\n- read in May\n- from the court\n\n${abstract.join(' ')}\n`);
    const byText = new Map(note.sentences.map(({ words, index }) => [words, scoreNote(note)[index]]));
    for (const text of abstract.slice(1)) expect(byText.get(text)?.needsSource).toBeLessThan(0.25);
  });

  it('is not told by what its reader plans or did', () => {
    const summary = [
      'The authors extract a direction for each trait from the activations of one layer.',
      'They train a linear probe on 4,000 dialogues and steer the model along it.',
      'The method predicts drift before it shows.',
    ];
    const alone = scored(summary);
    for (const ours of ['We should try this next week.', 'We used the same probe in our own runs.'])
      expect(scored([...summary, ours])[1]).toBeGreaterThan(0.8 * (alone[1] ?? 1));
  });

  it('holds where a whole abstract stands around a sentence, and not for one alone', () => {
    const text = abstract[2] ?? '';
    const around = [...abstract, 'Our results suggest that the order matters more than the voice.'].join(' ');
    expect(scoreInContext(text, around).needsSource).toBeLessThan(scoreInContext(text).needsSource / 2);
  });
});

it('asks for no source in a note of a language that it does not read, sentence by sentence or by most of the note', () => {
  const french = parseNote(
    "# Ventes\n\nLe chiffre d'affaires a augmenté de 3,5 % en 2023. Nous avons dépensé 40 % du budget. Les ventes sont en hausse. Bilan positif: 12 %.\n",
  );
  const japanese = parseNote('# 睡眠\n\n睡眠は記憶を73%改善する。これは研究で示された。\n');
  for (const score of [...scoreNote(french), ...scoreNote(japanese)])
    if (score) expect(wantsSource(score, 'standard')).toBe(false);
});

it('takes filling text for no English, and “AC lines” and “sed” for English', () => {
  const flags = (text: string): boolean[] =>
    scoreNote(parseNote(text)).flatMap((score) => (score ? [wantsSource(score, 'standard')] : []));
  expect(flags('Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n')).toEqual([false]);
  expect(flags('# Motors\n\nAC beats DC: AC motors waste 30% less energy.\n')).toEqual([true]);
  expect(flags('# Tools\n\nGNU sed replaces 40% more lines a second than sed of BSD.\n')).toEqual([true]);
});

describe('weights that cannot be read', () => {
  it('are told from good ones', () => {
    const withHead = (name: HeadName, head: HeadFile | undefined): ModelFile =>
      ({ ...model, heads: { ...model.heads, [name]: head } }) as ModelFile;
    for (const head of [
      'cited',
      'owed',
      'note',
      'study',
      'finding',
      'undertaken',
      'asserted',
      'checkable',
    ] as const) {
      expect(readHead(model, head)).toBeDefined();
      expect(readHead(undefined, head)).toBeUndefined();
      expect(readHead({ ...model, version: 1 }, head)).toBeUndefined();
      expect(readHead({ ...model, tableBits: 3 }, head)).toBeUndefined();
      const whole = model.heads[head];
      const cut = { ...whole, table: whole.table.slice(0, 400) };
      expect(readHead(withHead(head, cut), head)).toBeUndefined();
      expect(readHead(withHead(head, undefined), head)).toBeUndefined();
    }
  });

  it('leave the plain cues, which flag figures and attributions and no questions', () => {
    expect(plainScore('Costs fell by 40% in two years.').needsSource).toBeGreaterThan(0.4);
    expect(plainScore('Several studies link sleep to memory.').needsSource).toBeGreaterThan(0.4);
    for (const nothing of ['Did costs fall by 40%?', 'A green chair stood by the window.', 'Year: 1992']) {
      const plain = { ...plainScore(nothing), kind: 'finding', signs: [] } as const;
      expect(wantsSource(plain, 'strict')).toBe(false);
    }
  });
});
