/**
 * How the index of all of arXiv lies on disk, shared by the builder and the reader.
 *
 * `record` holds a row a paper, in the order of the source. The words are an inverted index of our own in plain tables,
 * not FTS5: FTS5 scores every match of a common word, far too many of three million papers, and cannot stop early.
 * Postings come in segments of 200,000 papers, so that a build appends only, resumes, and needs bounded memory.
 * A posting list is a run of (gap to the paper before as a varint, impact as one byte). Of a common word only the papers
 * that it says most about are listed: the reader counts its words in the best candidates' own text anyway.
 */

export const FORMAT = 'inquiry-arxiv-index-2';
export const SEGMENT_RECORDS = 200_000;
/** A segment's list is cut to this many papers, best first. */
export const LIST_PAPERS = 2_000;

/** BM25F baked into one byte a posting: title words weigh more, length is normalised per field. */
const TITLE_WEIGHT = 2.5;
const TITLE_LENGTH = 9;
const TEXT_LENGTH = 95;
const LENGTH_PULL = 0.6;
const SATURATION = 1.2;

export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (
  number INTEGER PRIMARY KEY,
  arxiv TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  submitted TEXT,
  category TEXT,
  doi TEXT,
  venue TEXT,
  versions TEXT,
  status TEXT,
  abstract BLOB
);
CREATE TABLE IF NOT EXISTS segment (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS posting (
  segment INTEGER NOT NULL,
  term TEXT NOT NULL,
  papers INTEGER NOT NULL,
  list BLOB NOT NULL,
  PRIMARY KEY (segment, term)
) WITHOUT ROWID;
`;

/** How much a word says about a paper, 1 to 255: its saturated, length-normalised weight in title and abstract. */
export function impactOf(inTitle: number, inText: number, titleLength: number, textLength: number): number {
  const weight =
    (TITLE_WEIGHT * inTitle) / (1 - LENGTH_PULL + (LENGTH_PULL * titleLength) / TITLE_LENGTH) +
    inText / (1 - LENGTH_PULL + (LENGTH_PULL * textLength) / TEXT_LENGTH);
  return Math.max(1, Math.min(255, Math.round((255 * weight) / (weight + SATURATION))));
}

/** Grows by doubling; a posting list in the making. */
export class PostingList {
  papers = 0;
  #bytes = new Uint8Array(8);
  #end = 0;
  #last = -1;

  /** Papers come in ascending order, numbered from 0 within their segment. */
  add(paper: number, impact: number): void {
    let gap = paper - this.#last - 1;
    this.#last = paper;
    if (this.#end + 6 > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    while (gap >= 128) {
      this.#bytes[this.#end++] = (gap & 127) | 128;
      gap >>>= 7;
    }
    this.#bytes[this.#end++] = gap;
    this.#bytes[this.#end++] = impact;
    this.papers++;
  }

  /** The list, cut to the `most` papers of highest impact; of equal ones the newest stay. */
  bytes(most = Infinity): Uint8Array {
    const all = this.#bytes.subarray(0, this.#end);
    if (this.papers <= most) return all;
    const counts = new Int32Array(256);
    readPostings(all, (_, impact) => {
      counts[impact] = (counts[impact] ?? 0) + 1;
    });
    let least = 255;
    let room = most;
    while (least > 0 && (counts[least] ?? 0) <= room) room -= counts[least--] ?? 0;
    // `room` papers of impact `least` still fit: pass the older ones over.
    let over = (counts[least] ?? 0) - room;
    const cut = new PostingList();
    readPostings(all, (paper, impact) => {
      if (impact > least || (impact === least && over-- <= 0)) cut.add(paper, impact);
    });
    return cut.bytes();
  }
}

/**
 * Calls back with each paper (numbered within its segment) and impact; gives the least impact met. Stops quietly at a list cut short.
 */
export function readPostings(list: Uint8Array, each: (paper: number, impact: number) => void): number {
  let paper = -1;
  let at = 0;
  let least = 255;
  while (at < list.length) {
    let gap = 0;
    let shift = 0;
    let byte = list[at++] ?? 0;
    while (byte >= 128 && at < list.length) {
      gap |= (byte & 127) << shift;
      shift += 7;
      byte = list[at++] ?? 0;
    }
    gap |= byte << shift;
    if (at >= list.length) break;
    paper += gap + 1;
    const impact = list[at++] ?? 0;
    if (impact < least) least = impact;
    each(paper, impact);
  }
  return least;
}
