/** What needs no source, class by class: none of these may be flagged, whatever stands in them. */
import { describe, expect, it } from 'vitest';
import { notAClaim, scoreInContext, wantsSource } from './index.ts';

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  questions: [
    'Does longer training always help?',
    'Why do 40% of the runs collapse after the second epoch?',
    'Who first described persona drift, and when?',
    'Is a larger model really better than a well-tuned small one?',
    'How many participants did the earlier studies have?',
    'Which of the two is the state of the art today?',
    'Could it be that reward models prefer longer answers?',
    'What share of papers report negative results (2019 to 2024)?',
  ],
  instructions: [
    'Run the script twice and compare the logs.',
    'Set the learning rate to 0.001 and train for 20 epochs.',
    'Open the settings and switch the rule off.',
    'To install the package, use the command below.',
    'Make sure that at least 90% of the disk is free.',
    'Please read the licence before you upload data.',
    'First, download the archive, which is larger than 2 GB.',
    'You can change the limit in the configuration file.',
    'If you see an error, delete the cache and start again.',
    'Avoid batch sizes of more than 64 on small cards.',
  ],
  plans: [
    'TODO: check whether the effect holds in 2025.',
    'Next step: compare with the best baseline.',
    'We will repeat this with 200 participants.',
    'I plan to read the three surveys next week.',
    "Let's look at the largest models first.",
    'We need to find out which study reported this first.',
    'Idea: train only on the most recent 10% of the data.',
    'Whether this scales remains to be seen.',
    'I want to test if shorter prompts do better than long ones.',
  ],
  views: [
    'I think that the field worries too much about scale.',
    'In my opinion this is the best introduction to the subject.',
    'We believe that smaller models will win in the end.',
    'Personally, I find it hard to trust averages over ten seeds.',
    'My guess is that half of the gain comes from the data.',
    'I noticed that my runs fail more often on Mondays.',
    'I prefer plain tables to dashboards.',
    'We suspect that the labels were swapped.',
    'I have the impression that all surveys copy each other.',
    'My own experience is that three seeds are enough.',
  ],
  definitions: [
    'A token is defined as a piece of a word.',
    'We denote the number of heads by h.',
    'Let n be the number of participants in each group.',
    'Recall refers to the share of relevant items that are found.',
    'This quantity is called the residual.',
    'By definition, precision is at most 100%.',
    'The abbreviation RLHF stands for reinforcement learning from human feedback.',
    'We say that a run converges when its loss no longer falls.',
    'Here, drift means that the answers move away from the persona.',
  ],
  hypotheticals: [
    'If the data were ten times larger, the effect might vanish.',
    'Suppose that half of all labels are wrong.',
    'Imagine a model that never forgets.',
    'Assume that every user writes 20 notes a day.',
    'If all reviewers agreed, the debate would be over.',
    'Without a control group this would mean very little.',
    'Say a car drives at 50 km/h towards a crossing.',
    'Were this true, larger models would be cheaper than small ones.',
  ],
  pointers: [
    'See Section 3 for the results on all 12 tasks.',
    'This note covers the literature on persona drift since 2022.',
    'Table 2 lists the accuracy of each model.',
    'The next section describes how the studies were chosen.',
    'Details of the training are given in Appendix B.',
    'In this chapter the three largest surveys are compared.',
    'This page collects links about evaluation.',
    'The rest of this post explains why that matters.',
    'More about this is found below.',
    'As mentioned above, the two groups differ in age.',
  ],
  thanks: [
    'Thanks to Ana for the plots.',
    'Thank you for reading all 4,000 words of this.',
    'We are grateful to the reviewers of the first version.',
    'I would like to thank the 120 participants.',
    'The authors acknowledge support by grant 12-345.',
    'Credit goes to the community, which found most of the errors.',
    'Many thanks to everyone who sent corrections in 2023.',
    'I am thankful for the many helpful comments.',
  ],
  metadata: [
    'Topics: memory, retrieval, long context',
    'Items in the last 30 days: 26',
    'Last seen: 2026-04-07T10:59:25+00:00',
    'Authors: Ana Lopez, Kai Chen, Olu Ade',
    'Tags: newsletter, policy, taxation',
    'Source: Weekly Digest Published: 2026-04-07',
    'Status: unknown',
    'Related topics: causality, surveys',
    'Paper ID: 019d41b7',
  ],
  titles: [
    'Depth Estimation from a Single Image with Convolutional Networks',
    '203 Fine-Grained Classification of Furniture and Home Goods',
    'Sharp Minima Can Generalize for Deep Nets [arXiv]',
    'Neural Episodic Control (shared topics: Memory, Agents)',
    'Weekly Research Digest',
    'The Structure of Scientific Revolutions – Kuhn (1962)',
  ],
};

describe.each(Object.entries(CLASSES))('%s', (_, sentences) => {
  it.each(sentences)('needs no source: %s', (sentence) => {
    expect(wantsSource(scoreInContext(sentence), 'standard')).toBe(false);
  });
});

describe('what is no claim of its own', () => {
  it.each([
    ['Does it help?', 'question'],
    ['Run the tests.', 'instruction'],
    ['We will measure it again.', 'plan'],
    ['I think so.', 'view'],
    ['We denote it by h.', 'definition'],
    ['Suppose that it fails.', 'hypothetical'],
    ['This note covers drift.', 'pointer'],
    ['Thanks to Ana.', 'thanks'],
    ['Total supporting items: 5', 'metadata'],
    ['Attention Is All You Need [arXiv]', 'title'],
  ])('%s is a %s', (sentence, reason) => {
    expect(notAClaim(sentence)).toBe(reason);
  });

  it.each([
    'Dropout halves the error on small data sets.',
    'Call centres lose a third of their staff each year.',
    'Set theory was founded by Cantor in 1874.',
    'Test accuracy fell by 12% in two years.',
    'Reading speed predicts grades better than age.',
    'Most language models hallucinate when they are asked about rare names.',
    'PTB perplexity: 78.4',
    'Source code: it was published two years later than the paper.',
    'TREC Questions: 96.1 %',
    'Results: the smaller model loses 12 points.',
    'GPT-4 Beats Doctors at Diagnosis.',
  ])('a claim is not mistaken for one of them: %s', (sentence) => {
    expect(notAClaim(sentence)).toBeUndefined();
  });
});
