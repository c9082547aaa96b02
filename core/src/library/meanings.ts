/**
 * How alike in matter a claim is to entries of a library, and how alike it is to any of them by chance: some claims ("trained by
 * reinforcement learning") are near to all of a library, some to one entry alone. Directions are kept from one library to the next.
 */
import { Associations, likeness, type Direction } from './associations.ts';
import type { Entry } from './model.ts';
import type { Vocabulary } from './terms.ts';

/** So many entries stand for the library in telling what is chance. */
const SAMPLE = 200;

/** A claim among a library's entries. */
export interface ClaimMeaning {
  /** From -1 to 1; 0 where either holds no word that is known. */
  of(entry: Entry): number;
  /** As `of`, but to what the given entries are about together. */
  around(entries: readonly Entry[]): (entry: Entry) => number;
  /** Likenesses to entries taken without regard to the claim. */
  readonly chance: readonly { readonly entry: Entry; readonly likeness: number }[];
}

export class Meanings {
  readonly #associations: Associations;
  readonly #directions = new WeakMap<Entry, { readonly direction: Direction | undefined }>();

  constructor(vocabulary: Vocabulary) {
    this.#associations = new Associations(vocabulary);
  }

  ofClaim(claim: string, sample: readonly Entry[]): ClaimMeaning {
    const direction = this.#associations.directionOf(claim);
    const of = (entry: Entry): number => {
      const other = direction && this.#ofEntry(entry);
      return other ? likeness(direction, other) : 0;
    };
    const around = (entries: readonly Entry[]): ((entry: Entry) => number) => {
      const middle = middleOf(entries.flatMap((entry) => this.#ofEntry(entry) ?? []));
      return (entry) => {
        const other = middle && this.#ofEntry(entry);
        return other ? likeness(middle, other) : 0;
      };
    };
    return { of, around, chance: sample.map((entry) => ({ entry, likeness: of(entry) })) };
  }

  #ofEntry(entry: Entry): Direction | undefined {
    let known = this.#directions.get(entry);
    if (!known) {
      known = { direction: this.#associations.directionOf(`${entry.title}. ${entry.text ?? ''}`) };
      this.#directions.set(entry, known);
    }
    return known.direction;
  }
}

/** Undefined for none, and where they point away from each other. */
function middleOf(directions: readonly Direction[]): Direction | undefined {
  const sum = new Float32Array(directions[0]?.length ?? 0);
  for (const direction of directions)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (direction[at] ?? 0);
  const length = Math.sqrt(likeness(sum, sum));
  return length > 0 ? sum.map((each) => each / length) : undefined;
}

/** The same entries of the same library, in whatever order its files were read. */
export function sampleOf(entries: Iterable<Entry>): Entry[] {
  const chosen: { entry: Entry; place: number }[] = [];
  let last = Infinity;
  for (const entry of entries) {
    if (entry.kind === 'line') continue;
    const place = placeOf(entry.id);
    if (place > last) continue;
    chosen.push({ entry, place });
    if (chosen.length < 2 * SAMPLE) continue;
    chosen.sort(byPlace).length = SAMPLE;
    last = chosen[SAMPLE - 1]?.place ?? Infinity;
  }
  return chosen
    .sort(byPlace)
    .slice(0, SAMPLE)
    .map(({ entry }) => entry);
}

const byPlace = (a: { entry: Entry; place: number }, b: { entry: Entry; place: number }): number =>
  a.place - b.place || (a.entry.id < b.entry.id ? -1 : 1);

/** FNV-1a, its bits mixed once more: ids that differ in their last digit alone must not stand together. */
function placeOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
