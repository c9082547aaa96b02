/**
 * Whether a claim can come from the entries it cites, judged against the rest of the library. Says how sure it is that it
 * cannot, and which entry matches instead; where nothing tells works apart it says so by a low number. Words only: it cannot
 * know that a source says the opposite.
 */
import { DEPTH, distinctWords, featuresOf } from './attribution-evidence.ts';
import {
  attributionModel,
  doubtIfCited,
  doubtOf,
  isRestated,
  type AttributionModel,
} from './attribution-model.ts';
import { compareSources } from './library.ts';
import type { Entry, Library } from './model.ts';
import type { Ranked } from './ranking.ts';
import { titleKey } from './titles.ts';

export interface Judgement {
  /** 0 to 1: how sure it is that the citation is wrong. */
  readonly doubt: number;
  /** The same where the note cites the better entry elsewhere, which makes it likelier meant. */
  readonly doubtIfCited: number;
  /** 0 to 1: how far the cited text itself says that it is right; 0 where there is no text to ask. */
  readonly fits: number;
  /** Ids of the cited entries, of what rests on them and of what they rest on. */
  readonly kin: ReadonlySet<string>;
  /** What matches better: never a line, never the cited entry's own kin. Undefined where there is nothing to doubt. */
  readonly better: Entry | undefined;
  /** The claim's words that the better entry has and the cited one lacks, weightiest first. */
  readonly words: readonly string[];
  /** Empty where there is nothing to doubt. */
  readonly features: readonly number[];
}

/** A passage of a cited entry that says this much of the claim settles it; the rest of the library need not be asked. */
const MATCHES = 0.4;
/** One or two shared words are chance, however rare. */
const LEAST_WORDS = 3;

export function judgeCitation(
  library: Library,
  claim: string,
  cited: readonly Entry[],
  exclude: (entry: Entry) => boolean = () => false,
  model: AttributionModel = attributionModel,
): Judgement {
  const entries = kinOf(library, cited);
  const kin = new Set(entries.keys());
  const silent = (fits: number): Judgement => ({
    doubt: 0,
    doubtIfCited: 0,
    fits,
    kin,
    better: undefined,
    words: [],
    features: [],
  });
  const comparison = compareSources(library, claim, [...entries.values()], DEPTH, MATCHES);
  if (!comparison) return silent(0);
  const own = strongest(comparison.cited);
  if (comparison.best.length === 0) return silent(own && own.passage >= MATCHES ? 1 : 0);
  const titles = new Set(cited.map((entry) => titleKey(entry.title)).filter((title) => title !== ''));
  const others = comparison.best.filter(
    ({ entry }) =>
      entry.kind !== 'line' && !kin.has(entry.id) && !titles.has(titleKey(entry.title)) && !exclude(entry),
  );
  const better = clearest(others);
  if (!better || !own) return silent(0);
  const features = featuresOf(comparison, own, others, better);
  const words = better.matched.filter((word) => !own.matched.includes(word));
  // A title alone leaves out nearly all that a work says: only the strict pattern may speak against it.
  const untold = comparison.cited.every(({ entry }) => entry.text === undefined);
  const weighed = doubtOf(features, model);
  const speaks = isRestated(features) || !(untold || distinctWords(features) < LEAST_WORDS);
  const doubt = speaks ? weighed : 0;
  return {
    doubt,
    doubtIfCited: doubtIfCited(doubt, features),
    fits: untold ? 0 : 1 - weighed,
    kin,
    better: better.entry,
    words,
    features,
  };
}

/** The cited entries, what rests on them and what they rest on: evidence for any of them is evidence for the citation. */
function kinOf(library: Library, cited: readonly Entry[]): Map<string, Entry> {
  const kin = new Map<string, Entry>();
  for (const entry of cited) {
    kin.set(entry.id, entry);
    for (const note of library.restingOn(entry.id)) if (note.kind === 'note') kin.set(note.id, note);
    if (entry.kind !== 'paper')
      for (const paper of library.foundations(entry)) {
        kin.set(paper.id, paper);
        for (const note of library.restingOn(paper.id)) if (note.kind === 'note') kin.set(note.id, note);
      }
  }
  return kin;
}

/** Of the best and those that nearly tie with it, the one of which a single passage says most: a title alone may match by chance. */
function clearest(others: readonly Ranked[]): Ranked | undefined {
  const best = others[0];
  return (
    best &&
    others
      .filter((other) => other.score >= NEAR_TIE * best.score)
      .reduce((a, b) => (b.passage > a.passage ? b : a), best)
  );
}

const NEAR_TIE = 0.9;

function strongest(ranked: readonly Ranked[]): Ranked | undefined {
  return ranked.reduce<Ranked | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}
