/** The engine's public face. Hosts import from here only. */
export type * from './analysis.ts';
export type * from './claims/model.ts';
export type * from './dates/model.ts';
export type * from './features/model.ts';
export type * from './library/model.ts';
export type * from './note/model.ts';
export type * from './prompt/model.ts';
export type * from './rules/model.ts';
export * from './dates/calendar-date.ts';
export * from './identifiers/index.ts';
export * from './dates/index.ts';
export * from './importer/index.ts';
export * from './prompt/index.ts';
export * from './settings.ts';
export * from './text/lines.ts';
export * from './text/span.ts';
export * from './library/index.ts';
export * from './lookup/model.ts';
