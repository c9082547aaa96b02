/**
 * Adds up the postings of a query's words, paper by paper, in one segment. The inner loop of a search: some hundred thousand
 * postings a query, so it decodes in place (the format is `format.ts`'s) and keeps its scratch.
 */
export class Tally {
  // Zero but for the papers touched, and those again at the end.
  #scores = new Float32Array(0);
  /** A bit for each word whose list names the paper. */
  #has = new Uint32Array(0);
  #touched = new Int32Array(0);
  #count = 0;

  /** `papers`: how many the segment holds. */
  begin(papers: number): void {
    if (this.#scores.length >= papers) return;
    this.#scores = new Float32Array(papers);
    this.#has = new Uint32Array(papers);
    this.#touched = new Int32Array(papers);
  }

  /**
   * Adds a list, of the word number `word`; gives the least impact met. Without `admits` only papers that an earlier list named
   * are added to. Stops quietly at a list cut short, and at papers that the segment does not have.
   */
  add(list: Uint8Array, weight: number, word: number, admits: boolean): number {
    const scores = this.#scores;
    const has = this.#has;
    const touched = this.#touched;
    const bit = 1 << word;
    const end = list.length;
    let count = this.#count;
    let least = 255;
    let paper = -1;
    let at = 0;
    while (at < end) {
      let byte = list[at++] ?? 0;
      let gap = byte & 127;
      for (let shift = 7; byte >= 128 && at < end; shift += 7) {
        byte = list[at++] ?? 0;
        gap |= (byte & 127) << shift;
      }
      if (at >= end) break;
      paper += gap + 1;
      if (paper >= scores.length) break;
      const impact = list[at++] ?? 0;
      if (impact < least) least = impact;
      const known = has[paper] ?? 0;
      if (known === 0) {
        if (!admits) continue;
        touched[count++] = paper;
      }
      has[paper] = known | bit;
      scores[paper] = (scores[paper] ?? 0) + impact * weight;
    }
    this.#count = count;
    return least;
  }

  /** Calls back with each paper that some list named, in the order in which they were, and is empty again. */
  end(each: (paper: number, score: number, has: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const paper = this.#touched[i] ?? 0;
      each(paper, this.#scores[paper] ?? 0, this.#has[paper] ?? 0);
      this.#scores[paper] = 0;
      this.#has[paper] = 0;
    }
    this.#count = 0;
  }
}
