/**
 * Capitalised words that a year may follow though nobody wrote anything: "In Germany (2020)", "Brexit (2016)", "(Hong Kong, 2019)".
 * Places that are surnames, too ("Berlin (1969)") count as places only where a preposition or a second place says so.
 */

/** Hardly anybody's name, or nobody's who is cited. */
const PLACES = words(
  'Afghanistan Algeria Argentina Armenia Australia Azerbaijan Bahrain Bangladesh Belarus Belgium Bolivia Botswana Brazil Britain Bulgaria ' +
    'Cambodia Cameroon Canada Chile China Colombia Croatia Cyprus Czechia Denmark Ecuador Egypt Eritrea Estonia Ethiopia Europe Finland ' +
    'Germany Ghana Greece Guatemala Hungary Iceland India Indonesia Iran Iraq Italy Jamaica Japan Kazakhstan Kenya Korea Kosovo Kuwait Latvia ' +
    'Lebanon Libya Lithuania Luxembourg Madagascar Malaysia Mexico Moldova Mongolia Morocco Mozambique Namibia Nepal Netherlands Nicaragua ' +
    'Nigeria Norway Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia ' +
    'Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Türkiye Uganda Ukraine Uruguay Uzbekistan ' +
    'Venezuela Vietnam Yemen Zambia Zimbabwe Africa Asia Arabia Zealand Lanka States Kingdom UK US USA ' +
    'Deutschland Österreich Schweiz Frankreich Italien Spanien ' +
    'California Texas Florida Massachusetts Ontario Quebec Amsterdam Athens Bangkok Barcelona Beijing Brussels Budapest Cairo Chicago Copenhagen ' +
    'Dublin Geneva Helsinki Istanbul Kyiv Lagos Lisbon Madrid Manila Melbourne Montreal Moscow Mumbai Nairobi Oslo Prague Seoul Shanghai ' +
    'Stockholm Sydney Tokyo Toronto Vancouver Vienna Warsaw Zurich Zürich Angeles Wuhan',
);
const PLACES_AND_SURNAMES = words(
  'Austria Austin Berlin Boston Cuba England France Georgia Haiti Holland Houston Ireland Israel Jordan London Mali Milan Niger Paris Rome Scotland ' +
    'Virginia Wales Washington',
);
/** Places and events of two words, of which the second alone may be a surname. */
const OF_TWO_WORDS = new Set([
  'Hong Kong',
  'New York',
  'San Francisco',
  'San Diego',
  'New Orleans',
  'New Delhi',
  'Costa Rica',
  'Puerto Rico',
  'Northern Ireland',
  'Great Depression',
]);
/** What happened or was measured in a year. */
const EVENTS = words(
  'Brexit Recession Inflation Unemployment Pandemic Crisis War Revolution Lockdown Earthquake Tsunami Referendum Eurovision Covid COVID',
);
/** Also surnames, once another author stands beside them: "March & Simon (1958)", "Born et al. (2006)", "Box and Jenkins (1970)". */
const SURNAMES_TOO = words(
  'March May June April August Born Box Bill Day Law Page Part Early Fall Winter Class Park',
);
/** They open a sentence and have their comma, as a first author has: "However, Smith et al. (2020)". Some are surnames elsewhere. */
const ADVERBS = words(
  'However Moreover Furthermore Recently Similarly Indeed Additionally Also Besides Consequently Conversely Crucially Earlier Finally First Second ' +
    'Third Firstly Secondly Thirdly Lastly Further Hence Importantly Instead Interestingly Later Likewise Meanwhile Nevertheless Nonetheless Notably ' +
    'Originally Overall Previously Rather Specifically Still Subsequently Surprisingly Then Therefore Thus Traditionally Typically Yet Again ' +
    'Accordingly Alternatively Historically Initially Next Now Today Here Remarkably Strikingly Unfortunately Critically Namely Eventually Elsewhere ' +
    'Early Independently Famously Presumably Perhaps Often Sometimes Generally Particularly Curiously Admittedly Intriguingly Relatedly Separately',
);
const SENTENCE_BEGINS = /(?:^|[.!?:;([\n–—>•]["”)*_]*)[\s*_-]*$/u;
const IN = /(?:^|[^\p{L}])(?:in|across|throughout|within)(?:\s+the)?\s+$/iu;
const ET_AL = /^,?\s+(?:(?:and|&)\s+)?[*_]?(?:et\s?al|u\.\s?a|and\s(?:colleagues|others))/u;
/** "Health Canada (1993)", "Statistics Norway (2020)", "Bank of Japan (2021)": bodies that publish. */
const BODY =
  /(?:(?<!\p{L})(?:Health|Statistics|Stats|Transport|Environment|Diabetes|Cancer|Universities)|\p{Lu}\p{L}+ (?:of|for)(?: the)?) $/u;
const LAST_WORD = /\p{L}+$/u;

/** Whether the first of several names is no name but an adverb that opens the sentence. */
export const isSentenceAdverb = (family: string, others: string, before: string): boolean =>
  ADVERBS.has(family) && others.startsWith(',') && SENTENCE_BEGINS.test(before);

/** Letters that say what stands in front of a name: matching towards the end of a whole paragraph is dear. */
const IN_FRONT = 60;

/** Whether the name before a year is a place or an event; `others` are further names as written, `left` the text to the left. */
export function isPlaceOrEvent(family: string, others: string, left: string): boolean {
  const before = left.slice(-IN_FRONT);
  if (ET_AL.test(others) || BODY.test(before)) return false;
  const name = family.replace(/['’]s$/, '');
  const last = others === '' ? undefined : LAST_WORD.exec(others)?.[0];
  if (last !== undefined && !isPlace(last) && !EVENTS.has(last)) return false;
  if (PLACES.has(name) || EVENTS.has(name)) return true;
  if (OF_TWO_WORDS.has(`${LAST_WORD.exec(before.trimEnd())?.[0] ?? ''} ${name}`)) return true;
  return PLACES_AND_SURNAMES.has(name) && (last !== undefined || IN.test(before));
}

/** Whether a word that is mostly no name is one here, since another author stands beside it. */
export function isSurnameHere(family: string, others: string): boolean {
  return (
    ET_AL.test(others) ||
    (SURNAMES_TOO.has(family) && others !== '' && !SURNAMES_TOO.has(LAST_WORD.exec(others)?.[0] ?? ''))
  );
}

const isPlace = (name: string): boolean => PLACES.has(name) || PLACES_AND_SURNAMES.has(name);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
