/** The queue as JSON, as a Markdown report, as lines for a terminal, and as one prompt that covers its top claims. */
import { formatCalendarDate } from '../dates/calendar-date.ts';
import { spokenMonths } from '../dates/spoken-months.ts';
import type { Queue, QueueItem } from './model.ts';
import { counted } from '../text/counted.ts';

export interface QueueRendering {
  /** How many items to show at most; all when undefined. */
  readonly top?: number;
  /** Also what is not yet due. */
  readonly upcoming?: boolean;
}

export function selectItems({ items }: Queue, { top, upcoming }: QueueRendering = {}): readonly QueueItem[] {
  const wanted = upcoming === true ? items : items.filter((item) => item.overdue);
  return top === undefined ? wanted : wanted.slice(0, Math.max(0, top));
}

/** Plain data, ready for JSON.stringify; `offset` as in `inquiry check`. */
export function queueToJson(queue: Queue, rendering?: QueueRendering): unknown {
  return {
    version: 1,
    today: formatCalendarDate(queue.today),
    claims: selectItems(queue, rendering).map(({ span, evidence, ...item }) => ({
      ...item,
      offset: [span.start, span.end],
      evidenceDate: evidence.value,
      evidenceFrom: evidence.from,
      evidenceReason: evidence.reason,
    })),
    summary: { claims: queue.items.length, overdue: queue.items.filter((item) => item.overdue).length },
  };
}

export function renderQueueMarkdown(queue: Queue, rendering?: QueueRendering): string {
  const items = selectItems(queue, rendering);
  const today = formatCalendarDate(queue.today);
  const overdue = queue.items.filter((item) => item.overdue).length;
  const lines = [
    '# Re-test queue',
    '',
    `${counted(overdue, 'claim')} due on ${today}, of ${counted(queue.items.length, 'perishable claim')} with an evidence date.`,
    '',
  ];
  if (items.length === 0) lines.push('Nothing to re-test.', '');
  else {
    lines.push('| # | Claim | Evidence | Due | Sources | Note |', '| --: | --- | --- | --- | --- | --- |');
    items.forEach((item, index) => {
      const where = `[${cell(item.path)}:${String(item.line + 1)}](<${item.path}#L${String(item.line + 1)}>)`;
      const columns = [
        String(index + 1),
        cell(item.text),
        `${item.evidence.value}, ${spokenMonths(item.ageMonths)} old`,
        item.due,
        cell(item.sources.join(', ')) || '–',
        where,
      ];
      lines.push(`| ${columns.join(' | ')} |`);
    });
    lines.push('');
  }
  return lines.join('\n');
}

export function renderQueuePretty(queue: Queue, rendering?: QueueRendering): string {
  const items = selectItems(queue, rendering);
  if (items.length === 0) return 'Nothing to re-test.\n';
  const lines = items.flatMap((item) => [
    `${item.path}:${String(item.line + 1)}  due ${item.due}  evidence ${item.evidence.value} (${spokenMonths(item.ageMonths)} old, ${item.speed})`,
    `  ${item.text}`,
    ...(item.sources.length > 0 ? [`  ${item.sources.join(', ')}`] : []),
    '',
  ]);
  return lines.join('\n');
}

/** One request that covers the top claims, those of one source together. */
export function renderQueuePrompt(queue: Queue, rendering?: QueueRendering): string {
  const items = selectItems(queue, rendering);
  const groups = new Map<string, QueueItem[]>();
  for (const item of items) {
    const name = item.papers[0] ?? item.sources[0] ?? '';
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  const lines = [
    'You re-test claims from research notes against the newest literature.',
    '',
    `The claims below are dated, not current truth; today is ${formatCalendarDate(queue.today)}. For each, say whether it still holds, has been narrowed, or has fallen, and name the work that decides it, with its arXiv ID or DOI and its date. Say so plainly when you find nothing newer.`,
    '',
  ];
  let number = 0;
  for (const [source, group] of groups) {
    lines.push(source === '' ? 'Without a source:' : `From ${source}:`);
    for (const item of group) lines.push(`${String(++number)}. ${numbered(item, source)}`);
    lines.push('');
  }
  lines.push('Cite arXiv IDs or DOIs; flag anything you cannot ground in a real paper.', '');
  return lines.join('\n');
}

/** "No model plans (2025-03, arXiv:2503.16527)." The paper over the group need not be named again. */
function numbered({ plain, evidence, papers }: QueueItem, group: string): string {
  const named = papers.length === 1 && papers[0] === group ? [] : papers;
  // A sentence of several findings names each one's paper and date already.
  if (named.length > 0 && named.every((paper) => plain.includes(paper))) return plain;
  // The day of a look at the claim is not the day of the work that it rests on.
  const month = `${evidence.isLook ? 'checked ' : ''}${evidence.value.slice(0, 7)}`;
  const works = named.filter((paper) => !plain.includes(paper));
  const facts = [plain, ...works].some((words) => words.includes(month)) ? works : [month, ...works];
  return withFacts(plain, facts.join(', '));
}

/** In brackets before the full stop; a sentence without one gets it. */
export function withFacts(plain: string, facts: string): string {
  const end = /[.!?]["”’)\]]*$/.exec(plain);
  return `${plain.slice(0, end?.index)}${facts === '' ? '' : ` (${facts})`}${end?.[0] ?? '.'}`;
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
