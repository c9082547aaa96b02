/**
 * Whether a value of `source:` names a work that somebody could look up. "lecture", "own" and "Meeting with Anna" tell where words
 * come from, and lead a reader nowhere. Whatever may be a title, a person or a file is left its benefit of the doubt.
 */
import type { Source } from '../analysis.ts';
import type { Note } from '../note/model.ts';

/** A bare value of front matter that the library does not know and that names none; in brackets a note is meant. */
export function namesNoWork(note: Note, source: Source): boolean {
  if (source.type !== 'note' || source.block !== undefined || source.entry !== undefined) return false;
  return !note.text.startsWith('[[', source.span.start) && isNoName(source.id);
}

/** By the words alone. */
export function isNoName(value: string): boolean {
  const words = value.trim().normalize('NFC');
  if (SPOKEN_WITH.test(words) || OWN.test(words) || MODEL.test(words)) return true;
  if (WHOLE_CHINESE.test(words)) return true;
  const told = (words.match(WORD) ?? []).filter((word) => !isPlain(word));
  if (told.length === 0) return !FILE.test(words);
  // What is left of "notes from the biology lecture" is what it was about; of "Deep Work" or "attention is all you need", a title.
  const isLower = told.every((word) => /^\p{Ll}+$/u.test(word));
  if (!isLower || FILE.test(words) || told.length > MOST_TOPIC) return false;
  return told.length === 1 && !/\s/.test(words) ? true : (words.match(WORD) ?? []).some(isOccasion);
}

const MOST_TOPIC = 2;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** A path, a file, a slug, an identifier of some kind. */
const FILE = /^\S*(?:[/\\@:_]|\.[a-z]{2,5}$|\p{L}[\d-]|\d\p{L})\S*$/iu;

/** Talk that nobody else was at. */
const SPOKEN_WITH =
  /^(?:(?:a|the|my|our|zoom|phone|video|team|private|personal|skype|teams|weekly|lunch) ){0,2}(?:meeting|call|conversation|chat|discussion|exchange|e-?mails?|message|lunch|coffee|dinner|one-on-one|1:1|besprechung|gespräch|treffen|telefonat|anruf) (?:with|w\/|from|between|mit|von|zwischen)(?=\s)/i;
/** "my thesis notes", "eigene Messungen"; not "My Life in Science", which begins a title. */
const OWN =
  /^(?:(?:[Mm]y|[Oo]ur) (?=[\p{Ll}\s]+$)|(?:[Oo]wn|[Pp]ersonal|[Ii]n-house|[Uu]npublished|[Ii]nternal) (?=[\p{Ll}\s]+$)|[Ee]igene[rnms]? (?=\p{Lu}?\p{Ll}+$))/u;
/** Whoever let a model write it has no source yet. */
const MODEL =
  /^(?:an? )?(?:chat ?gpt|gpt)(?:[- ]?\d[\w.-]*)?$|^(?:claude|gemini|copilot|perplexity|llama|deepseek|mistral)(?: (?:\d[\w.-]*|opus|sonnet|haiku|pro|flash))*$/i;
const WHOLE_CHINESE =
  /^(?:自己|本人|个人|原创|课堂|课程|上课|讲座|讲课|会议|开会|组会|讨论|笔记|个人笔记|课堂笔记|会议记录|网络|网上|互联网|经验|个人经验|无|未知|待补充)$/u;

/** Kinds of occasion and of publication, without a name. */
const OCCASIONS = new Set(
  'lecture lectures class classes course courses seminar seminars workshop webinar tutorial tutorials talk talks meeting meetings standup retro retrospective sync call calls conversation conversations chat chats discussion discussions email emails mail message messages minutes interview interviews brainstorm brainstorming session sessions exam homework lab vorlesung vorlesungen seminare kurs unterricht besprechung besprechungen sitzung gespräch gespräche treffen mitschrift vortrag übung protokoll'.split(
    ' ',
  ),
);
/** Words that tell no work from another. */
const PLAIN = new Set(
  `own self me myself mine my our us personal private internal original unpublished various several many misc miscellaneous multiple other others unknown none na tbd todo draft pending missing
  experience memory thoughts thought idea ideas observation observations reflection reflections work data experiment experiments measurement measurements notes note journal diary log recording recordings transcript handout handouts slides slide
  book books article articles paper papers blog post posts video videos podcast podcasts documentary movie film website site page web internet online www news newspaper magazine social media radio tv television app ai llm bot chatbot search clipping import imported export
  team group weekly daily monthly annual project staff student students university school college office home zoom skype teams slack phone
  week day month year part number no nr chapter session january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
  eigene eigener eigenes eigen selbst persönlich buch artikel notizen notiz erfahrung beobachtung beobachtungen internet woche tag januar februar märz mai juni juli oktober dezember
  the a an of from by in on at with for and or to about during this that some der die das ein eine aus von vom im in am mit und zu zur zum`.split(
    /\s+/,
  ),
);
const isOccasion = (word: string): boolean => OCCASIONS.has(word.toLowerCase());
const isPlain = (word: string): boolean =>
  PLAIN.has(word.toLowerCase()) || isOccasion(word) || /^\d[\d.:-]*(?:st|nd|rd|th)?$/i.test(word);
