/** The card of a paper, a note or a line that the library holds. */
import type { Analysis, Source } from '../analysis.ts';
import { formatCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import { dueDate } from '../dates/index.ts';
import { spokenMonths } from '../dates/spoken-months.ts';
import { doubtsAbout } from '../library/doubtful-entries.ts';
import type { Entry, Library } from '../library/model.ts';
import { entryNamed } from '../sources/index.ts';
import { conflictsLine } from './conflicts-line.ts';
import { counted } from '../text/counted.ts';
import { ageOf, authorsOf, opening, plain } from './words.ts';

const NOTES_SHOWN = 3;
const LONGEST_TAKEAWAY = 180;
const LONGEST_SUMMARY = 420;

/** `source` is the citation that the pointer is on: what it says of the version is held against what is known. */
export function entryCard(analysis: Analysis, entry: Entry, source?: Source): string {
  const parts = entry.kind === 'paper' ? paper(analysis, entry, source) : noteOrLine(analysis, entry);
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a completion shows of an entry, without a note around it. */
export function entrySummary(entry: Entry, library: Library): string {
  const facts = [authorsOf(entry), entry.date, entry.category, entry.venue].filter(Boolean).join(' · ');
  return [
    `**${plain(entry.title)}**`,
    facts,
    sayings(entry, library),
    entry.kind === 'paper' ? '' : takeaway(entry),
    whose(entry),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function paper(analysis: Analysis, entry: Entry, source: Source | undefined): string[] {
  return [
    `**${plain(entry.title === '' ? entry.id : entry.title)}**`,
    [authorsOf(entry), submitted(analysis, entry)].filter((part) => part !== '').join(' · '),
    [entry.category, entry.venue && plain(entry.venue), versions(entry, source)].filter(Boolean).join(' · '),
    sayings(entry, analysis.library),
    citing(analysis, entry),
    conflictsLine(entry),
    oddities(analysis, entry),
    whose(entry),
    links(entry, source),
  ];
}

/** What its own facts say against it; titles that differ are the line above. */
function oddities({ today }: Analysis, entry: Entry): string {
  const odd = doubtsAbout(entry, today).filter(({ kind }) => kind !== 'title');
  return odd.length === 0
    ? ''
    : `Check that it exists: it ${odd.map(({ why }) => plain(why)).join('; it ')}.`;
}

/** Of what none of the user's own files holds. */
const whose = ({ origin }: Entry): string =>
  origin.elsewhere === undefined ? '' : `From ${plain(origin.elsewhere)}; not in your own library.`;

function noteOrLine(analysis: Analysis, entry: Entry): string[] {
  const papers = (entry.restsOn ?? []).map((id) => ({ id, paper: entryNamed(analysis.library, id) }));
  const restsOn = papers.slice(0, 4).map(({ id, paper: held }) => {
    if (!held) return `- ${plain(id)}`;
    const name = held.url ?? (held.arxiv === undefined ? undefined : `https://arxiv.org/abs/${held.arxiv}`);
    const title = plain(held.title);
    const date = held.date === undefined ? '' : ` (${held.date.slice(0, 7)})`;
    return `- ${name === undefined ? title : `[${title}](${name})`}${date}`;
  });
  if (papers.length > 4) restsOn.push(`- and ${String(papers.length - 4)} more`);
  return [
    `**${plain(entry.title)}**`,
    [entry.kind === 'line' ? 'Line of inquiry' : 'Note', entry.date].filter(Boolean).join(' · '),
    takeaway(entry),
    restsOn.length === 0 ? '' : `Rests on\n\n${restsOn.join('\n')}`,
    citing(analysis, entry),
  ];
}

const takeaway = (entry: Entry): string =>
  entry.text === undefined ? '' : plain(opening(entry.text, LONGEST_SUMMARY));

const DATE_WORDS = { submitted: 'submitted', issued: 'published', 'public-by': 'public by' } as const;

/** "submitted 2025-07-29, 15 months ago: past the horizon of 6 months". */
function submitted(analysis: Analysis, entry: Entry): string {
  if (entry.date === undefined) return 'no date known';
  const { settings, today } = analysis;
  const months = settings['dates.horizonMonths'];
  const age = ageOf(entry.date, today);
  const due = dueDate(entry.date, months);
  const word = DATE_WORDS[entry.dateIs ?? 'issued'];
  const old = due !== undefined && isBefore(due, today);
  return `${word} ${entry.date}${age === '' ? '' : `, ${age}`}${old ? ` (past your horizon of ${spokenMonths(months)})` : ''}`;
}

const isBefore = (a: CalendarDate, b: CalendarDate): boolean => formatCalendarDate(a) < formatCalendarDate(b);

function versions(entry: Entry, source: Source | undefined): string {
  const said: string[] = [];
  if (entry.status !== undefined) said.push(`**${STATUS[entry.status]}**`);
  const latest = entry.versions?.at(-1);
  if (latest !== undefined && latest.version > 1) {
    const date = latest.date === undefined ? '' : ` of ${latest.date}`;
    said.push(`latest version v${String(latest.version)}${date}`);
  }
  if (latest !== undefined && source?.version !== undefined && source.version < latest.version)
    said.push(`you cite v${String(source.version)}`);
  return said.join(' · ');
}

const STATUS = {
  withdrawn: '⚠ Withdrawn by its authors',
  retracted: '⚠ Retracted',
  superseded: 'Superseded by newer work',
} as const;

/** What the library's notes say that a paper shows. */
function sayings(entry: Entry, library: Library): string {
  if (entry.kind !== 'paper') return '';
  const notes = library.restingOn(entry.id).filter(({ kind }) => kind === 'note');
  if (notes.length === 0) return '';
  const lines = notes.slice(0, NOTES_SHOWN).map((note) => {
    const text =
      note.text === undefined ? '' : ` ${plain(opening(withoutMarkers(note.text), LONGEST_TAKEAWAY))}`;
    return `- *${plain(note.title)}*${text}`;
  });
  if (notes.length > NOTES_SHOWN) lines.push(`- and ${counted(notes.length - NOTES_SHOWN, 'more note')}`);
  return `What your library says of it\n\n${lines.join('\n')}`;
}

/** A card quotes what a note says, not how it cites. */
const withoutMarkers = (text: string): string =>
  text.replace(/\s*\[-?@[^\]]*\]/g, '').replace(/\s*\(arXiv:[^)]*\)/gi, '');

/** In this note, and in the user's others where the host knows them. */
function citing(analysis: Analysis, entry: Entry): string {
  const here = analysis.sources.filter((source) => source.entry?.id === entry.id).length;
  const others = analysis.surroundings?.citing?.(entry.id);
  const said: string[] = [];
  if (here > 0) said.push(`Cited ${here === 1 ? 'once' : `${String(here)} times`} in this note`);
  if (others && others.length > 0) {
    const claims = others.reduce((sum, each) => sum + each.claims.length, 0);
    const names = others
      .slice(0, 3)
      .map(({ title }) => `“${plain(title)}”`)
      .join(', ');
    const rest = others.length > 3 ? ' and others' : '';
    said.push(
      `${said.length === 0 ? 'In' : 'in'} ${counted(others.length, 'other note')} of yours${claims > 0 ? ` for ${counted(claims, 'claim')}` : ''}: ${names}${rest}`,
    );
  }
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

function links(entry: Entry, source: Source | undefined): string {
  const found: string[] = [];
  if (entry.arxiv !== undefined) {
    const id = `${entry.arxiv}${source?.type === 'arxiv' && source.version !== undefined ? `v${String(source.version)}` : ''}`;
    found.push(
      `[arXiv:${id}](https://arxiv.org/abs/${id})`,
      `[PDF](https://arxiv.org/pdf/${id})`,
      `[HTML](https://arxiv.org/html/${id})`,
    );
  }
  if (entry.doi !== undefined && !entry.doi.startsWith('10.48550/'))
    found.push(`[doi:${entry.doi}](https://doi.org/${encodeURI(entry.doi)})`);
  if (found.length === 0 && entry.url !== undefined) found.push(`[${host(entry.url)}](${entry.url})`);
  return found.join(' · ');
}

const host = (url: string): string => url.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/\/.*$/s, '');
