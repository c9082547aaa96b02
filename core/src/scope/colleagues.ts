/**
 * What a colleague said or saw, as minutes and logs tell it: "Ana reported that the survey had 212 answers", "my supervisor told me …".
 * The writer heard it, and no work says it. Kamradt, who "showed that recall falls", speaks from a work. A name does not tell the two
 * apart: the note does, by who was present, who is to do something, its headings and its days.
 */
import { datedParts } from '../dates/dated-parts.ts';
import type { Note, Sentence } from '../note/model.ts';
import { headingTextOf } from '../note/sections.ts';
import { Once } from '../text/once.ts';

/** How sure it is that a colleague speaks. */
export type Hearsay = 'surely' | 'perhaps';

const NAME = String.raw`\p{Lu}(?:\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}{1,2}(?!\p{L}))`;
const ROLE = String.raw`(?:(?:[Mm]y|[Oo]ur) (?:(?:new|other|former|second|own|lab|team|group) )?(?:supervisor|adviser|advisor|boss|manager|colleague|postdoc|student|technician|mentor|tutor|assistant|collaborator|project lead|PI)|[Tt]he (?:PI|lab manager|project manager|technician))`;
const TOLD =
  '(?:told (?<hearer>us|me|everyone|the (?:group|team|room))|(?:said to|showed) (?<other>us|me|everyone))';
const SAID =
  '(?<said>reported(?: back)?|said|mentioned|found(?: out)?|noted|noticed|confirmed|explained|pointed out|added|announced|warned|heard|saw|measured|counted|thought|suggested|estimated)';
/** One says so of those who publish, too. */
const STATED = '(?:showed|argued|demonstrated|concluded|claimed|observed)';
const SPEAKS = new RegExp(
  String.raw`^[^\p{L}@]*(?:(?:[Tt]oday|[Yy]esterday|[Tt]hen|[Aa]nd),? )?(?:(?<role>${ROLE})|(?<handle>@\p{L}+)|(?<name>${NAME})(?: (?:and|&) (?<second>${NAME}))?)(?: (?:also|then|just|later|first|briefly|today|yesterday))? (?:${TOLD}|${SAID}|${STATED})(?: (?:today|yesterday))?,? (?<what>.+)$`,
  'su',
);
/** What begins a sentence with a capital and is nobody. */
const NOBODY =
  /^(?:The|This|That|These|Those|It|We|They|He|She|You|I|Who|What|Our|My|Their|Its|One|Some|Most|Many|All|Nobody|Everyone|Everybody|Someone|Somebody|Others?|Research|Science|Nature|\p{Lu}\p{Ll}+(?:s|ion|ing|ment|ity|ance|ence|ness)|\p{Lu}{2,3})$/u;
/** The colleague passes on what others found. */
const OF_OTHERS =
  /\bet al\b|\b(?:papers?|articles?|preprints?|stud(?:y|ies)|literature|research(?:ers)?|scientists|according to|trials?|meta-analys[ei]s|authors?|published)\b|\bin \(?(?:1[89]|20)\d\d\b|\((?:1[89]|20)\d\d/;
/** What happened then, and not what holds at all times. */
const PAST =
  /\b(?:was|were|had|did|could|would|\p{Ll}{3,}ed|went|came|took|got|broke|fell|rose|lost|ran|sent|left|made|gave|met|spent|began)\b/u;
const PRESENT = /\b(?:is|are|has|have|does|do|can|cannot|may)\b/;

const ATTENDANCE =
  /^[\W_]*(?:attendees|present|attending|participants|in attendance|apologies|absent|regrets|chair|minutes(?: taken)? by|minute[- ]taker|notes by|scribe|facilitator)(?:[\W_]*$|[^\p{L}\n]*[:：])/iu;
const MEETING =
  /(?<!\d[- ]?)\bminutes\b(?! (?:of fame|a day|per))|\b(?:meeting(?!s? (?:the|a|an|our)\b)|stand-?up|retro(?:spective)?|attendees|action items|1:1|one-on-one|check-in|debrief|kick-?off)\b/i;
const LOG =
  /^[\W_]*(?:[\p{L}\d-]+ ){0,3}(?:log|logbook|diary|journal|notebook|work-?log|field notes)(?:[\W\d_]*$|[:,–—-])/iu;
const READING =
  /\b(?:papers?|articles?|books?|read(?:ing)?|literature|journal club|et al|stud(?:y|ies)|preprints?|authors?)\b/i;
const OWN_VOICE = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b/;
const SCHOLARLY: ReadonlySet<string> = new Set(['arxiv', 'doi', 'key', 'author-year', 'numeric', 'title']);

interface Company {
  /** Lines that say who was there. */
  readonly attendance: readonly string[];
  readonly isMeeting: boolean;
  readonly isLog: boolean;
  /** Works are cited in it. */
  readonly isCiting: boolean;
  /** Works are spoken of in it. */
  readonly isReading: boolean;
  readonly hasOwnVoice: boolean;
}

const known = new Once<Note, Company>('who speaks in minutes and logs');

/** Whether a sentence tells what a colleague said; undefined where nothing speaks for it. */
export function hearsay(note: Note, sentence: Sentence): Hearsay | undefined {
  const groups = SPEAKS.exec(sentence.words)?.groups;
  if (!groups || OF_OTHERS.test(sentence.words)) return undefined;
  if (groups['role'] !== undefined) return 'surely';
  const company = known.of(note, () => companyOf(note));
  const isOwn = company.isMeeting || company.isLog || datedParts(note).has(sentence.block);
  if (groups['handle'] !== undefined) return isOwn ? 'surely' : undefined;
  const names = [groups['name'], groups['second']].filter((name) => name !== undefined);
  if (names.some((name) => isAtHand(note, company, name))) return 'surely';
  if (names.some((name) => NOBODY.test(name))) return undefined;
  const what = groups['what'] ?? '';
  const isPast = PAST.test(what) && !PRESENT.test(what);
  const hearer = groups['hearer'] ?? groups['other'];
  // "Darwin told us that species evolve" is a manner of speaking.
  if (hearer !== undefined) return (isOwn && isPast) || hearer === 'me' ? 'surely' : 'perhaps';
  if (!isOwn || company.isCiting) return undefined;
  const isEvent = groups['said'] !== undefined && isPast;
  const isAlone = names.length === 1;
  return isEvent && isAlone && !company.isReading && (company.isMeeting || company.hasOwnVoice)
    ? 'surely'
    : 'perhaps';
}

/** What was written before one. */
const FOR_IT = /\b(?:for|before) (?:[\p{L}’']+ ){0,3}(?:meeting|stand-?up|check-in)/iu;
/** Whether a note keeps what was said at a meeting, by its title or because it tells who was there. */
export const isOfMeeting = (note: Note): boolean =>
  (MEETING.test(note.title?.text ?? '') && !FOR_IT.test(note.title?.text ?? '')) ||
  known.of(note, () => companyOf(note)).attendance.length > 0;

function companyOf(note: Note): Company {
  const headings = note.blocks.filter(({ kind }) => kind === 'heading').map(({ prose }) => prose?.text ?? '');
  const title = note.title?.text ?? '';
  const attendance: string[] = [];
  for (const { kind, index, prose } of note.blocks) {
    if (prose === undefined || kind === 'heading') continue;
    if (ATTENDANCE.test(headingTextOf(note, index))) attendance.push(prose.text);
    else attendance.push(...prose.text.split('\n').filter((line) => ATTENDANCE.test(line)));
  }
  return {
    attendance,
    isMeeting: attendance.length > 0 || [title, ...headings].some((text) => MEETING.test(text)),
    isLog: LOG.test(title),
    isCiting: note.citations.some(({ type }) => SCHOLARLY.has(type)),
    isReading: READING.test(note.text),
    hasOwnVoice: note.sentences.some(({ words }) => OWN_VOICE.test(words)),
  };
}

/** Whether somebody of this name was present, is addressed or has something to do. */
function isAtHand(note: Note, { attendance }: Company, name: string): boolean {
  const whole = new RegExp(String.raw`(?<![\p{L}-])${name}(?![\p{L}-])`, 'u');
  return attendance.some((line) => whole.test(line)) || isBusy(name).test(note.text);
}

const MEETS =
  '(?:[Aa]sk(?:ed)?|[Ee]mail(?:ed)?|[Pp]ing(?:ed)?|[Rr]emind(?:ed)?|[Tt]hank(?:ed)?|[Tt]hanks to|[Mm]et(?: with)?|[Mm]eeting with|[Cc]all(?:ed)? with|[Tt]alk(?:ed)? (?:to|with)|[Ss]poke (?:to|with)|[Cc]hat(?:ted)? with|[Ll]unch with|[Hh]elped|[Aa]ssigned to|[Oo]wner:|[Aa]ction:|@)';

const isBusy = (name: string): RegExp =>
  new RegExp(
    [
      String.raw`^[\W_]*(?:\[[ xX]\][\W_]*)?(?:[Aa]ction(?: item)?s?: )?${name}[*_]*(?:(?:,| and) \p{Lu}\p{Ll}+)? (?:to \p{Ll}+|will|promised|offered|agreed to|volunteered)(?!\p{L})`,
      String.raw`(?<!\p{L})${MEETS} ?(?:\p{Lu}\p{Ll}+(?:,| and) )?${name}(?!\p{L})`,
      String.raw`(?<!\p{L})(?:${name} and I|I and ${name})(?!\p{L})`,
    ].join('|'),
    'mu',
  );
