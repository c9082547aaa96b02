/** Due dates as an iCalendar file (RFC 5545): one all-day event for each note and day, so that a calendar stays readable. */
import { addDays } from '../dates/week.ts';
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar-date.ts';
import type { Queue, QueueItem } from './model.ts';
import { selectItems } from './render.ts';
import type { QueueRendering } from './render.ts';

/** At most this many claims are spelt out in one event. */
const SPELT_OUT = 12;

/** Also what is not due yet: a calendar is for reminding. */
export function renderQueueCalendar(queue: Queue, { top }: Pick<QueueRendering, 'top'> = {}): string {
  const groups = new Map<string, QueueItem[]>();
  for (const item of selectItems(queue, { ...(top === undefined ? {} : { top }), upcoming: true })) {
    const key = `${item.due}\n${item.path}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const stamp = `${compact(formatCalendarDate(queue.today))}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Inquiry//Re-test queue//EN',
    'CALSCALE:GREGORIAN',
  ];
  for (const key of [...groups.keys()].sort()) {
    const group = groups.get(key) ?? [];
    const [due = '', path = ''] = key.split('\n');
    const day = parseCalendarDate(due);
    if (!day) continue;
    const count = group.length === 1 ? '1 claim' : `${String(group.length)} claims`;
    const shown = group
      .slice(0, SPELT_OUT)
      .map((item) => `- ${item.text} (evidence of ${item.evidence.value})`);
    if (group.length > SPELT_OUT) shown.push(`… and ${String(group.length - SPELT_OUT)} more`);
    lines.push(
      'BEGIN:VEVENT',
      // Stable for one note and day, so that a second import updates and does not double.
      `UID:${hash(key)}@inquiry`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(due)}`,
      `DTEND;VALUE=DATE:${compact(formatCalendarDate(addDays(day, 1)))}`,
      `SUMMARY:${escaped(`Re-test ${count} in ${path}`)}`,
      `DESCRIPTION:${escaped(shown.join('\n'))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map(folded).join('\r\n') + '\r\n';
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
