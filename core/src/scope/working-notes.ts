/**
 * Which notes keep a record of what their writers did (a log, a lab book, minutes, the report on an incident, a decision) and which
 * document a thing (a program, a data set, a machine). In either most of what is said is the writer's own to say; which sentences,
 * `particulars.ts` tells.
 */
import type { Block, Note } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';
import { isOfMeeting } from './colleagues.ts';

export type WorkingNote = 'record' | 'documentation';

const known = new Once<Note, { readonly kind: WorkingNote | undefined }>('record or documentation');

type Opening = 'entry' | 'part' | 'common part' | 'none';
/** What the first words of a leaf say: kept from one version of a note to the next. */
const openings = new Fact<{ readonly opening: Opening }>();

/** Undefined where a note is neither, or keeps what its writer read. */
export function workingNote(note: Note): WorkingNote | undefined {
  return known.of(note, () => ({ kind: kindOf(note) })).kind;
}

/** A word that a title ends in, or that a sign, a figure or what it is about follows: "Kiln log", "Run 7", "Diary of a move". */
const ends = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}-]|\b(?:for|before) (?:the |our |my |next )?(?:\p{L}+ )?)(?:${words})(?=(?:\s+[\p{L}\d]+){0,2}[^\p{L}\p{N}]*$|[^\p{L}\s'’]|\s+(?:[^\p{L}\s]|(?:of|for|on|after|with|by|from|\p{L}+ \d)(?!\p{L})))`,
    'iu',
  );

const RECORD = ends(
  String.raw`(?:\p{L}+-|dev|work)?log|log ?book|diary|journal(?! of)|(?:\p{L}+ )?notebook|(?:lab|field|bench|site|work) ?book|field ?(?:notes|work notes)|(?:bench|session|trial|test|sync|interview|call|lab|shop|sprint|build) notes|notes by \p{L}+|minutes|meeting|stand-?up|retro(?:spective)?|debrief(?:ing)?|post-?mortem|incident(?: (?:report|summary))?|outage|deviation report|adr|decision (?:record|log)|(?:observing|test|field) (?:run|trial)s?|run(?= \d|,)|runs|(?:site|plot) visits?`,
);
/** What may come first in the title of a record. */
const RECORD_FIRST =
  /^[^\p{L}]*(?:adr \d|decision(?: record)?(?: \d+)?[:–—]|incident\b|post-?mortem|minutes\b|retro\b|what (?:happened|went wrong) (?!to\b)|stand-?up\b|debrief\b|log[:,])/iu;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
/** "Festival committee, 12 Feb": who met, and when. */
const BODY_AND_DAY = new RegExp(
  String.raw`(?<!\p{L})(?:committee|council|board|team|group|club|wg|sync|1:1|check-in)(?!\p{L})[^\p{L}\d]{1,3}(?:${MONTH}[a-z]*\.? \d|\d{1,2}(?:st|nd|rd|th)?\.? ${MONTH}|\d{4}-\d\d|\d{1,2}[./]\d)`,
  'iu',
);
/** The note is on what somebody else wrote. */
const ON_A_WORK = /\b(?:the authors?|this paper|authors['’]|abstract:|tl;?dr)(?!\p{L})/iu;
const READING =
  /(?<![\p{L}-])(?:reading|literature|papers?|lectures?|course|class|seminar|talks?|articles?|journal club|digest|newsletter|blog|plan|proposal|podcasts?)(?![\p{L}-])/iu;
const DOCUMENTATION = ends(
  String.raw`change ?log|changes in \p{L}+|release(?:s| notes)|patch notes|upgrade (?:notes|guide)|read ?me|api(?: reference)?|user guide|manual|faq|handbook|firmware|docs|documentation|configuration|data ?sheet|code ?book`,
);
const DOCUMENTATION_FIRST =
  /^[^\p{L}]*(?:change ?log|what['’]s new(?: in\b.*)?$|release v?\d|changes in \p{L}+$|how we|working with (?:the|our)|using (?:the|our)|installing|configuring|upgrad(?:e|ing)\b|contributing to|read ?me)/iu;
/** Sections of a page that tells how to use something; "Options" and "Limitations" stand in other notes, too. */
const SECTION =
  /^[^\p{L}]*(?:usage|installation|installing|getting started|quick ?start|configuration|settings|api|known (?:issues|problems|bugs)|trouble ?shooting|licen[cs]e|contributing|requirements)[^\p{L}]*$/iu;
/** Parts of the record of a decision or an incident, by a heading or by the first words of a paragraph. */
const PART =
  /^[^\p{L}]*(?:decision|consequences|alternatives considered|time ?line|root cause|contributing factors|follow-?ups|what (?:went well|helped|went wrong|didn['’]t))(?:[^\p{L}]*$|[.:])/iu;
/** Parts that other notes have as well. */
const COMMON_PART =
  /^[^\p{L}]*(?:status|context|outcome|impact|summary|alternatives|action items)(?:[^\p{L}]*$|[.:])/iu;

/** "Tue:", "07:40", "14.03.", "3 May", "Day 14", "Run 7", "Exp. 31": what opens an entry. */
const OPENS = new RegExp(
  [
    String.raw`^[^\p{L}\p{N}]*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})`,
    String.raw`\d{1,2}[:h]\d{2}(?!\d)|\d{4} UTC\b`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?\.? ${MONTH}|${MONTH}[a-z]*\.? \d{1,2}(?!\d)`,
    String.raw`\d{1,2}/\d{1,2}(?!\d)|\d{2}\.\d{2}\.|\d{4}-\d\d-\d\d(?!\d)`,
    String.raw`(?:day|session|run|exp(?:eriment|t)?|trial|night|batch|attempt|entry|visit|dive|sprint|sample|test|week)\.? ?#?\d)`,
  ].join('|'),
  'iu',
);

const LEAST_ENTRIES = 3;
/** Of the note's leaves; a long paper tells of three nights, too. */
const SHARE_OF_ENTRIES = 0.1;
const LEAST_PARTS = 2;

function kindOf(note: Note): WorkingNote | undefined {
  const kind = kindBySight(note);
  // Asked last, as few notes are either and this reads all of a note.
  return kind !== undefined && ON_A_WORK.test(note.text) ? undefined : kind;
}

function kindBySight(note: Note): WorkingNote | undefined {
  const title = note.title?.text ?? '';
  if (note.kind === 'paper' || READING.test(title)) return undefined;
  if (RECORD.test(title) || BODY_AND_DAY.test(title) || RECORD_FIRST.test(title)) return 'record';
  // Code alone makes no documentation: research is done in code, too.
  if (DOCUMENTATION.test(title) || DOCUMENTATION_FIRST.test(title)) return 'documentation';
  return isOfMeeting(note) ? 'record' : kindByParts(note);
}

function kindByParts(note: Note): WorkingNote | undefined {
  const leaves = note.blocks.filter(({ prose, kind }) => prose !== undefined && kind !== 'cell');
  // "# `solve(problem)`", "# Class `Recogniser`".
  if (leaves.some(({ kind, level, prose }) => kind === 'heading' && level === 1 && prose?.code.length))
    return 'documentation';
  const all = leaves.map(openingOf);
  const count = (opening: Opening): number => all.filter((each) => each === opening).length;
  const entries = count('entry');
  const parts = count('part');
  if (entries >= LEAST_ENTRIES && entries >= SHARE_OF_ENTRIES * leaves.length) return 'record';
  if (parts > 0 && parts + count('common part') >= LEAST_PARTS) return 'record';
  const sections = leaves.filter(({ kind, prose }) => kind === 'heading' && SECTION.test(prose?.text ?? ''));
  return sections.length >= LEAST_PARTS ? 'documentation' : undefined;
}

const openingOf = ({ prose }: Block): Opening =>
  prose === undefined
    ? 'none'
    : openings.of(prose.content, () => ({ opening: readOpening(prose.text) })).opening;

function readOpening(text: string): Opening {
  const first = text.slice(0, 40);
  if (OPENS.test(first)) return 'entry';
  if (PART.test(first)) return 'part';
  return COMMON_PART.test(first) ? 'common part' : 'none';
}
