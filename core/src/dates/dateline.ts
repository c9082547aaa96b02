/**
 * The note's own date: of its front matter, else of the line under its title that gives one: "Published: 12 May 2023",
 * "*Last updated on 3 March 2025*", "Datum: 3. März 2025".
 */
import type { Note } from '../note/model.ts';
import type { PartialDate } from './calendar-date.ts';
import { frontMatterDate } from './front-matter-dates.ts';
import { dayOrder, decided } from './day-order.ts';
import { readWrittenDay } from './written-day.ts';

/** Only what stands first, above the first section, is said of the note. */
const FIRST_BLOCKS = 8;
const LINE =
  /^[\s*_>•-]*(?:date|(?:first |originally )?(?:published|posted|written|created)|(?:last )?(?:updated|modified|revised)|datum|veröffentlicht|erstellt|stand|日期|发布(?:于|日期)?|更新(?:于|日期)?|写于)(?:[*_]*\s*[:：][*_]*\s*|[*_]*\s+(?:on|am)\s+|(?<=于)\s*)([^\n|]{4,60})/gim;

/** The date that the note gives itself; undefined when it gives none. */
export function noteDateOf(note: Note): PartialDate | undefined {
  return frontMatterDate(note) ?? dateline(note);
}

/** The date of the line under the title; undefined when there is none. */
export function dateline(note: Note): PartialDate | undefined {
  for (const block of note.blocks.slice(0, FIRST_BLOCKS)) {
    if (block.kind === 'heading' && (block.level ?? 1) > 1) return undefined;
    if (block.kind !== 'paragraph') continue;
    for (const match of note.text.slice(block.span.start, block.span.end).matchAll(LINE)) {
      const rest = (match[1] ?? '').replace(/[*_\s.。]+$/, '');
      const written =
        readWrittenDay(rest) ?? readWrittenDay(rest.split(/\s*[·•(（;；—–]|\s{2,}|\s\\/)[0] ?? '');
      const day = decided(written, undefined, dayOrder(note));
      if (day && day.other === undefined) return day.value;
    }
  }
  return undefined;
}
