/**
 * What a writer needs no source for because it is the writer's own work, as the text itself shows: figures beside the command that
 * made them, tables in a section that names it, and what a page of software says that the software does. Figures, comparisons and
 * statements of others on such a page are claims like any other.
 */
import type { ClaimScore } from '../claims/model.ts';
import { isRun, softwareIn } from '../note/software-code.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { headingsAbove } from '../note/sections.ts';
import { neighbours, type Neighbours } from './neighbours.ts';
import { isOwnResult } from './own-study.ts';
import { isOfOwnThings } from './particulars.ts';
import { isPageOfSoftware } from './software-pages.ts';

export interface OwnWork {
  /** Whether the writer's own software or measurement is what a claim is about. */
  owns(sentence: Sentence, claim: ClaimScore): boolean;
  /** Whether the text tells that a table's figures are the writer's: who measured, with which command or script. */
  measured(table: Block): boolean;
}

/** What software does and cannot do, told in words that elsewhere tell of a finding. */
const FUNCTION =
  /^(?:(?:does|do|did) not|cannot|can['’]t|fail(?:s|ed)?|leads?|results?|depends?|enables?|prevents?|shows?|scales?|converges?|(?:is|are|was|were) (?:due|limited|sufficient|necessary|responsible|driven|essential)|all|every|always|never|none of|nobody|everyone)\b/i;
const BY_SIGHT: ReadonlySet<string> = new Set(['finding', 'universal', 'historical']);

export function ownWork(note: Note): OwnWork {
  let runs: ReadonlySet<number | undefined> | undefined;
  let near: Neighbours | undefined;
  const known = new Map<number, boolean>();
  const measured = (table: Block): boolean => {
    const answer = known.get(table.index);
    if (answer !== undefined) return answer;
    near ??= neighbours(note.blocks);
    runs ??= sectionsWithRuns(note);
    const above = headingsAbove(note, table.index);
    const isOwn =
      isTold(near.before(table)) ||
      isTold(near.after(table)) ||
      (above.length === 0 ? runs.has(undefined) : above.some((heading) => runs?.has(heading)));
    known.set(table.index, isOwn);
    return isOwn;
  };

  return {
    measured,
    owns(sentence, claim) {
      const code = softwareIn(note, sentence);
      if (code.some(({ text }) => isRun(text)) && !isOfOthers(claim)) return true;
      if (leadsIntoOwnTable(note, sentence, measured) || isOwnResult(note, sentence, claim)) return true;
      const isSubject = code.some(({ start }) => start <= FIRST_WORDS);
      if (isSubject && claim.kind === 'quotation') return true;
      if (isOfOwnThings(note, sentence, claim)) return true;
      if (!isPlain(claim)) return false;
      return isSubject || isPageOfSoftware(note);
    },
  };
}

/** The headings that name what was run, or under which a paragraph does; `undefined` for the text above the first. */
function sectionsWithRuns(note: Note): ReadonlySet<number | undefined> {
  const found = new Set<number | undefined>();
  for (const sentence of note.sentences) {
    const block = note.blocks[sentence.block];
    if (block === undefined || block.kind === 'cell') continue;
    if (softwareIn(note, sentence).some(({ text }) => isRun(text)))
      found.add(block.kind === 'heading' ? block.index : block.heading);
  }
  return found;
}

/** "We ran each three times", "Measured on a laptop": the paragraph beside a table says whose figures they are. */
function isTold(beside: Block | undefined): boolean {
  if (beside?.kind !== 'paragraph' || beside.prose === undefined) return false;
  const { text } = beside.prose;
  return OWN_FIGURES.test(text) || (/\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b/.test(text) && !OTHERS.test(text));
}
const OWN_FIGURES =
  /^(?:measured|timed|benchmarked|counted|recorded|weighed|run|built|trained|own (?:runs?|measurements?|counts?|tests?))\b(?! by the )/i;

/** "`x.ts` reads …", "The `x` option …": the code is what the sentence is about. */
const FIRST_WORDS = 5;

/** Words that give a claim to somebody else, whatever its kind. */
const OTHERS =
  /\b(?:stud(?:y|ies)|papers?|works?|authors|literature|trials?|research(?:ers)?|surveys?|according to|reported|scientists|it (?:has been|is|was))\b|^["“]/i;

const isOfOthers = ({ signs }: ClaimScore): boolean => signs.some((words) => OTHERS.test(words));

/** A claim by the sight of its words alone, which on a page of software describe it. */
const isPlain = ({ kind, signs }: ClaimScore): boolean =>
  signs.length === 0 ||
  (BY_SIGHT.has(kind) &&
    (kind !== 'finding' || signs.every((words) => FUNCTION.test(words) && !OTHERS.test(words))));

/** "What each run used:" right above a table whose figures are the writer's own. */
function leadsIntoOwnTable(note: Note, sentence: Sentence, measured: (table: Block) => boolean): boolean {
  if (!/[:：]\s*$/.test(sentence.words)) return false;
  const next = note.blocks[sentence.block + 1];
  return next?.kind === 'table' && next.parent === note.blocks[sentence.block]?.parent && measured(next);
}
