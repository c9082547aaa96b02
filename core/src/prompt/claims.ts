/** The claims a prompt re-tests: the note's sourced sentences with the papers behind them, the best of them where there are too many. */
import type { Analysis, SentenceAnalysis, Source } from '../analysis.ts';
import type { PartialDate } from '../dates/calendar-date.ts';
import { thresholds } from '../claims/index.ts';
import { ageInMonths, horizonMonths, isOlderThan, mayFallDue } from '../dates/index.ts';
import { footnoteOf } from '../note/containers.ts';
import type { Note } from '../note/model.ts';
import { claimTexts, leansBack, type ClaimText } from './claim-text.ts';
import { evidenceOf, isAddress, unique, type Evidence } from './evidence.ts';
import type { PromptClaim, PromptOptions, ResearchPrompt } from './model.ts';

export interface Candidate {
  readonly claim: PromptClaim;
  readonly evidence: readonly Evidence[];
  /** How much it asserts, 0 to 1, less for what leans on the sentence before it. */
  readonly worth: number;
}

/** "See …", "Please read …", "We will read …": says what to do, so it is no claim, whatever it cites. */
const POINTER =
  /^\W*(?:please\s+|(?:we|i)\s+(?:will|shall|should|must|(?:want|plan|need|have) to)\s+)?(?:see|cf\.|read|refer|check|visit|get|download|install|click|follow|watch|submit|use|note that you)\b/i;
/** Addressed to the reader: with a link or nothing behind it, an instruction. */
const ADDRESSED = /\byou(?:['’]\w+|rs?)?\b|\bhere\b[.)]*$/i;
/** What a plain link is proof enough for, and three words. */
const LINKED = 0.3;
/** Longer claims are quoted up to a clause end near here. */
const LONGEST = 320;

export function candidates(
  analysis: Analysis,
  body: readonly boolean[],
  options: PromptOptions,
): Candidate[] {
  const found: Candidate[] = [];
  const keys = new Map<string, number>();
  const outright = thresholds(analysis.settings['claims.profile']).claim;
  for (const one of analysis.sentences) {
    if (body[one.sentence.index] !== true || !mayBeClaim(one, analysis.note, outright)) continue;
    const own = one.sources.filter(({ source }) => isInside(source, one)).map(({ source }) => source);
    const parts = claimTexts(analysis.note, one.sentence, own);
    for (const part of parts) {
      if (!assertsSomething(part.text, one)) continue;
      const byGroup = part.groups.map((sources) =>
        unique(sources.flatMap((source) => evidenceOf(source, analysis.library))),
      );
      const inSentence = unique(byGroup.flat());
      const evidence =
        inSentence.length > 0
          ? inSentence
          : unique(one.sources.flatMap(({ source }) => evidenceOf(source, analysis.library))).map(notInText);
      if (isPointer(part.text, evidence, one)) continue;
      const marked = withoutOwnDate(withMarks(part.text, byGroup), parts.length > 1 ? undefined : one);
      const key = keyOf(marked, keys);
      const text = options.edited?.[key] ?? shorten(marked);
      const claim: PromptClaim = {
        key,
        text,
        date: dateOf(one, evidence, parts.length > 1),
        ids: evidence.flatMap((each) => (each.inText ? [] : [each.id])),
        ...namedIn(evidence),
        ...lookAt(one),
        problems: problemsAt(one, part, options),
        offset: part.offset,
        perishable: one.perishability.perishable,
      };
      found.push({
        claim,
        evidence,
        worth: scoreOf(one) + dueness(one, analysis) - (leansBack(part.text) ? 0.35 : 0),
      });
    }
  }
  return found;
}

/** "… (2025-06, arXiv:2506.06254) — or … (2025-10, arXiv:2511.00222)": each part of a sentence keeps its own evidence. */
export function withMarks(text: string, byGroup: readonly (readonly Evidence[])[]): string {
  const marks = byGroup.map((all) => {
    const evidence = all.filter((one) => one.inText !== true);
    return evidence.length === 0
      ? ''
      : ` (${markOf(
          newest(evidence),
          evidence.map((one) => one.id),
        )})`;
  });
  const differ = new Set(marks.filter((mark) => mark !== '')).size > 1;
  return text.replace(MARKS, (mark) => (differ ? (marks[mark.trim().charCodeAt(0) - 0xe000] ?? '') : ''));
}

/** What covers a sentence from elsewhere is not in its words. */
const notInText = ({ id, date, paper }: Evidence): Evidence => ({ id, date, paper });

/** "LLMs cannot plan (Feb 2024)", "(checked 2026-11)": the claim's own date in a bracket of its own comes back in its mark. */
export function withoutOwnDate(text: string, one: SentenceAnalysis | undefined): string {
  const { evidenceDate, dates } = one ?? { evidenceDate: undefined, dates: [] };
  if (evidenceDate?.from !== 'text' || evidenceDate.setApart === undefined) return text;
  const own = dates.find(({ value }) => value === evidenceDate.value);
  if (!own) return text;
  const date = own.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const words = String.raw`(?:(?:as of|checked|verified|re-?tested)(?: (?:on|in))?:? )?`;
  return text.replace(new RegExp(String.raw`\s*[(（[]${words}${date}[)）\]]`, 'i'), '');
}

// Private-use characters, written by `markAt`.
const MARKS = /\s*[\ue000-\uf8ff]/g;

/** What stands in brackets after a claim: "2025-10, arXiv:2511.00222"; "Smith 2020" says its year itself. */
export const markOf = (date: PartialDate | undefined, ids: readonly string[]): string =>
  [date === undefined || ids.some((id) => id.endsWith(` ${date}`)) ? '' : date, ...ids]
    .filter((part) => part !== '')
    .join(', ');

export const newest = (evidence: readonly Evidence[]): PartialDate | undefined =>
  evidence
    .flatMap((each) => (each.date === undefined ? [] : [each.date]))
    .sort()
    .at(-1);

/**
 * What stands with a source may be one by little. What stands alone must assert something outright, and so must what only a
 * section's or the whole note's sources cover, views and plans among it, and what a footnote holds, which mostly is a reference.
 */
function mayBeClaim(one: SentenceAnalysis, note: Note, outright: number): boolean {
  if (one.claim === null || one.sentence.allLink) return false;
  const isCited = one.sources.some(({ by }) => by !== 'section' && by !== 'note');
  const block = note.blocks[one.sentence.block];
  const isInFootnote = block !== undefined && footnoteOf(note, block) !== undefined;
  return (isCited && !isInFootnote) || scoreOf(one) >= outright;
}

/** A question, or a title standing alone, asserts nothing; three words do where they read as a claim: "RAG reduces hallucination". */
function assertsSomething(text: string, one: SentenceAnalysis): boolean {
  const words = text.split(' ').length;
  if (/[?？]["”’')\]]*$/.test(text)) return false;
  return words >= 4 || (words === 3 && scoreOf(one) >= LINKED);
}

/**
 * A writer who cites papers for a sentence means it as a claim, however plainly it is put, so its score only ranks it.
 * A link alone may stand behind anything, so there the sentence must assert something itself.
 */
function isPointer(text: string, evidence: readonly Evidence[], one: SentenceAnalysis): boolean {
  if (POINTER.test(text)) return true;
  if (!evidence.every((each) => isAddress(each.id))) return false;
  return ADDRESSED.test(text) || (evidence.length > 0 && scoreOf(one) < LINKED && !/\d/.test(text));
}

/** What is due is what the prompt is for: above all that is not, the older against its horizon the more. */
function dueness(one: SentenceAnalysis, { settings, today }: Analysis): number {
  const { evidenceDate, perishability } = one;
  if (!evidenceDate || !mayFallDue(one)) return 0;
  const months = horizonMonths(perishability.speed, settings);
  if (!isOlderThan(evidenceDate.value, months, today)) return 0;
  return 1 - 0.5 * (months / Math.max(months, ageInMonths(evidenceDate.value, today) ?? 0, 1));
}

const scoreOf = (one: SentenceAnalysis): number =>
  one.claim === null ? 0 : Math.max(one.claim.claim, one.claim.needsSource);

const isInside = (source: Source, one: SentenceAnalysis): boolean =>
  source.span.start >= one.sentence.span.start && source.span.end <= one.sentence.span.end;

function namedIn(evidence: readonly Evidence[]): Pick<PromptClaim, 'named'> {
  const named = evidence.flatMap((each) => (each.inText ? [each.id] : []));
  return named.length === 0 ? {} : { named };
}

/** The month in which somebody last looked at the claim, or at the note as a whole. */
function lookAt({ evidenceDate }: SentenceAnalysis): { checked?: PartialDate } {
  return evidenceDate?.isLook ? { checked: evidenceDate.value.slice(0, 7) } : {};
}

/** A date written with the claim is the writer's; else the newest paper's. The note's own date is no evidence. */
function dateOf(
  one: SentenceAnalysis,
  evidence: readonly Evidence[],
  split: boolean,
): PartialDate | undefined {
  const stated = one.evidenceDate;
  if (stated?.from === 'text' && !stated.isLook && !split) return stated.value.slice(0, 7);
  return newest(evidence) ?? (stated?.from === 'source' ? stated.value.slice(0, 7) : undefined);
}

function problemsAt(one: SentenceAnalysis, part: ClaimText, options: PromptOptions): string[] {
  const inside = (options.problems ?? []).filter(
    ({ span }) =>
      span.start < one.sentence.span.end && span.end > Math.min(part.offset, one.sentence.span.end - 1),
  );
  return [...new Set(inside.map(({ rule }) => rule))];
}

/** FNV-1a of the words, so that an edit elsewhere in the note leaves it alone. */
function keyOf(text: string, seen: Map<string, number>): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const key = (hash >>> 0).toString(16).padStart(8, '0');
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  return times === 0 ? key : `${key}-${String(times + 1)}`;
}

/** Only ever cut before an aside set off by a dash or a semicolon, and never one that limits what was said. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cuts = [...text.matchAll(/\s[—–]\s|;\s/g)].map((found) => found.index);
  for (const at of cuts.reverse()) {
    const rest = text.slice(at);
    if (at < 80 || at > LONGEST) continue;
    const limits =
      /\b(?:unless|except|only|if|when|but|however|although|though|not|no|without|yet|while|whereas|under)\b/i.test(
        rest,
      );
    const opensBracket =
      (text.slice(0, at).match(/\(/g)?.length ?? 0) !== (text.slice(0, at).match(/\)/g)?.length ?? 0);
    if (!limits && !opensBracket) return text.slice(0, at).trimEnd();
  }
  return text;
}

/** Why a claim is cut that a person left out. */
export const byHand = 'left out by hand';

/** At most `maxClaims`, in the note's order: the worthiest first, papers not yet spoken for before those that are. */
export function pickClaims(
  all: readonly Candidate[],
  options: PromptOptions,
): { picked: Candidate[]; cut: ResearchPrompt['cut'] } {
  const cut: { text: string; why: string; key: string }[] = [];
  const drop = (one: Candidate, why: string): void =>
    void cut.push({ text: one.claim.text, why, key: one.claim.key });
  const sourced = all.some((one) => one.evidence.length > 0);
  const open: Candidate[] = [];
  const texts = new Set<string>();
  for (const one of all) {
    if (options.dropped?.includes(one.claim.key) === true) drop(one, byHand);
    else if (texts.has(one.claim.text.toLowerCase())) drop(one, 'says the same as a claim above');
    else if (sourced && one.evidence.length === 0) drop(one, 'no source that could be looked up');
    else {
      texts.add(one.claim.text.toLowerCase());
      open.push(one);
    }
  }
  const picked = new Set<Candidate>();
  const uses = new Map<string, number>();
  while (picked.size < options.maxClaims && picked.size < open.length) {
    let best: { one: Candidate; value: number } | undefined;
    for (const one of open) {
      if (picked.has(one)) continue;
      const used =
        one.evidence.length === 0 ? 0 : Math.min(...one.evidence.map((each) => uses.get(each.id) ?? 0));
      const value = one.worth - 0.4 * used;
      if (!best || value > best.value) best = { one, value };
    }
    if (!best) break;
    picked.add(best.one);
    for (const each of best.one.evidence) uses.set(each.id, (uses.get(each.id) ?? 0) + 1);
  }
  for (const one of open) {
    if (picked.has(one)) continue;
    const spoken = one.evidence.length > 0 && one.evidence.every((each) => uses.has(each.id));
    const limit = `over the limit of ${String(options.maxClaims)} claims`;
    drop(one, spoken ? `${limit}; its source already stands behind another claim` : limit);
  }
  return { picked: open.filter((one) => picked.has(one)), cut };
}
