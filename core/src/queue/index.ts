/** The re-test queue: built from analysed notes, rendered for people, programs, models and calendars. */
export { buildQueue, queueOf, queueShareOf, type QueueNote, type QueueShare } from './build.ts';
export { renderQueueCalendar } from './calendar.ts';
export type { Queue, QueueItem } from './model.ts';
export {
  queueToJson,
  renderQueueMarkdown,
  renderQueuePretty,
  renderQueuePrompt,
  selectItems,
  type QueueRendering,
} from './render.ts';
