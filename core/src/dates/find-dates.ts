/**
 * Date expressions in plain text, with exact spans and TIMEX3-like values. What is masked and where the anchor comes
 * from is `note-dates.ts`'s business; `grammar.ts` finds, `resolve.ts` anchors.
 */
import { chineseDates } from './chinese.ts';
import { overlapping } from './found.ts';
import { expressionsIn } from './grammar.ts';
import type { Found } from './meaning.ts';
import type { DateExpression } from './model.ts';
import { Resolver } from './resolve.ts';
import { tellsStory } from './story.ts';
import type { DateContext } from './resolve.ts';

export type { DateContext } from './resolve.ts';

/** For a text of which only what stands by itself is read: nothing is counted from this day. */
export const NOWHEN: DateContext = { anchor: { year: 2000, month: 1, day: 1 }, anchorFrom: 'today' };

export function findDates(text: string, context: DateContext): DateExpression[] {
  return resolveAll([{ text, found: findExpressions(text) }], context)[0] ?? [];
}

/** What the grammars find in a text, not yet anchored. */
export function findExpressions(text: string): readonly Found[] {
  const found = expressionsIn(text);
  const chinese = chineseDates(text);
  return chinese.length === 0 ? found : merged(found, chinese);
}

interface FoundIn {
  readonly text: string;
  readonly found: readonly Found[];
  /** Where the text has a day of its own. */
  readonly context?: DateContext | undefined;
}

/** Anchors the expressions of texts that follow each other; one list of dates for each text. */
export function resolveAll(texts: readonly FoundIn[], context: DateContext): DateExpression[][] {
  const all = texts.flatMap((one) => one.found);
  const resolver = new Resolver(context, tellsStory(all, context.anchor));
  return texts.map((one) =>
    one.found.length === 0 ? [] : resolver.resolve(one.text, one.found, one.context),
  );
}

function merged(found: readonly Found[], chinese: readonly Found[]): Found[] {
  const free = found.filter(({ start, end }) => overlapping(chinese, start, end).length === 0);
  return [...free, ...chinese].sort((a, b) => a.start - b.start);
}
