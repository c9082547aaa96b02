/** Dates as the rest of the engine uses them: found, anchored, aged. */
export { anchorOf, datesOfNote } from './note-dates.ts';
export { dateConflicts } from './date-conflicts.ts';
export type { DateConflict } from './date-conflicts.ts';
export { entryDate, evidenceDateOf } from './evidence-date.ts';
export type { EvidenceInput } from './evidence-date.ts';
export { canGoStale, mayFallDue } from './claim.ts';
export { describeDate, describeEvidence } from './describe.ts';
export { findDates } from './find-dates.ts';
export type { DateContext } from './find-dates.ts';
export { noteDateOf } from './dateline.ts';
export { frontMatterDates, hasExpiry } from './front-matter-dates.ts';
export { ageInMonths, dueDate, horizonMonths, isOlderThan } from './horizon.ts';
export type { HorizonSettings } from './horizon.ts';
export { dateMarks, noteCheckedOn, noteHeldUntil, unreadDates } from './date-marks.ts';
export type { DateMark } from './date-marks.ts';
export { perishableOverrides } from './perishable-override.ts';
export { perishabilityOf } from './perishability.ts';
export type { Override, PerishabilityContext } from './perishability.ts';
