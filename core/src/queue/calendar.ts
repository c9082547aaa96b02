/**
 * Due dates as an iCalendar file (RFC 5545): one all-day event for each note and day, so that a calendar stays readable, and
 * one today for all that is overdue, as an event of last year reminds nobody.
 */
import { addDays } from '../dates/week.ts';
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar-date.ts';
import { counted } from '../text/counted.ts';
import type { Queue, QueueItem } from './model.ts';
import { selectItems, withFacts } from './render.ts';
import type { QueueRendering } from './render.ts';

/** At most this many lines are spelt out in one event. */
const SPELT_OUT = 12;

/** Also what is not due yet: a calendar is for reminding. */
export function renderQueueCalendar(queue: Queue, { top }: Pick<QueueRendering, 'top'> = {}): string {
  const groups = new Map<string, QueueItem[]>();
  const items = selectItems(queue, { ...(top === undefined ? {} : { top }), upcoming: true });
  for (const item of items) {
    const key = `${item.due}\n${item.path}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const today = formatCalendarDate(queue.today);
  const events = [...groups.keys()].sort().flatMap((key) => {
    const [due = '', path = ''] = key.split('\n');
    const group = groups.get(key) ?? [];
    // Stable for one note and day, so that a second import updates and does not double.
    return event(today, {
      uid: hash(key),
      day: due,
      summary: `Re-test ${claims(group)} in ${path}`,
      lines: spelt(group.map(claimLine)),
    });
  });
  return (
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Inquiry//Re-test queue//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Claims to re-test',
      ...overdueToday(items, today),
      ...events,
      'END:VCALENDAR',
    ]
      .map(folded)
      .join('\r\n') + '\r\n'
  );
}

function overdueToday(items: readonly QueueItem[], today: string): string[] {
  const overdue = items.filter((item) => item.overdue);
  if (overdue.length === 0) return [];
  const byPath = new Map<string, QueueItem[]>();
  for (const item of overdue) byPath.set(item.path, [...(byPath.get(item.path) ?? []), item]);
  return event(today, {
    uid: 'overdue',
    day: today,
    summary: `Overdue for a re-test: ${claims(overdue)}`,
    lines: spelt([...byPath].map(([path, group]) => `- ${path}: ${claims(group)}`)),
  });
}

interface Reminder {
  readonly uid: string;
  /** "YYYY-MM-DD". */
  readonly day: string;
  readonly summary: string;
  readonly lines: readonly string[];
}

function event(today: string, { uid, day, summary, lines }: Reminder): string[] {
  const date = parseCalendarDate(day);
  if (!date) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@inquiry`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(formatCalendarDate(addDays(date, 1)))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(lines.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const claims = (items: readonly QueueItem[]): string => counted(items.length, 'claim');

const spelt = (lines: readonly string[]): string[] =>
  lines.length <= SPELT_OUT
    ? [...lines]
    : [...lines.slice(0, SPELT_OUT), `… and ${String(lines.length - SPELT_OUT)} more`];

/** "- No model plans (evidence of 2025-03; arXiv:2503.16527)." */
function claimLine({ plain, evidence, papers }: QueueItem): string {
  const dated = `${evidence.isLook ? 'checked' : 'evidence of'} ${evidence.value}`;
  const facts = [dated, ...papers.filter((paper) => !plain.includes(paper))];
  return `- ${withFacts(plain, facts.join('; '))}`;
}

const compact = (day: string): string => day.replaceAll('-', '');

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line ends. */
export const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.1: no line over 75 octets; the next one opens with a blank. Never cuts a character. */
export function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** FNV-1a over UTF-16 units, twice with different seeds: an identifier, not a secret. */
function hash(text: string): string {
  const once = (seed: number): string => {
    let value = seed;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
    return value.toString(16).padStart(8, '0');
  };
  return once(2166136261) + once(3735928559);
}
