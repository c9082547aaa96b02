/**
 * Reads an entry that came from elsewhere. Whoever wrote it may have had another version of Inquiry, or none: what is not as
 * the engine needs it is left out, and without an id and a title there is no entry.
 */
import * as z from 'zod';
import type { Entry } from '#core';

const partialDate = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
const text = z.string().max(100_000);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const lowerCase = text.transform((value) => value.toLowerCase());

const entrySchema = z.object({
  id: text.min(1),
  title: text.min(1),
  kind: z.enum(['paper', 'note', 'line']).catch('paper'),
  authors: z
    .array(z.object({ family: text, given: text.optional() }))
    .max(5000)
    .catch([]),
  authorsComplete: optional(z.boolean()),
  date: optional(partialDate),
  dateIs: optional(z.enum(['submitted', 'issued', 'public-by'])),
  arxiv: optional(lowerCase),
  doi: optional(lowerCase),
  url: optional(text.regex(/^https?:\/\//i)),
  keys: optional(z.array(text)),
  category: optional(text),
  venue: optional(text),
  keywords: optional(z.array(text)),
  aliases: optional(z.array(text)),
  versions: optional(z.array(z.object({ version: z.int().min(1), date: optional(partialDate) }))),
  status: optional(z.enum(['withdrawn', 'retracted', 'superseded'])),
  text: optional(text),
  restsOn: optional(z.array(text)),
});

/** `library` is its name for people. */
export function receivedEntry(value: unknown, library: string): Entry | undefined {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { versions, authors, ...rest } = withoutGaps(parsed.data);
  return {
    ...rest,
    authors: authors.map(withoutGaps),
    ...(versions === undefined
      ? {}
      : { versions: [...versions].sort((a, b) => a.version - b.version).map(withoutGaps) }),
    origin: { path: library, line: 0, elsewhere: library },
  };
}

type Full<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Optional fields are absent or there, never `undefined`. */
function withoutGaps<T extends object>(value: T): Full<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Full<T>;
}
