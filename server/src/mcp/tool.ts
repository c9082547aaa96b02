/** What a tool is: words that a model reads, a schema for its arguments, and an answer in words and as data. */
import * as z from 'zod';
import { argumentFault, type CalendarDate } from '#core';
import { IS_EMPTY, numberWanted, textWanted, tooLong } from '#core/agents/argument-fault.ts';
import type { Folders } from './folders.ts';
import type { NotedFile } from '../storage/note-bibliographies.ts';
import type { OpenLibrary } from './libraries.ts';
import { LONGEST_TEXT } from './notes.ts';
import { Refusal } from './refusal.ts';

/** What the tools work with. */
export interface Workplace {
  readonly folders: Folders;
  /** The library, with the bibliographies that the notes name and that may be read; the notes' own warnings are among its. */
  readonly open: (notes?: readonly GivenNote[]) => Promise<OpenLibrary>;
  readonly today: () => CalendarDate;
}

type GivenNote = NotedFile & { readonly warning?: string };

export interface Answer {
  /** As the command line tells it to people. */
  readonly words: string;
  /** As the command line writes it with `--format json`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What could not be read: the answer was made without it. */
  readonly warnings: readonly string[];
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>> & { readonly type: 'object' };
  /** Throws a Refusal for arguments that are no such, and for whatever cannot be answered. */
  call(given: unknown, workplace: Workplace, signal: AbortSignal): Promise<Answer>;
}

interface ToolParts<Arguments extends z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: Arguments;
  run(given: z.infer<z.ZodObject<Arguments>>, workplace: Workplace, signal: AbortSignal): Promise<Answer>;
}

export function makeTool<Arguments extends z.ZodRawShape>(parts: ToolParts<Arguments>): Tool {
  const { name, title, description } = parts;
  const schema = z.strictObject(parts.arguments);
  const { $schema: _, ...inputSchema } = z.toJSONSchema(schema, { io: 'input' });
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    call(given, workplace, signal) {
      const read = schema.safeParse(given ?? {});
      if (!read.success) throw new Refusal(argumentFault(name, read.error.issues[0]));
      return parts.run(read.data as z.infer<z.ZodObject<Arguments>>, workplace, signal);
    },
  };
}

/** Text that says something, of a bounded length. */
export const words = (description: string, most = LONGEST_TEXT): z.ZodString =>
  z
    .string({ error: textWanted })
    .min(1, { error: IS_EMPTY })
    .max(most, { error: tooLong(most) })
    .describe(description);

/** A note's whole text, which may be empty. */
export const noteText = (description: string): z.ZodString =>
  z
    .string({ error: textWanted })
    .max(LONGEST_TEXT, { error: tooLong(LONGEST_TEXT) })
    .describe(description);

export const wholeNumber = (
  description: string,
  least: number,
  most: number,
  preset: number,
): z.ZodDefault<z.ZodInt> => {
  const error = numberWanted(least, most);
  return z.int({ error }).min(least, { error }).max(most, { error }).default(preset).describe(description);
};

export const path = (description: string): z.ZodString => words(description, 4096);
