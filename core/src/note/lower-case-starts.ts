/**
 * Sentences that begin in lower case, as names of tools, genes and models do: "… takes 41 seconds. gojq is …". After a stop most of
 * what begins so goes on behind an abbreviation ("the max. length is 512"), and no list of those is whole. So two things must
 * agree: the stop follows a word that is plainly whole, and what begins is plainly a name, or a subject with its verb.
 */

/** "p53", "gpt-4", "h5py"; "α-synuclein", "k-means"; "von Neumann", "van der Waals". */
const NAME =
  /^(?:[a-z][a-z-]*\d[\w-]*|[α-ω]-\p{L}|[a-z]-\p{Ll}{4}|(?:von|van|de|del|della|di|du|la|le|ten|ter|al|el|ibn)(?: (?:der|den|de|la))? \p{Lu}\p{Ll})/u;
/** The first two words: what may be a subject, and a verb that shows it to be one. */
const CLAUSE =
  /^([\p{Ll}\d][\p{Ll}\d_.+-]*) (?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|may|might|must|should|needs|takes|took|uses|used|runs|ran|reads|writes|gives|gave|makes|made|supports|shows|showed|costs|works|worked|lets|handles|handled|offers|keeps|comes|came|became|fell|rose|failed|fails|beats|lacks|requires|remains)(?![\p{L}-])/u;
/** These join what follows to what was said, verb or not. */
const JOINING = new Set(
  'and or but nor so yet which who whose that what because while where whereas when if as than then though although until unless since to of in on at for by with from also not only both either'.split(
    ' ',
  ),
);
/** What a word ends in that nobody cut short; words that are cut keep their first consonants ("max", "spec", "orig"). */
const WHOLE =
  /(?:[)\]%\d]|\p{L}{3}[esy]|\p{L}{2}(?:ed|[eo]r|al|th|[cs]h|ck|[aeo]w|ht|rn)|\p{L}(?:ing|ion|ear|[aei]ll|ool|[aeiou]nt|[aeo]st|irst|ust|art|ort|ain|een|blem|stem|gram|eam|oom|ism|hem)|[bhlmst]and)$/u;
/** Enough for the longest word that is looked at. */
const LONGEST = 24;

/** Whether a sentence begins at `next` though it does so in lower case; the stop before it is at `stop`. */
export function beginsInLowerCase(text: string, stop: number, next: number): boolean {
  if (!WHOLE.test(text.slice(Math.max(0, stop - LONGEST), stop))) return false;
  const ahead = text.slice(next, next + 2 * LONGEST);
  if (NAME.test(ahead)) return true;
  const subject = CLAUSE.exec(ahead)?.[1];
  return subject !== undefined && !JOINING.has(subject);
}
