/**
 * The words of headings, and of lines that lead into a list, under which nothing needs a source: "Reading list", "Open questions". What
 * only points elsewhere ("Related") is judged by `pointing-sections.ts`.
 */
import { REFERENCES_HEADING } from '../sources/reference-lines.ts';
import { POINTING } from './pointing-sections.ts';

const WORKS =
  '(?:papers?|readings?|articles?|books?|chapters?|preprints?|posts?|reports?|reviews?|talks?|works|texts?|things|stuff|more)';
const OCCASION =
  '(?:seminar|course|class|lecture|meeting|(?:journal|book) club|group|lab|workshop|talk|exam|thesis|dissertation|review|week|weekend|semester|term|month|holidays?|flight|train|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)';
/** "To read", "Papers to read next", "What to read", "Papers for the seminar", "Reading queue". */
const READING = [
  'reading (?:list|queue|pile|backlog)(?: for .{1,40})?',
  `(?:(?:(?:some|more|other|further|new|key|interesting|two|three|my) )?${WORKS} |what )?(?:still |left )?to[ -](?:re-?)?read(?: (?:list|pile|next|first|later|soon|again|(?:this|next) \\p{L}+|(?:for|until|till|by|before) .{1,40}))?`,
  `${WORKS} for (?:(?:the|this|our|my|next|\\p{L}+[’']s?) )?(?:\\p{L}+ ){0,2}${OCCASION}`,
].join('|');
/** "Reading list: sleep", "To read: sleep", "Sleep reading list": of such a page the lists alone, for it may tell of its subject, too. */
export const READING_ON =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:reading (?:list|queue|pile|backlog)|to[ -]read|bibliography)(?:\s?:\s.{1,60}| (?:on|about) .{1,40})|(?:[\p{L}-]+ ){1,3}reading list)$/iu;

/** The whole of it, with its section number: "Questions and ideas", not "Questions about water". */
const FREE = new RegExp(
  String.raw`^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:(?:research )?prompt(?: for .{1,40})?|acknowledge?ments?|${READING}|see also|related(?: (?:notes|links|reading))?|links|resources|(?:(?:some|my|our|more|further|other|remaining) )?(?:open )?questions?|next up|up next|next (?:inquiring )?lines?(?: of inquiry)?|next steps?|to ?do|tasks?|plan|ideas?|future work|contents|table of contents|how to (?:cite|use)(?: this)?|installation|usage|licen[cs]e|contributing|changelog|notes?|answers?|remarks?|comments?|funding|致谢)(?:\s*(?:and|&|/|,|or|\+)\s*|\W*$)){1,3}(?:\s*\([^)]*\))?$`,
  'iu',
);
/** These free nothing by themselves: "Notes" holds claims like any other section. */
const NOT_ALONE = /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:notes?|answers?|remarks?|comments?|funding)\W*$/i;
const LONGEST = 160;

/** How a program is set up; in a note on somebody's work it is how they ran their experiment. */
const SETUP = /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:local |development |dev )?set-?up\W*$/i;

export const isFreeOnPagesOfSoftware = (text: string): boolean => SETUP.test(text);

export const isFreeHeading = (text: string): boolean =>
  text !== '' &&
  text.length <= LONGEST &&
  ((FREE.test(text) && !NOT_ALONE.test(text) && !POINTING.test(text)) || REFERENCES_HEADING.test(text));
