/** What a person calls a source that nothing resolves: an author-year citation as its writer put it. */
import type { Source } from '../analysis.ts';

/** "WHO, 2023" where the identifier is "who 2023"; the identifier where the marker is a bare year, as in "Smith 2020, 2021". */
export function writtenName(text: string, { span, id }: Source): string {
  const marker = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const words = /^[([](.*)[)\]]$/.exec(marker)?.[1] ?? marker;
  return /\p{L}/u.test(words) ? words : id;
}
