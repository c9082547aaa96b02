/** A sentence's words for the claim model: what a reader reads, without the citations that stand beside them. */
import type { Span } from '../text/span.ts';

/** A citation in prose offsets, and whether the sentence needs it to be read. */
export interface Marker extends Span {
  readonly needed: boolean;
}

const LEAD_IN =
  /^(?:[\s,;:.&/|–-]|and|see|also|cf|e\.g|i\.e|via|source|sources|from|in|by|for example|reviewed)*$/i;
const SEPARATORS = /^[\s,;:–—-]*/;
const BLANKS = /\s{2,}|[\t\n\r]/g;
const BLANK_BEFORE_FULL_STOP = / \.$/;
const BLANK_BEFORE_STOP = /\s+([.,;:!?])(?=\s|$)/g;

/** `markers` are those inside `sentence`, in order. */
export function wordsOf(text: string, sentence: Span, markers: readonly Marker[]): string {
  const removed = markers.length === 0 ? [] : removable(text, sentence, markers);
  if (removed.length === 0) {
    const plain = text.slice(sentence.start, sentence.end);
    const single = plain.includes('  ') || plain.includes('\t') ? plain.replace(BLANKS, ' ') : plain;
    // A comment that stood between the last word and its full stop leaves its blank.
    return single.includes(' .') ? single.replace(BLANK_BEFORE_FULL_STOP, '.') : single;
  }
  let words = '';
  let at = sentence.start;
  for (const { start, end } of removed) {
    if (start < at) continue;
    words += text.slice(at, start);
    at = end;
  }
  words += text.slice(at, sentence.end);
  return words.replace(BLANKS, ' ').replace(BLANK_BEFORE_STOP, '$1').trim();
}

function removable(text: string, sentence: Span, markers: readonly Marker[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < markers.length; index++) {
    const marker = markers[index];
    if (!marker || marker.needed) continue;
    const opener = openerBefore(text, marker.start, sentence.start);
    if (opener === -1) {
      if (isAside(text, marker, sentence)) spans.push(marker);
      continue;
    }
    // A bracket with nothing but citations goes as a whole; of any other, the citations alone.
    let last = index;
    while (
      last + 1 < markers.length &&
      markers[last + 1]?.needed === false &&
      LEAD_IN.test(text.slice(markers[last]?.end, markers[last + 1]?.start))
    )
      last++;
    const end = markers[last]?.end ?? marker.end;
    const close = closerAfter(text, end, sentence.end);
    if (close !== -1) spans.push({ start: opener, end: close });
    else {
      for (let one = index; one < last; one++) spans.push(markers[one] ?? marker);
      // "(arXiv:2305.14314, 2023-07)": the comma goes with the citation that it follows.
      const { length } = SEPARATORS.exec(text.slice(end, sentence.end))?.[0] ?? '';
      spans.push({ start: markers[last]?.start ?? marker.start, end: end + length });
    }
    index = last;
  }
  return spans;
}

/** The bracket that opens right before, lead-in words between them allowed; -1 when none does. */
function openerBefore(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - 24);
  for (let index = at - 1; index >= from; index--) {
    const sign = text[index];
    if (sign === ')' || sign === ']') return -1;
    if (sign === '(' || sign === '[') return LEAD_IN.test(text.slice(index + 1, at)) ? index : -1;
  }
  return -1;
}

function closerAfter(text: string, at: number, ceiling: number): number {
  let index = at;
  while (index < ceiling && ' ,;.'.includes(text[index] ?? '')) index++;
  const sign = text[index];
  return index < ceiling && (sign === ')' || sign === ']') ? index + 1 : -1;
}

/** A marker in its own brackets, or at the sentence's end, is beside the words; one between them may be their subject. */
function isAside(text: string, marker: Span, sentence: Span): boolean {
  const first = text[marker.start];
  if (first === '[' || first === '(' || first === '^') return true;
  const after = text.slice(marker.end, sentence.end);
  return marker.start > sentence.start && /^[\s.,;!?]*$/.test(after);
}
