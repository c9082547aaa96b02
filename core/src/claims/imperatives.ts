/**
 * Sentences that tell somebody what to do without saying "you": steps of a recipe, a protocol, a manual, and a person's own tasks in a
 * word or two. A verb at the beginning is none by itself ("Sample sizes vary", "Record heat fell on Rome"): what it acts on follows. Verbs that tell of a
 * finding in the short style of notes ("Show a gain of 12%") are none of these.
 */

const VERBS =
  'add adjust aim analyse analyze apply arrange assign attach autoclave average avoid bake begin blend boil book bring build buy calculate calibrate call carry centrifuge change charge check chill choose chop clean clear click close code collect combine compare complete compute connect convert cook cool copy count cover create cross-check cut cycle deduct delete describe dice dilute discard discuss divide double double-check download drain draw drop edit email empty enable encourage ensure enter evaluate examine exclude expand export extract feed figure fill filter finish fit fix flag fold follow freeze fry garnish gather give go grate grease grill grind group halve heat hold image import include increase incubate inoculate inspect install join keep knead label lay leave let limit list load lock log look lower maintain make map marinate mark measure merge mix monitor move multiply name normalise normalize open order pack paint paste pay pick pipette place plan plant plot pour prefer preheat prepare press print prioritise prioritize profile pull push put raise randomise randomize rank read rebuild re-check recheck recompute reconsider record recruit redo reduce refill remove rename repeat replace replicate reply re-run rerun reset rest restart restore resuspend re-test retest retrain retry return revisit rewrite rinse roast roll rotate round run sample save schedule score seal season select send separate sequence serve set shake shift shuffle simmer skip soak sort spin split spread sprinkle start state stay steep stick stir stop store strain subtract summarise summarize surface swap switch take teach tell test thaw tighten toast train transcribe transfer treat trim try tune turn update upload use validate verify visit vortex wait walk warm wash watch water weigh whisk wipe withdraw wrap write'.split(
    ' ',
  );
/** What a verb acts on, or the way that it goes. */
const OBJECT = String.raw`(?:the|an?|all|each|every|both|any|your|our|its?|them|this|these|those|one|some|no|more than|at least|at most|up to|about|around|only|twice|once|until|up|down|out|off|aside|apart|away|to the|in (?:the|an?|\d)|on (?:the|an?)|for (?:\d|(?:an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty) (?:seconds?|minutes?|hours?|days?|weeks?))|with (?:the|an?|fresh|new)|by (?:the|\d)|at -?\d|in \d[\d.,]* ?[mµμ]?[lLgM]\b|overnight|(?:more|fresh|new|another)(?= \p{L}+(?![^.]* (?:is|are|was|were|has|have)\b))|out (?:why|whether|how|what)|why|whether|how|(?:two|three|four|five|six|seven|eight|nine|ten)(?= (?!(?:is|was|has|shows)\b)\p{L}+)|\d[\d.,]*\s?(?:%|(?!(?:is|was|has|contains|shows|yields|gives|includes|uses|holds|lies)\b)\p{L}+))(?![\p{L}-])`;
const CONDITIONS = [
  'if',
  'when',
  'whenever',
  'once',
  'before',
  'after',
  'while',
  'unless',
  'to',
  'in case',
  'where',
];
const LABELS =
  'step milestone task next remaining todo note tip then finally first second third last now also instead please and maybe perhaps gently carefully slowly immediately'.split(
    ' ',
  );
/** A condition, a purpose or a label in front: "If the run fails, …", "To save memory, …", "Step 3: …". */
const FRONT = String.raw`(?:(?:${CONDITIONS.join('|')}) [^,.;:]{3,90}, (?:then )?|(?:${LABELS.join('|')})(?: \d{1,3})?[:,]? )`;
const BULLET = String.raw`^(?:[-*•] |\[[ x]?\] )?`;

/** To be tried where `mayBeImperative` only: it is long, and one sentence in twenty-four begins like one. */
export const IMPERATIVE = new RegExp(
  String.raw`${BULLET}(?:${FRONT}){0,2}(?:${VERBS.join('|')}) ${OBJECT}`,
  'iu',
);

const FIRST_WORD = new RegExp(String.raw`${BULLET}([a-z]*)`, 'i');
const OPENINGS = new Set([...CONDITIONS, ...LABELS, ...VERBS].map((words) => /^[a-z]*/.exec(words)?.[0]));
/** The long s and the sign of the kelvin: what else a pattern without regard to case takes for a letter of these words. */
const ODD_LETTER = /[\u017f\u212a]/;

/** Whether `IMPERATIVE` can match, by the first word. */
export const mayBeImperative = (text: string): boolean =>
  OPENINGS.has(FIRST_WORD.exec(text)?.[1]?.toLowerCase()) || ODD_LETTER.test(text);

/** Rules for everybody: "One should always …", "Users must …, before they can …". */
export const COMMAND =
  /^(?:one|users?|people|everyone|everybody|authors|participants|contributors|students|readers|reviewers|all (?:users|contributors)) (?:should|shall|may not|ought to|(?:must|needs? to)(?![^.]*\d)|(?:is|are) (?:asked|expected|required) to)\b|^it (?:is|['’]s) (?:best|better|advisable|recommended|a good idea|important|wise|safer|enough) (?:not )?to\b(?! (?:note|remember|know|reali[sz]e|understand|say)\b)/i;

/** Tasks in a word or two, their subject left out. */
export const BARE_PLAN =
  /^(?:must|(?:still )?(?:need|want|have|got)s? to(?! belong)|going to|gonna|still to (?:do|be)|to be (?:checked|done|verified|tested|confirmed|decided|written|measured)|ask [a-z]+ (?:who|which|whether|if|about|for|to|how|why|what)|follow up|look (?:into|up)|remaining|milestone \d|deadline|due)\b|\b(?:the|our|my|this|next) (?:year['’]s |week['’]s |next |main |first )?(?:plan|goal|aim|intention|deadline|todo|hope|next step) (?:is|was|remains)\b|\b(?:I|we) (?:are|am) (?:planning|going|hoping|trying|aiming)\b|\bit remains to be\b|^by (?:the end of|next|friday|monday)\b[^.]*\bshould\b/i;

const WHEN =
  '(?:by|on|before|until|this|next)? ?(?:next |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week|the weekend)(?![a-z])';
/** Whose task it is, and until when: "Li will send the form by Friday.", "Homework due on Monday." */
export const DATED_TASK = new RegExp(
  String.raw`^(?:[a-z’'-]+(?: and [a-z’'-]+)? will (?:ask|book|call|check|circulate|clean|collect|contact|draft|email|finish|fix|order|organi[sz]e|prepare|re-?run|read|review|revise|run|schedule|send|share|submit|test|update|upload|write) [^.]*\b${WHEN}|[^.:;]{2,60}? (?:is |are )?due ${WHEN})`,
  'i',
);
