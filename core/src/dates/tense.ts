/**
 * Whether the words around a date speak of the past or of what is to come. The verb that a date belongs to is most often the
 * last one before it in its clause ("said Friday it would"), else the first one after it ("By Friday the city had fallen").
 */

type Tense = 'past' | 'future';

/** What is to come, as a whole: "is expected to close", "is to rule", "plans to", "set for", "the exhibition opens". */
const FUTURE =
  /\b(?:will|shall|won['’]t|would|(?:is|are|am) (?:about )?to|(?:is|are) (?:expected|planned|scheduled|slated|due|set|likely|going)|expects?|(?:expected|planned|scheduled|slated|likely|supposed) (?:to|for)|plan(?:s|ned)? (?:to|for)|planning|scheduled|slated|due|upcoming|going to|gonna|deadline|(?:is|are|be) \w+ing|hopes? (?:to|that)|intends?|aims?|set (?:to|for)|see you|can['’]?t wait|coming|opens|(?<!\b(?:is|are|was|were|be) )open|starts?|begins?|ends?|meets?|leaves?|arrives?|expires?|resumes?|returns|retires|steps down|visits|faces|votes|travels|flies|hosts|airs|convenes|concludes|runs out|kicks off|go(?:es)?|takes? (?:\w+ )?effect|may|might|must|can|should)\b|['’]ll\b/;
const PAST =
  /\b(?:was|were|had|did|said|told|went|came|took|made|got|gave|began|became|rose|fell|held|led|saw|won|lost|met|met|left|sold|bought|paid|sent|built|broke|cut|hit|kept|found|thought|brought|caught|fought|spoke|wrote|drove|flew|grew|threw|knew|ran|sank|shot|stood|struck|felt|lay|died|signed|closed|ended|opened|[a-z]{2,}ed)\b/;
/** One or the other, each as it comes. */
const VERB = new RegExp(`(?<future>${FUTURE.source})|(?<past>${PAST.source})`, 'g');
/** "be released", "to be held": a participle tells nothing by itself. */
const PARTICIPLE_BEFORE = /\b(?:be|been|being|is|are|get|gets|to|the|an?)\s+(?:\w+ly\s+)?$/;
const MODAL_BEFORE =
  /\b(?:will|would|may|might|can|could|should|must|shall|to|not)\s+(?:not\s+)?(?:\w+ly\s+)?$/;
/** Nothing of the past is spoken of as "until Friday", unless a verb says so. */
const AHEAD = /\b(?:until|till|by|before|upcoming|due)\s+(?:the\s+)?$/i;
/** "The final is on Sunday", "flying home Friday", "back on Monday": the present, said of a day, looks ahead. */
const PRESENT =
  /(?:\b(?:is|are)(?: held)?|(?:^|[.!?,;:]|['’](?:m|re|s)\b)\s*(?:[Nn]ot )?[A-Za-z]{2,}ing(?: (?:out|off|up|back|home|there|again))?|\bback)\s+(?:on\s+|in\s+|this\s+)?$/;

/** Where a clause ends. */
const CLAUSE_END = /[,;:()—–]|\s(?:and|but|while|although|when|as|which|after|because|that)\s/;
const CLAUSE_START =
  /(?:[;:()—–]|,(?! \d)|\s(?:and|but|while|although|when|as|which|after|because|that)\s)(?!.*(?:[;:()—–]|,(?! \d)|\s(?:and|but|while|although|when|as|which|after|because|that)\s))/s;

/** Reads the clause that holds the stretch; where that tells nothing, its sentence; at most 120 characters to each side. */
export function tenseAround(text: string, start: number, end: number): Tense | undefined {
  const before = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const after = /^[^.!?\n]*/.exec(text.slice(end, end + 120))?.[0] ?? '';
  const from = CLAUSE_START.exec(before);
  const to = CLAUSE_END.exec(after);
  return (
    lastVerb(from ? before.slice(from.index) : before) ??
    firstVerb(to ? after.slice(0, to.index) : after) ??
    (AHEAD.test(before) ? 'future' : undefined) ??
    (from ? lastVerb(before) : undefined) ??
    (to ? firstVerb(after) : undefined) ??
    (PRESENT.test(before) ? 'future' : undefined)
  );
}

function lastVerb(words: string): Tense | undefined {
  let last: Tense | undefined;
  for (const tense of verbsOf(words)) last = tense;
  return last;
}

function firstVerb(words: string): Tense | undefined {
  for (const tense of verbsOf(words)) return tense;
  return undefined;
}

function* verbsOf(words: string): Iterable<Tense> {
  let ahead = false;
  for (const match of words.matchAll(VERB)) {
    if (match.groups?.['future'] !== undefined) {
      // "was expected to close Tuesday" looks ahead from a past day, and that is past.
      if (/\b(?:was|were|had been)\s+$/.test(words.slice(0, match.index))) continue;
      ahead = true;
      yield 'future';
    } else if (MODAL_BEFORE.test(words.slice(0, match.index))) {
      // "will cut", "may hit": the same word in both tenses.
      continue;
    } else if (!(
      PARTICIPLE_BEFORE.test(words.slice(0, match.index)) &&
      (ahead || !/(?:was|were|had|did)$/.test(match[0]))
    ))
      yield 'past';
  }
}
