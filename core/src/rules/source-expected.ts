/**
 * Whether a source is expected of a sentence that none covers, and if not, why: one judgement for the rule that flags and for the card
 * that explains, so that the two cannot contradict each other.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { wantsSource, type Profile } from '../claims/index.ts';
import type { ClaimScore } from '../claims/model.ts';
import { hearsay } from '../scope/colleagues.ts';
import { asksForNoSource } from '../scope/exempt.ts';
import { namedSite } from '../scope/home-pages.ts';
import { ownWork, type OwnWork } from '../scope/own-work.ts';
import { FigureTables, type FigureCell } from './figure-tables.ts';

export type Expectation =
  | 'expected'
  /** The model is not sure enough for the profile. */
  | 'unsure'
  /** A place where nothing needs a source: a step, a caption, a list of references. */
  | 'free-place'
  /** Said of a site whose front page it links. */
  | 'names-site'
  | 'own-work'
  /** What a colleague said, in minutes or a log. */
  | 'colleague';

/** Kinds that a name with a link to a front page does not bear out; what else is said beside one may well be read there. */
const MEASURED_OR_GIVEN: ReadonlySet<string> = new Set([
  'statistic',
  'comparison',
  'superlative',
  'attribution',
  'quotation',
]);

export class Expectations {
  readonly #analysis: Analysis;
  readonly #profile: Profile;
  readonly #isFree: ReturnType<typeof asksForNoSource>;
  readonly #own: OwnWork;
  readonly #figures: FigureTables;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#profile = analysis.settings['claims.profile'];
    this.#isFree = asksForNoSource(analysis.note);
    this.#own = ownWork(analysis.note);
    this.#figures = new FigureTables(analysis.note);
  }

  /** Undefined where a sentence is no figure in a table. */
  cellOf(one: SentenceAnalysis): FigureCell | undefined {
    return this.#figures.cellOf(one);
  }

  of(one: SentenceAnalysis, claim: ClaimScore, figure = this.cellOf(one)): Expectation {
    const { note } = this.#analysis;
    const { sentence } = one;
    // What a bare figure is, its table says: the model, which reads sentences, has nothing to go by in "62%".
    const wanted = figure ? isOwed(figure, this.#profile) : wantsSource(claim, this.#profile);
    if (!wanted) return 'unsure';
    if (this.#isFree(sentence)) return 'free-place';
    if (!MEASURED_OR_GIVEN.has(claim.kind) && namedSite(note, sentence) !== undefined) return 'names-site';
    if (this.#profile === 'strict') return 'expected';
    const heard = figure ? undefined : hearsay(note, sentence);
    if (heard === 'surely' || (heard === 'perhaps' && this.#profile === 'gentle')) return 'colleague';
    const isOwn = figure ? this.#own.measured(figure.table) : this.#own.owns(sentence, claim);
    return isOwn ? 'own-work' : 'expected';
  }
}

/** A measured figure in a table whose other rows, if they name their sources, leave this one without. */
const isOwed = ({ isMeasured, isSourced }: FigureCell, profile: Profile): boolean =>
  isMeasured && !isSourced && profile !== 'gentle';
