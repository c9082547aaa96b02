/**
 * Verbs that statements of fact are made with, by their forms: what lets a message quote a predicate ("crews show no effect") instead of
 * two nouns that stand together. "Model", "sample" and "state", which research prose has as nouns, are not among them.
 */

/** Regular ones, by their plain form. */
const REGULAR =
  'absorb accelerate accept accommodate account achieve acquire act adapt add adopt affect agree allow alter amount analyse analyze announce answer appeal appear apply approach argue arise assign assume attract avoid balance base behave belong benefit block breathe burn call capture carry cause charge claim clear climb collapse collect combine come compare compete complete compress concern consider consist constrain consume contain continue contract contribute control convert cool correct correlate cost count cover create cross cure decide declare decline decrease define degrade delay deliver demand demonstrate deny depend deposit describe destroy detect determine develop die differ diminish discharge discourage discover disappear displace distinguish distort divide dominate double drop earn ease effect elicit eliminate embed emerge emit emphasise emphasize employ enable encode encourage end enhance enjoy ensure enter escape evolve exceed exchange exclude exhibit exist expand expect explain exploit export expose express extend extract face fail favor favour feed fill fit flow focus follow force form free function gain gather generate govern grow handle happen heal heat help hide hold hurt identify ignore illustrate impair imply import impose improve include incorporate increase indicate induce infect infer influence inform inhabit inherit inhibit introduce invade invest invite involve join justify keep kill lack last lay lead learn leave lend lie like limit link list live locate lose lower maintain make matter mature mean measure merge migrate minimise minimize mix modify motivate move multiply need neglect note notice obey observe obtain occupy occur offer operate oppose originate outnumber outweigh overlap owe own pass pay peak penetrate perceive perform persist pick play point possess precede predict prefer prepare presume prevent proceed process produce prohibit promise promote propose protect prove provide publish pull punish push qualify raise range reach react recall receive recommend reconstruct recover recruit reduce refer reflect refuse regard regulate reinforce reject relate release rely remain remember remove render repeat replace replicate report represent reproduce require resemble resist resolve respond rest restore restrict result retain retrieve return reveal reward rise run save say seem select separate serve settle shape share shift shrink shorten show signal simulate sit slow solve span spread stabilise stabilize stand start stay stem stimulate stop store strengthen strike struggle substitute succeed suffer suggest suit support suppose suppress surpass surround survive suspect sustain switch tax tend tolerate trace train transfer transform translate transmit travel treat trigger trust turn undergo undermine underlie update use vanish vary violate wait warm waste weaken weigh widen win work worsen yield';
/** Past forms that are not made with "-ed". */
const PAST =
  'became began bent bound broke brought built burnt came chose dealt drew drove fell felt fought found froze gave got grew held hid kept knew laid lay led left lent lost made meant met paid put ran rose said sat saw sent shook shot shrank slept sold spent spoke spread stood stuck swam swung taught told took thought understood went won wore wrote controlled inferred occurred preferred referred transferred';
const OTHERS =
  'become becomes begin begins break breaks bring brings build builds buy buys choose chooses deal deals does draw draws drive drives fall falls feel feels find finds fly flies get gets give gives go goes has have had hear hears know knows meet meets read reads see sees sell sells send sends sets shoot sleep sleeps speak speaks spend spends take takes teach teaches tell tells think thinks understand understands wear wears write writes';

export type VerbForm = 'third' | 'plain' | 'past';

/** Tells the forms of regular verbs, given plain, and of others, given their past and their present; words between blanks. */
export function formsOf(
  regular: string,
  past: string,
  present: string,
): (word: string) => VerbForm | undefined {
  /** "-s" forms, or plain ones behind a plural. */
  const thirds = new Set<string>();
  const plains = new Set<string>();
  const pasts = new Set(past.split(' '));
  for (const verb of regular.split(' ')) {
    plains.add(verb);
    thirds.add(thirdOf(verb));
    pasts.add(pastOf(verb));
  }
  for (const form of present.split(' ')) (form.endsWith('s') ? thirds : plains).add(form);
  return (word) =>
    thirds.has(word) ? 'third' : plains.has(word) ? 'plain' : pasts.has(word) ? 'past' : undefined;
}

/** Undefined for what is no form of a verb known here. */
export const verbFormOf = formsOf(REGULAR, PAST, OTHERS);

/** Whether a word may be a plural, by its ending or because it is one of the few without. */
export const mayBePlural = (word: string): boolean =>
  /[^su]s$/.test(word) ||
  /^(?:children|people|(?:wo)?men|mice|data|media|bacteria|criteria|phenomena)$/.test(word);

function thirdOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /^[^aeiou]*[aiou][bdgmnptr]$/.test(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}
