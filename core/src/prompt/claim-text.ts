/**
 * A sourced sentence as one or more claims that stand by themselves: citation markers taken out, cut where two findings with
 * sources of their own were joined, lead-ins dropped. What a sentence means is never changed: what cannot be cut safely stays.
 */
import type { Source } from '../analysis.ts';
import type { Note, Sentence } from '../note/model.ts';
import { shortAuthors } from '../views/entry-words.ts';

export interface ClaimText {
  /** Where several markers stand in one claim, `markAt(n)` holds the place of the n-th. */
  readonly text: string;
  /** Sources by marker; empty when the sentence has none in its own text. */
  readonly groups: readonly (readonly Source[])[];
  /** UTF-16 offset into the note where the part begins. */
  readonly offset: number;
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly sources: Source[];
}

/** A citation stays where the sentence needs it: after these words, or as its subject. */
const NEEDS_OBJECT =
  /(?:^|[\s(])(?:in|by|from|see|of|with|to|per|under|on|for|via|like|than|as|paper|study|work|note|and|or|both|that|against)\s+$/i;
const JOINT = /^[\s)\]]*(?:[,;]\s*(?:and|but|while|whereas|yet)\s+|;\s+)/i;
const LEANS =
  /^(?:it|its|they|their|them|this|these|those|that|he|she|both|so|such|the (?:former|latter|same))\b/i;
const FINITE =
  /\b(?:is|are|was|were|can|cannot|could|may|might|will|would|does|do|did|has|have|had|must|should|[a-z]{3,}(?:s|ed|n't))\b/i;

export function claimTexts(note: Note, sentence: Sentence, own: readonly Source[]): ClaimText[] {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return [];
  const from = sentence.prose.start;
  const visible = prose.text.slice(from, sentence.prose.end);
  const markers = mergeMarkers(visible, own, (offset) => prose.proseOffset(offset) - from);
  const parts: ClaimText[] = [];
  let start = 0;
  let held: Marker[] = [];
  markers.forEach((marker, index) => {
    held.push(marker);
    const next = markers[index + 1];
    const gap = next && visible.slice(marker.end, next.start);
    const joint = gap === undefined ? null : JOINT.exec(gap);
    const isLast = next === undefined;
    const splits =
      joint !== null &&
      gap !== undefined &&
      standsAlone(gap.slice(joint[0].length)) &&
      standsAlone(visible.slice(start, marker.start));
    if (!isLast && !splits) return;
    // The bracket that closes after the marker goes with it.
    const end = isLast ? visible.length : marker.end + (/^[\s)\]]*/.exec(gap ?? '')?.[0].length ?? 0);
    parts.push({
      text: tidy(without(visible, start, end, held)),
      groups: held.map((one) => one.sources),
      offset: prose.sourceOffset(from + start),
    });
    start = marker.end + (joint?.[0].length ?? 0);
    held = [];
  });
  if (markers.length === 0) parts.push({ text: tidy(visible), groups: [], offset: sentence.span.start });
  return parts;
}

/** A character that no text holds, for the place of a marker. */
export const markAt = (group: number): string => String.fromCharCode(0xe000 + group);

/** Enough of a sentence to be read on its own. */
const standsAlone = (part: string): boolean =>
  part.split(/\s+/).length >= 5 && !LEANS.test(part.trim()) && FINITE.test(part);

/** Whether a claim leans on the sentence before it. */
export const leansBack = (text: string): boolean => LEANS.test(text);

/** Markers in visible offsets; those with nothing but punctuation between them are one. */
function mergeMarkers(visible: string, own: readonly Source[], place: (offset: number) => number): Marker[] {
  const merged: Marker[] = [];
  const placed = own
    .map((source) => ({ source, start: place(source.span.start), end: place(source.span.end) }))
    .filter((one) => one.start >= 0 && one.end > one.start && one.start < visible.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { source, start, end } of placed) {
    const last = merged.at(-1);
    if (
      last &&
      (start < last.end || /^[\s,;&()[\]]*(?:and|or)?[\s,;&()[\]]*$/.test(visible.slice(last.end, start)))
    ) {
      last.sources.push(source);
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) };
    } else merged.push({ start, end: Math.min(end, visible.length), sources: [source] });
  }
  return merged;
}

/** The part with those markers gone that the sentence can do without. */
function without(visible: string, start: number, end: number, markers: readonly Marker[]): string {
  let text = '';
  let at = start;
  for (const [group, marker] of markers.entries()) {
    const label = visible.slice(marker.start, marker.end);
    const before = visible.slice(start, marker.start);
    const after = visible.slice(marker.end);
    const bracketed = /[([][^)\]]*$/.test(before.slice(-60)) && /^[^([]{0,60}?[)\]]/.test(after);
    const goes = bracketed ? !marker.sources.every(isWords) : isBeside(marker, label, before, after);
    text += visible.slice(at, marker.start);
    if (!goes) text += asWords(label, marker);
    if (markers.length > 1) text += bracketed && goes ? `) ${markAt(group)}(` : ` ${markAt(group)}`;
    at = marker.end;
  }
  return text + visible.slice(at, end);
}

/** What stays of a citation: a key as its work's authors, for nobody else can read it; a question in quotation marks. */
function asWords(label: string, { sources }: Marker): string {
  const [source] = sources;
  const work = source?.type === 'key' && sources.length === 1 ? source.entry : undefined;
  const authors = work === undefined ? '' : shortAuthors(work);
  if (authors !== '') return authors;
  return /[?!]$/.test(label) && !label.startsWith('“') ? `“${label}”` : label;
}

/** An author-year citation that nothing resolves says all it can where it stands. */
const isWords = (source: Source): boolean =>
  source.narrative === true || (source.type === 'author-year' && source.entry === undefined);

/** Whether a marker without brackets around it stands beside its sentence, not in it: "[@a]", or a note's title before a full stop. */
function isBeside(marker: Marker, label: string, before: string, after: string): boolean {
  if (marker.sources.every(isWords)) return false;
  if (/^[[(^]/.test(label)) return true;
  const isTitle = /[?？]\W*$/.test(label) || (label.split(' ').length >= 5 && /^\W*\p{Lu}/u.test(label));
  return isTitle && before.trim() !== '' && CLAUSE_END.test(after) && !NEEDS_OBJECT.test(before.slice(-16));
}

const CLAUSE_END = /^\s*(?:$|[.,;:!?)\]—–]|(?:and|or|but|while|whereas)\b)/;

/** Removes what markers leave behind, and lead-ins that a list of claims does not need. */
export function tidy(text: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/[([]\s*(?:see(?: also)?|e\.g\.,?|cf\.?|also|and|or|[,;&\s])*\s*[)\]]/gi, '')
    // "(2025-04, arXiv:…)" with its ID taken out; the date comes back with it at the end.
    .replace(/[([]\s*\d{4}(?:-\d{2}){0,2}\s*[,;]\s*[)\]]/g, '')
    .replace(/[([]\s*[,;]\s*/g, (open) => open[0] ?? '')
    .replace(/\s*[,;]\s*([)\]])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)\]])/g, '$1')
    .replace(/([.,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/\.\.+$/, '.')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .trim();
  return capital(stripLeadIn(clean)).replace(/[.;,:]+$/, '');
}

const CONNECTIVE =
  /^(?:however|moreover|meanwhile|furthermore|additionally|in addition|besides|also|but|and|so|thus|therefore|hence|indeed|in fact|notably|interestingly|importantly|finally|lastly|first|second|third|firstly|secondly|on the other hand|by contrast|in contrast|similarly|likewise|still|yet|worth (?:sitting with|noting)|the (?:\w+ )?(?:useful )?takeaway|bottom line|in short|in sum|tl;dr|note)(?:[,:]\s+|\s+(?!that\b))/i;
/** "One study found that": the list says who found it. Hedges ("suggests", "argues") stay. */
const FOUND_THAT =
  /^(?:one|another|a|the|this|that|some|several|recent|two|three|many)\s+(?:\w+\s+)?(?:study|studies|paper|papers|note|notes|experiment|experiments|work|report|analysis|survey)\s+(?:has |have |even |also )*(?:found|finds|find|shows|show|showed|reports|report|reported|demonstrates|demonstrated|observed|observes)\s+(?:that\s+)?(?=\S+\s)/i;

function stripLeadIn(text: string): string {
  let rest = text;
  for (let rounds = 0; rounds < 2; rounds++) {
    const connective = CONNECTIVE.exec(rest);
    // "So far", "First author", "Still images": no comma, no sure connective.
    if (
      connective &&
      (/[,:]/.test(connective[0]) ||
        /^(?:meanwhile|but|and|so)\s+(?!far|much|many|called|long|that)/i.test(rest))
    )
      rest = rest.slice(connective[0].length);
  }
  const found = FOUND_THAT.exec(rest);
  const shorter = found ? rest.slice(found[0].length) : rest;
  return shorter.split(' ').length >= 4 ? shorter : text;
}

const capital = (text: string): string =>
  text.replace(/^\p{Ll}(?=[\p{Ll}\s'’-])/u, (first) => first.toUpperCase());
