import { expect, test } from 'vitest';
import { isNoName } from './named-works.ts';

test.each([
  'lecture',
  'Lecture 5',
  'lecture, 12 May 2024',
  'biology lecture',
  'notes from the stats seminar',
  'class',
  'own',
  'own measurements',
  'self',
  'meeting',
  'Team meeting 2025-03-04',
  'Meeting with Anna',
  'conversation w/ Bob',
  'email from Marta Ruiz',
  'personal experience',
  'my lab notebook',
  'Book',
  'web',
  'internet article',
  'unknown',
  'draft',
  'ChatGPT',
  'GPT-4',
  'Claude 3.5 Sonnet',
  'Vorlesung',
  'Vorlesung, Woche 3',
  'eigene Messungen',
  'Besprechung mit Anna',
  '课堂笔记',
])('names no work: %s', (value) => {
  expect(isNoName(value)).toBe(true);
});

test.each([
  'Smith 2019',
  'Kahneman',
  'Deep Work',
  'deep work',
  'attention is all you need',
  'Thinking, Fast and Slow',
  'My Life in Science',
  'Conversations with Friends',
  'Lecture by Prof. Smith, 2024',
  'CS224n lecture 5',
  'Hinton, talk at NeurIPS',
  'Claude Shannon',
  'Wikipedia',
  'notes/drift.md',
  'does-drift-grow',
  'smith2019',
  '202403011230a',
  'report.pdf',
  '人月神话',
])('may name one: %s', (value) => {
  expect(isNoName(value)).toBe(false);
});
