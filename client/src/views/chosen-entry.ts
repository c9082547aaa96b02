/** The row that a person stands on in one of the library's views: what a command means that comes from the keyboard, without a row. */
import type { EntryRow } from '#core/views/messages.ts';

export class ChosenEntry {
  /** Of the view that was walked through last. */
  row: EntryRow | undefined;
}
