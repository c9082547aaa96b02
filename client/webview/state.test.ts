/** The workbench's reducer: a person's edits always win, and stay with their note. */
import { expect, test } from 'vitest';
import type { Draft, Edits } from './messages.ts';
import {
  editsOf,
  includesAnchor,
  includesClaim,
  initialState,
  isCutForLength,
  isEdited,
  reduce,
  replyTo,
  templateOf,
  type Action,
  type WorkbenchState,
} from './state.ts';

const claim = (key: string, included = true) => ({
  key,
  text: `Claim ${key}.`,
  ids: [],
  problems: [],
  offset: 0,
  included,
});
const draft = (uri = 'file:///a.md'): Draft => ({
  uri,
  canChat: false,
  name: 'A',
  role: 'You are a reader.',
  question: 'Why?',
  horizonMonths: 6,
  questions: 2,
  claims: [claim('a'), claim('b'), claim('c', false)],
  anchors: [
    { id: 'arXiv:2504.07912', title: 'One', gloss: '', included: true },
    { id: 'arXiv:2507.21509', title: 'Two', gloss: '', included: true },
  ],
  cut: [],
  timeline: { today: '2026-11-26', horizon: '2026-05-26', claims: [] },
  tokens: 3,
  text: 'The prompt.',
  templateFaults: [],
  presetTemplate: 'default',
  ownTemplates: ['mine.md'],
});

const after = (...actions: Action[]): WorkbenchState => actions.reduce(reduce, initialState);
const received = (uri?: string, edits: Edits = {}): Action => ({
  type: 'received',
  message: { type: 'draft', draft: draft(uri), edits },
});
const included = (state: WorkbenchState): string[] =>
  draft()
    .claims.filter((one) => includesClaim(editsOf(state), one))
    .map((one) => one.key);

test('a draft that arrives while the person types leaves their words alone', () => {
  const state = after(
    received(),
    { type: 'role', value: 'You are a sceptic' },
    received(undefined, { role: 'You are' }),
  );
  expect(editsOf(state).role).toBe('You are a sceptic');
});

test('edits kept with the workspace come back with the first draft', () => {
  expect(editsOf(after(received(undefined, { question: 'Why not?' }))).question).toBe('Why not?');
});

test('each note keeps its own edits', () => {
  const state = after(received(), { type: 'role', value: 'Mine' }, received('file:///b.md'));
  expect(isEdited(editsOf(state))).toBe(false);
  expect(editsOf(reduce(state, received())).role).toBe('Mine');
});

test('leaving a claim out keeps the others as they were', () => {
  const state = after(received(), { type: 'include-claim', key: 'a', included: false });
  expect(included(state)).toEqual(['b']);
  expect(included(reduce(state, { type: 'include-claim', key: 'c', included: true }))).toEqual(['b', 'c']);
});

test('all and none', () => {
  expect(included(after(received(), { type: 'include-all-claims', included: true }))).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(included(after(received(), { type: 'include-all-claims', included: false }))).toEqual([]);
});

test('leaving a paper out', () => {
  const state = after(received(), { type: 'include-anchor', id: 'arXiv:2504.07912', included: false });
  expect(draft().anchors.map((anchor) => includesAnchor(editsOf(state), anchor))).toEqual([false, true]);
});

test('writing a claim back to its own words is no edit', () => {
  const edited = after(received(), { type: 'claim-text', key: 'a', value: 'Other words.' });
  expect(editsOf(edited)).toEqual({ edited: { a: 'Other words.' } });
  expect(isEdited(editsOf(reduce(edited, { type: 'claim-text', key: 'a', value: 'Claim a.' })))).toBe(false);
});

test('undoing all edits', () => {
  const state = after(
    received(),
    { type: 'horizon', value: 12 },
    { type: 'questions', value: 3 },
    { type: 'reset' },
  );
  expect(isEdited(editsOf(state))).toBe(false);
  expect(state.pending).toBe(true);
});

test('says that it copied, once', () => {
  const copied = after(received(), { type: 'received', message: { type: 'done', what: 'copied' } });
  expect(copied.done).toBe('copied');
  expect(reduce(copied, { type: 'done-said' }).done).toBeUndefined();
});

test('without a note, edits change nothing', () => {
  const state = after({ type: 'received', message: { type: 'no-note' } });
  expect(reduce(state, { type: 'role', value: 'x' })).toBe(state);
});

test('pointing and highlighting change the page and no prompt', () => {
  const state = after(received(), { type: 'point', key: 'a' }, { type: 'highlight', key: 'b' });
  expect([state.pointed, state.highlighted, state.pending]).toEqual(['a', 'b', false]);
  expect(isEdited(editsOf(state))).toBe(false);
  expect(reduce(state, { type: 'point', key: 'a' })).toBe(state);
  expect(reduce(state, received()).pointed).toBe('a');
});

test('a reply stays with the note that asked, and is gone when its box is closed', () => {
  const state = after(received(), { type: 'reply', text: 'Claim 1 holds.' }, received('file:///b.md'));
  expect(replyTo(state)).toBeUndefined();
  const back = reduce(state, received());
  expect([replyTo(back), back.pending, isEdited(editsOf(back))]).toEqual(['Claim 1 holds.', false, false]);
  expect(replyTo(reduce(back, { type: 'reply', text: undefined }))).toBeUndefined();
});

test('a claim that is ticked and not in the prompt was cut for length', () => {
  const chosen = after(
    received(),
    { type: 'include-all-claims', included: true },
    { type: 'tokens', value: 500 },
  );
  const third = draft().claims[2];
  if (!third) throw new Error('The draft has three claims.');
  expect(isCutForLength(chosen, third)).toBe(false);
  const built = reduce(chosen, received());
  expect(isCutForLength(built, third)).toBe(true);
  const any = reduce(reduce(built, { type: 'tokens', value: undefined }), received());
  expect([isCutForLength(any, third), editsOf(any)]).toEqual([false, { dropped: [] }]);
});

test('a template is kept with its note, and the one that the settings name is no edit', () => {
  const chosen = after(received(), { type: 'template', name: 'short' });
  expect(templateOf(editsOf(chosen), draft())).toBe('short');
  const back = reduce(chosen, { type: 'template', name: 'default' });
  expect(isEdited(editsOf(back))).toBe(false);
  expect(templateOf(editsOf(back), draft())).toBe('default');
});

test('a template that was just written is chosen for its note, and for no other', () => {
  const written = (uri: string): Action => ({
    type: 'received',
    message: { type: 'use-template', uri, name: 'mine.md' },
  });
  expect(editsOf(after(received(), written('file:///a.md')))).toEqual({ template: 'mine.md' });
  expect(editsOf(after(received(), written('file:///b.md')))).toEqual({});
});
