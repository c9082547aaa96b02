/**
 * An inverted index over the fields of entries, in typed arrays: who holds a term, and how often in which field.
 * Built once for a list of documents and never changed; weighing and ranking are `ranking.ts`'s job.
 */
import type { Vocabulary } from './terms.ts';

/** The texts of one document, by field; the order is fixed. */
export interface Fields {
  readonly title: string;
  /** Abstract or takeaway. */
  readonly text: string;
  /** Titles and takeaways of the notes that rest on it. */
  readonly notes: string;
  /** Authors' family names, venue, category. */
  readonly names: string;
}

export const FIELD_COUNT = 4;
export const TITLE = 0;
export const TEXT = 1;
export const NOTES = 2;
export const NAMES = 3;

// Term frequencies of the four fields share one 32-bit number: 5 + 9 + 9 + 5 bits.
const CAP = [31, 511, 511, 31] as const;
export const SHIFT = [0, 5, 14, 23] as const;
const STEP = SHIFT.map((shift) => 1 << shift);

export class FullText {
  readonly vocabulary: Vocabulary;
  readonly documentCount: number;
  /** Terms in each field of each document, compounds not counted: `lengths[document * FIELD_COUNT + field]`. */
  readonly lengths: Uint16Array;
  /** Terms over all documents, and how many documents have the field at all. */
  readonly totalLength: readonly number[];
  readonly filled: readonly number[];
  /** `starts[term]` to `starts[term + 1]` in `documents` and `frequencies`; terms after the end have no postings. */
  readonly #starts: Int32Array;
  /** Ascending within a term. */
  readonly documents: Int32Array;
  readonly frequencies: Int32Array;

  constructor(vocabulary: Vocabulary, count: number, fieldsOf: (document: number) => Fields) {
    this.vocabulary = vocabulary;
    this.documentCount = count;
    this.lengths = new Uint16Array(count * FIELD_COUNT);
    const total = [0, 0, 0, 0];
    const filled = [0, 0, 0, 0];
    let terms = new Int32Array(1024);
    let packed = new Int32Array(1024);
    const ends = new Int32Array(count);
    let size = 0;
    // Where a term of the current document stands in `terms`, valid when `seenIn` says so.
    let place = new Int32Array(4096);
    let seenIn = new Int32Array(4096).fill(-1);
    for (let document = 0; document < count; document++) {
      const fields = fieldsOf(document);
      const texts = [fields.title, fields.text, fields.notes, fields.names];
      for (let field = 0; field < FIELD_COUNT; field++) {
        const text = texts[field] ?? '';
        if (text === '') continue;
        const scan = vocabulary.scan(text, true);
        if (vocabulary.size > place.length) {
          place = grown(place, vocabulary.size * 2);
          const more = new Int32Array(place.length).fill(-1);
          more.set(seenIn);
          seenIn = more;
        }
        const step = STEP[field] ?? 0;
        const shift = SHIFT[field] ?? 0;
        const cap = CAP[field] ?? 0;
        let length = 0;
        for (let k = 0; k < scan.count; k++) {
          const term = scan.ids[k] ?? -1;
          if (term < 0) continue;
          if (scan.compounds[k] === 0) length++;
          if (seenIn[term] === document) {
            const at = place[term] ?? 0;
            const now = packed[at] ?? 0;
            if (((now >>> shift) & cap) < cap) packed[at] = now + step;
          } else {
            if (size === terms.length) {
              terms = grown(terms, size * 2);
              packed = grown(packed, size * 2);
            }
            seenIn[term] = document;
            place[term] = size;
            terms[size] = term;
            packed[size] = step;
            size++;
          }
        }
        this.lengths[document * FIELD_COUNT + field] = Math.min(length, 65535);
        total[field] = (total[field] ?? 0) + length;
        if (length > 0) filled[field] = (filled[field] ?? 0) + 1;
      }
      ends[document] = size;
    }
    this.totalLength = total;
    this.filled = filled;
    // A counting sort by term keeps documents ascending.
    const starts = new Int32Array(vocabulary.size + 1);
    for (let at = 0; at < size; at++) {
      const term = terms[at] ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
    for (let term = 0; term < vocabulary.size; term++)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    this.documents = new Int32Array(size);
    this.frequencies = new Int32Array(size);
    for (let document = 0, at = 0; document < count; document++)
      for (const end = ends[document] ?? 0; at < end; at++) {
        const term = terms[at] ?? 0;
        const to = next[term] ?? 0;
        next[term] = to + 1;
        this.documents[to] = document;
        this.frequencies[to] = packed[at] ?? 0;
      }
    this.#starts = starts;
  }

  /** First posting of a term. */
  start(term: number): number {
    return term + 1 < this.#starts.length ? (this.#starts[term] ?? 0) : 0;
  }

  /** Past the last posting of a term. */
  end(term: number): number {
    return term + 1 < this.#starts.length ? (this.#starts[term + 1] ?? 0) : 0;
  }

  /** The posting of a term in a document; -1 when it does not hold it. */
  find(term: number, document: number): number {
    let low = this.start(term);
    let high = this.end(term) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.documents[middle] ?? 0;
      if (at === document) return middle;
      if (at < document) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  documentFrequency(term: number): number {
    return this.end(term) - this.start(term);
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(array);
  return wider;
}
