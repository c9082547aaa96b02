/**
 * Results of the writer's own study, told without "we": "Dropout was higher in the exercise arms (18 % against 9 %)" under "Results" of
 * a report that says elsewhere "we randomised 212 students". Only there, only what happened or was measured, and nothing that others found.
 */
import type { ClaimKind, ClaimScore } from '../claims/model.ts';
import { readWords } from '../claims/quotable-words.ts';
import { verbFormOf } from '../claims/verbs.ts';
import type { Note, Sentence } from '../note/model.ts';
import { headingsLike, standsUnder } from '../note/sections.ts';
import { Once } from '../text/once.ts';
import { voiceOf } from './other-voices.ts';

/** The whole of a heading, with its number. */
const RESULTS =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:our|main|key|primary|secondary|preliminary|interim|first|final|erste|vorläufige) )?(?:results?|findings?|outcomes?|what we (?:found|saw|observed)|ergebnisse|befunde|resultate)(?:\s*(?:and|&|und|,)\s*(?:discussion|analys[ei]s|diskussion|interpretation|next steps))?(?:\s*\([^)]*\))?\W*$/i;
const STUDY =
  '(?:trial|study|experiment|survey|cohort|pilot|replication|interviews?|field ?work|sample|participants?|patients|respondents|interviewees|measurements?|recordings?|specimens|plots)';
/** Who did it is beyond doubt: "our trial", "we recruited", "unsere Stichprobe". */
const OURS = new RegExp(
  [
    String.raw`\b(?:[Oo]ur|[Mm]y) (?:own )?(?:(?!previous|earlier|last|next|knowledge|reading)[\p{L}\d-]+ ){0,2}${STUDY}(?!\p{L})`,
    String.raw`\b(?:[Ww]e|I) (?:(?:then|also|first|randomly|only|have|had) )?(?:randomi[sz]ed|recruited|enrolled|allocated|surveyed|interviewed|screened|sampled|followed up|weighed|dissected|genotyped|sequenced|administered)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:[Uu]nsere[nmrs]?|[Mm]eine[nmrs]?) (?:eigene[nmrs]? )?(?:\p{L}+ )?(?:Studie|Untersuchung|Stichprobe|Umfrage|Befragung|Erhebung|Versuchs?|Messung(?:en)?|Kohorte|Teilnehme\p{L}+|Proband\p{L}+|Befragten)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:[Ww]ir|[Ii]ch) (?:befragten|befragte|rekrutierten|rekrutierte|randomisierten|randomisierte|erhoben|untersuchten|(?:haben|habe) [^.;]{0,60}?(?:befragt|rekrutiert|randomisiert|erhoben|gemessen))(?!\p{L})`,
  ].join('|'),
  'u',
);
/** The note is on somebody's work, whose own words may stand in it. */
const ON_A_WORK =
  /\b(?:the (?:authors?|paper|article|study['’]s authors)|this (?:paper|article)['’]s authors|authors['’]|abstract:|tl;?dr)(?!\p{L})|(?<!\p{L})die (?:Autor(?:en|innen)|Verfasser(?:innen)?)(?!\p{L})/iu;
const TITLE_OF_NOTES =
  /^\W*(?:(?:reading |my |literature )?notes? (?:on|from|about)|summary(?: of|:)|paper(?::|\s+(?:notes?|summary|review))|review of|reading:|journal club|excerpts? from|abstract)(?!\p{L})/iu;
const OTHERS =
  /\b(?:studies|literature|according to|previous(?:ly)?|prior|earlier (?:work|trials?|stud|reports?)|published|reported (?:by|in)|others|elsewhere|researchers|meta-analys[ei]s|consistent with|in line with|compared (?:to|with) the \d|nationally|in the general population|worldwide)(?!\p{L})|(?<!\p{L})(?:laut|zufolge|Studien|Literatur|früher\p{L}*|andere\p{L}*)(?!\p{L})/iu;
/** What happened then. */
const PAST =
  /\b(?:was|were|had|did|[\p{Ll}-]{3,}ed)\b|(?<!\p{L})(?:war|waren|wurden?|hatten?|stieg(?:en)?|sank(?:en)?|blieb(?:en)?|lag(?:en)?|fiel(?:en)?|schlief(?:en)?|trank(?:en)?|ging(?:en)?|kam(?:en)?|gab(?:en)?|nahm(?:en)?|verlor(?:en)?|wuchs(?:en)?|\p{Ll}{3,}ten?)(?!\p{L})/u;
/** What holds at all times is a claim about more than this study, and "has been shown" is somebody's. With "we" the model knows best. */
const BEYOND =
  /\b(?:is|are|has|have|can|cannot|may|will|does|do|known|was (?:first )?found to)\b|\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b|(?<!\p{L})(?:ist|sind|hat|haben|kann|können|gilt|gelten)(?!\p{L})/u;
const KINDS: ReadonlySet<ClaimKind> = new Set(['statistic', 'comparison', 'finding', 'universal']);

const known = new Once<Note, { readonly isOurs: boolean }>('whose study a report is on');
const resultsOf = new Once<Note, ReadonlySet<number>>('headings over results');

/** Whether a sentence gives a result of the writer's own study. */
export function isOwnResult(note: Note, sentence: Sentence, { kind }: ClaimScore): boolean {
  if (!KINDS.has(kind) || note.kind === 'paper') return false;
  // Where it stands is the cheap question, and most notes have no such heading.
  if (
    !standsUnder(
      note,
      sentence.block,
      resultsOf.of(note, () => headingsLike(note, RESULTS)),
    )
  )
    return false;
  const { words } = sentence;
  if (!tellsOfThen(words) || OTHERS.test(words) || voiceOf(words) !== undefined) return false;
  return known.of(note, () => ({ isOurs: saysSo(note) })).isOurs;
}

function tellsOfThen(text: string): boolean {
  if (BEYOND.test(text)) return false;
  const words = readWords(text);
  let isPast = PAST.test(text);
  for (const [at, { small }] of words.entries()) {
    const before = words[at - 1];
    const form = before === undefined || before.isEmpty || before.isLast ? undefined : verbFormOf(small);
    if (form === 'third') return false;
    isPast ||= form === 'past';
  }
  return isPast;
}

function saysSo(note: Note): boolean {
  if (TITLE_OF_NOTES.test(note.title?.text ?? '')) return false;
  let isOurs = false;
  for (const { words, block } of note.sentences) {
    if (ON_A_WORK.test(words)) return false;
    const parent = note.blocks[block]?.parent;
    const isQuoted = parent !== undefined && note.blocks[parent]?.kind === 'quote';
    isOurs ||= !isQuoted && OURS.test(words);
  }
  return isOurs;
}
