/** Which kind a claim is, and the words that the message shows for it. */
import { describe, expect, it } from 'vitest';
import { signsOf } from './kinds.ts';

const KINDS = {
  quotation: [
    [
      'The report calls it “a slow and very costly kind of progress”.',
      '“a slow and very costly kind of progress”',
    ],
    ['She wrote: "nobody reads the appendix until it is too late".', '"nobody reads the appendix'],
    [
      'The rule says "every figure must name where it came from" in its first line.',
      '"every figure must name',
    ],
  ],
  statistic: [
    ['The method reaches 86.4% on the test set.', '86.4%'],
    ['About 1,200 participants finished the course.', '1,200 participants'],
    ['Costs fell to $3.5 million last year.', '$3.5 million'],
    ['Such trials are three times as likely to fail.', 'three times as likely'],
    ['At least one million wells are open.', 'At least one million'],
    ['Errors dropped 3x with the new tokenizer.', '3x'],
    ['Recall was 12 % higher after the nap.', 'Recall was 12 %'],
    ['The number of visitors rose fivefold in a decade.', 'fivefold'],
    ['Rents have almost tripled since the merger.', 'tripled'],
    ['Nearly two-thirds of adults sleep too little.', 'Nearly two-thirds of'],
    ['One in five nurses leaves within a year.', 'One in five'],
    ['A quarter of all start-ups close early.', 'A quarter of all'],
    ['Nine out of ten readers stop at the abstract.', 'Nine out of ten'],
    ['After the ban traffic fell by more than half.', 'by more than half'],
    ['The firm sells to more than 40 ministries.', 'more than 40'],
  ],
  attribution: [
    ['According to the ministry, the schools are full.', 'According to'],
    ['Several studies link sleep to memory.', 'Several studies'],
    ['Researchers have argued for shorter reviews.', 'Researchers have'],
    ['It has been shown to help beginners.', 'It has been shown'],
    ['The authors also show that depth is enough.', 'The authors also show'],
    ['Economists at the bank argue that rents last twice as long.', 'Economists at the bank argue'],
    ['Moritz et al. (2019) propose a cheaper test.', 'Moritz et al. (2019) propose'],
    ['Brandt showed earlier that such proofs are long.', 'Brandt showed earlier'],
  ],
  comparison: [
    ['Small models outperform large ones here.', 'outperform'],
    ['Reading on paper is slower than on a screen.', 'slower than'],
    ['The new cells last twice as long.', 'twice as'],
    ['The gain is modest compared to the cost.', 'compared to'],
  ],
  superlative: [
    ['It is the largest collection of its kind.', 'the largest'],
    ['The tool is the state of the art in parsing.', 'state of the art'],
    ['Lisbon has the most reliable trams in Europe.', 'the most reliable'],
  ],
  finding: [
    ['Sparse rewards lead to brittle policies.', 'lead to'],
    ['Sleep is strongly associated with recall.', 'is strongly associated'],
    ['Fine-tuning degrades calibration.', 'degrades'],
  ],
  universal: [
    ['Every agent drifts.', 'Every'],
    ['No river has ever run uphill.', 'No river has ever'],
    ['Nobody reads appendices.', 'Nobody'],
    ['Such proofs are invariably long.', 'invariably'],
  ],
  historical: [
    ['The telescope was invented by a spectacle maker.', 'was invented'],
    ['The idea came up in the early 1990s.', 'in the early 1990s'],
    ['Two decades ago phones had keys.', 'decades ago'],
  ],
} as const;

describe.each(Object.entries(KINDS))('%s', (kind, cases) => {
  it.each(cases)('%s', (sentence, words) => {
    const signs = signsOf(sentence);
    expect(signs.kind).toBe(kind);
    expect(signs.words.some((reason) => reason.startsWith(words.slice(0, 40)))).toBe(true);
    for (const reason of signs.words) expect(sentence).toContain(reason.replace(/…$/, ''));
  });
});

describe('reasons', () => {
  it('are none where no word is a sign', () => {
    expect(signsOf('A green chair stood by the window.')).toEqual({ kind: 'finding', words: [], places: [] });
  });

  it('are at most five, none twice', () => {
    const { words: reasons } = signsOf(
      'According to one study, 40% of all users were faster than the best expert in 2019, which shows that training never fails.',
    );
    expect(reasons.length).toBeGreaterThan(2);
    expect(reasons.length).toBeLessThanOrEqual(5);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('shorten a long quotation', () => {
    const long = `He said “${'word after word '.repeat(12)}”.`;
    expect(signsOf(long).words[0]?.length).toBeLessThanOrEqual(48);
  });
});

describe('a sign that says little alone', () => {
  it.each([
    ['It is the best introduction to the subject.', 'the best introduction'],
    ['Lisbon has the most reliable trams in Europe.', 'the most reliable trams'],
    ['It is the only country with two capitals.', 'the only country'],
    ['Every agent drifts.', 'Every agent drifts'],
    ['None of the tested models passed.', 'None of the tested models'],
    ['Unlike the others, children learn it.', 'Unlike the others'],
    ['Twice as many students passed.', 'Twice as many'],
    ['Fine-tuning does not generalise.', 'does not generalise'],
    ['Models cannot, as a rule, count.', 'cannot'],
    ['According to the World Health Organization, many smoke.', 'According to the World Health Organization'],
    ['This is so according to some.', 'according to'],
  ])('%s is quoted with what it is about: %s', (sentence, words) => {
    expect(signsOf(sentence).words).toContain(words);
  });
});

describe('words that only look like signs', () => {
  it.each([
    ['“Tutorial on Careful Sampling” by Ray and others.', 'quotation'],
    ['He says "yes" to every offer of a longer holiday and "no" to the rest.', 'quotation'],
    ['Programs may read these results, as well as delete or reorder them.', 'comparison'],
    ['The first approach is dominated by sampling.', 'superlative'],
    ['The main task of the morning was to sort letters.', 'superlative'],
    ['The only window of the room looks north.', 'superlative'],
    ['We doubled the batch size on Monday.', 'statistic'],
    ['The pipeline reads documents as well as their notes.', 'comparison'],
    ['The implementation is compared to the written form.', 'comparison'],
    ['The prompt must not exceed the input limit of the model.', 'comparison'],
    ['Traffic fell by more than half.', 'comparison'],
    ['The star left the main sequence early.', 'superlative'],
    ['We draw from the top left corner.', 'superlative'],
    ['It runs with the most recent version.', 'superlative'],
    ['All the same, the bridge was closed.', 'universal'],
    ['The dose is given every 20 hours.', 'universal'],
    ['Every other day a train leaves.', 'universal'],
    ['Good morning, everyone, and thanks for coming!', 'universal'],
    ['The net can fit all the training data.', 'universal'],
    ['It is one of the set of all words.', 'universal'],
    ['Topics come from “Attention Is All You Need”.', 'universal'],
    ['It was never trained on reviews.', 'universal'],
    ['As was done in a previous paper, the loss is a sum.', 'attribution'],
    ['Results showed that sleep helps.', 'attribution'],
  ])('%s is no %s', (text, kind) => {
    expect(signsOf(text).kind).not.toBe(kind);
  });

  it.each([
    ['The small model performs as well as the large one.', 'comparison'],
    ['It was the first system to pass the exam.', 'superlative'],
    ['The main cause of fires is faulty wiring.', 'superlative'],
  ])('%s is a %s', (text, kind) => {
    expect(signsOf(text).kind).toBe(kind);
  });
});

describe('forms of verbs that assert nothing', () => {
  it.each([
    ['The model gets good results in most tasks.'],
    ['It looks at the causes of fires.'],
    ['The text is due on Friday.'],
    ['The loss between the predicted and the true counts is small.'],
    ['An AI-enabled tool came out.'],
    ['The job runs only when explicitly triggered.'],
  ])('%s', (sentence) => {
    expect(signsOf(sentence).words).toEqual([]);
  });
});

describe('figures and comparisons as they are meant', () => {
  it('a factor has both of its ends', () => {
    expect(signsOf('Sparse models are 2–4x faster.').words[0]).toBe('2–4x');
  });

  it('“more than once” compares nothing', () => {
    expect(signsOf('The city burned more than once.').words).toEqual([]);
  });
});
