/**
 * The lines right under a heading that say which work it is about: "arXiv:1706.03762 · Vaswani et al.", "Paper: [pdf](…)",
 * "Authors: …". A section or a note that names one work so is about that work.
 */
import type { Source } from '../analysis.ts';
import { isDayLine } from '../dates/day-lines.ts';
import type { Block, Note } from '../note/model.ts';
import { isWrittenWork, writtenWorks } from '../sources/written-works.ts';
import { countsAsEvidence, identityOf } from './evidence.ts';

const LABEL =
  /^[^\p{L}]*(?:(?:full |original |canonical |arxiv |source |publication |publish(?:ed)? )?(?:papers?|links?|url|sources?|arxiv|doi|pdf|reference|ref|citation|cite|title|original|via|from|article|authors?|by|institutions?|affiliations?|published(?: (?:at|on|in))?|venue|conference|journal|date|year|code|github|repo(?:sitory)?|project(?: page)?|website|slides|video|talk|blog(?: ?post)?|post|tags?|topics?|keywords|status|kind|document kind|type|read|rating|book|review of|notes? on)|论文|标题|题目|原文|链接|作者|机构|单位|来源|发布时间|发表(?:时间|会议|期刊|状态)?|会议|期刊|日期|时间|标签|分类标签|关键词|代码|项目(?:主页)?)[^.:：\p{L}]{0,30}(?:[:：]|\p{L}[^.:：]{0,24}[:：])/iu;
const WORK_LABEL =
  /^[^\p{L}]*(?:(?:full |original |canonical |source )?(?:papers?|links?|url|sources?|pdf|reference|ref|original|via|from|article|title|blog(?: ?post)?|post|book)|论文|原文|链接|来源)[^.:：]{0,30}[:：]/iu;
/** "Copied from https://… on 3 May.": where all of it stood. */
const TAKEN_FROM =
  /^[^\p{L}]*(?:(?:the )?(?:abstract|text|excerpt|summary),? )?(?:pasted|copied|taken|downloaded|excerpted|quoted|retrieved) from\b/iu;
const SCHOLARLY: ReadonlySet<Source['type']> = new Set(['arxiv', 'doi', 'key', 'title']);
const PAPER_LINK = /^\W*(?:link to (?:the )?|the |original )?(?:paper|article|arxiv|pdf)\b[^.]{0,30}$/i;
const PERSON = String.raw`(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]){0,3}\p{Lu}[\p{L}'’-]+`;
const PEOPLE = String.raw`${PERSON}(?:(?:,? and|,? &|[,;])[ \u00a0]${PERSON}){0,12}(?:,? et al\.?)?`;
const WHEN = String.raw`,?[ \u00a0](?:\p{Lu}[\p{L}-]{1,14}[ \u00a0])?\(?(?:1[89]|20)\d\d[a-k]?\)?`;
/** "Gao and Hilton, 2022. Read on the train.", "Vaswani et al., NeurIPS 2017." */
const BYLINE = new RegExp(String.raw`^[^\p{L}]*(?:by )?${PEOPLE}${WHEN}(?:[.,;:·|]|$)`, 'u');
/** Asked first, for it is cheap: no byline is without one. */
const A_YEAR = /(?:1[89]|20)\d\d/;
/** A part of a written reference: "… . Hoffmann et al., 2022. …"; or who wrote it before a title in quotes. */
const WITH_PEOPLE = new RegExp(
  String.raw`(?:^|[.,;·|—–][ \u00a0])${PEOPLE}(?:${WHEN}[ \u00a0]?(?=[.,;·|—–]|$)|[.,:]?[ \u00a0](?=["“«*]))`,
  'u',
);
/** "[Persona vectors](…) track drift.": short as it is, a statement rather than a line that names a work. */
const GOES_ON =
  /^[\])>*_`]*[,:]?\s+(?!(?:by|et al|and|v\d|version|submitted|published|posted|accepted|to appear|in|at)\b)\p{Ll}/u;
/** "Drift grows [@smith2020]." is one too; "Notes on [@smith2020]." is not. */
const STATES =
  /^\W*(?!(?:(?:my |some |reading )?notes?|summary|review|thoughts|comments|on|see|based|from|after)\b)\p{L}+[^§]*\s\p{Ll}[^§]*§[\])>*_`]*\.\s*$/iu;
const FIRST_IN_LINE = /^\W*§[\])>*_`]*\s*[·|,;:—–-]/u;
const TO_DO = /^\W*(?:to[ -]?do|to[ -]read|still to|must|should)\b/i;
/** When the note's writer read it, in a line of its own: "Read on the train, 2026-11-20."; or a day alone. */
const READING =
  /^[\W_]*(?:re-?)?(?:read|skimmed|started|finished)(?!.*\b(?:papers|books|articles|and)\b)\b[^.;:]{0,60}[\W_]*$/iu;
const SOURCE = '§';
const LONGEST_BYLINE = 160;
const LONGEST_LINE = 300;
const MOST_LEAVES = 40;
/** Lines looked at before the text proper must have begun. */
const MOST_LINES = 10;

/** Whether a line says something of the kind: "Authors: …", "机构：…". */
export const isLeadLine = (text: string): boolean => LABEL.test(text);

/** The one work that the lines in `leaves` name before the text begins; empty when they name none or several. */
export function workOfLines(
  note: Note,
  leaves: readonly Block[],
  sourcesOf: (leaf: Block) => readonly Source[],
): readonly Source[] {
  const scholarly: Source[] = [];
  const links: Source[] = [];
  const bylines: Source[] = [];
  let hasReference = false;
  for (const leaf of leaves.slice(0, MOST_LINES)) {
    if (leaf.kind === 'heading' || leaf.prose === undefined) break;
    const sources = sourcesOf(leaf).filter(countsAsEvidence);
    const text = leaf.prose.text;
    const isByline =
      text.length <= LONGEST_BYLINE && A_YEAR.test(text) && BYLINE.test(text) && !isInCallout(note, leaf);
    const rest = withoutSources(note, leaf, sources);
    // "These were measured (arXiv:2507.21509):" leads into a list.
    const isLeadIn = /[:：]\s*$/.test(text) && /\p{L}{3}/u.test(rest);
    const isShort = sources.length > 0 && text.length <= LONGEST_LINE;
    const isBare = isShort && !isLeadIn && holdsNextToNothing(rest);
    const isWritten = isWrittenWork(note, leaf);
    const isTaken = isShort && TAKEN_FROM.test(text);
    const isLead =
      isTaken ||
      isWritten ||
      isByline ||
      isBare ||
      LABEL.test(rest) ||
      (FIRST_IN_LINE.test(rest) && !goesOn(rest));
    if (!isLead && sources.length === 0 && (READING.test(text) || isDayLine(text))) continue;
    if (!isLead && !isReference(note, leaf, sources)) break;
    const isWhole = isWritten && writtenWorks(note).ends.has(leaf.index);
    if (isWhole && (hasReference || isAmongOthers(note, leaf, leaves, sourcesOf))) return [];
    hasReference ||= isWhole;
    for (const source of sources) {
      if (((isByline && isBare) || isWritten) && source.type === 'author-year') bylines.push(source);
      if (SCHOLARLY.has(source.type) && source.entry?.kind !== 'note') scholarly.push(source);
      else if (source.type === 'link' && (isWhole || isTaken || WORK_LABEL.test(text))) links.push(source);
    }
  }
  const named = [scholarly, links, bylines].find((list) => list.length > 0) ?? [];
  return new Set(named.map(identityOf)).size === 1 ? named.slice(0, 1) : [];
}

/** "[Link to the paper](…)" on a line of its own near the top, and no second one: the note is about that paper. */
export function workOfPaperLink(
  note: Note,
  leaves: readonly Block[],
  sourcesOf: (leaf: Block) => readonly Source[],
): readonly Source[] {
  const named: Source[] = [];
  for (const leaf of leaves.slice(0, MOST_LEAVES)) {
    const sources = sourcesOf(leaf);
    if (sources.length === 0 || !isOnlySources(note, leaf, sources)) continue;
    if (PAPER_LINK.test(leaf.prose?.text ?? '')) named.push(...sources.filter(countsAsEvidence));
  }
  return new Set(named.map(identityOf)).size === 1 ? named.slice(0, 1) : [];
}

/** A reference written out, with its identifier at its end: "Title. Hoffmann et al., 2022. arXiv:2203.15556". */
function isReference(note: Note, leaf: Block, sources: readonly Source[]): boolean {
  const last = sources.findLast(({ type }) => type === 'arxiv' || type === 'doi');
  const text = leaf.prose?.text ?? '';
  if (last === undefined || text.length > LONGEST_LINE || !WITH_PEOPLE.test(text)) return false;
  const before = note.text.slice(leaf.span.start, last.span.start);
  const after = note.text.slice(last.span.end, leaf.span.end);
  return /[.,;·|—–:"”*]\s*[[(<]?$/.test(before) && hasFewWords(after, 2);
}

/** Whether another item of the list that a reference stands in may name a work, too: a list to read is on none of them. */
function isAmongOthers(
  note: Note,
  leaf: Block,
  leaves: readonly Block[],
  sourcesOf: (leaf: Block) => readonly Source[],
): boolean {
  const item = leaf.parent === undefined ? undefined : note.blocks[leaf.parent];
  const list = item?.kind === 'item' && item.parent !== undefined ? note.blocks[item.parent] : undefined;
  if (!list) return false;
  return leaves
    .slice(0, MOST_LEAVES)
    .some(
      (other) =>
        other.parent !== leaf.parent &&
        other.parent !== undefined &&
        note.blocks[other.parent]?.parent === list.index &&
        !isLeadLine(other.prose?.text ?? '') &&
        (A_YEAR.test(other.prose?.text ?? '') || sourcesOf(other).length > 0),
    );
}

/** What a callout's title names holds for the callout. */
const isInCallout = (note: Note, { parent }: Block): boolean =>
  parent !== undefined && note.blocks[parent]?.kind === 'callout';

/** Whether a leaf holds next to nothing besides its citations. */
export function isOnlySources(note: Note, leaf: Block, sources: readonly Source[]): boolean {
  if (sources.length === 0 || leaf.prose === undefined || leaf.prose.text.length > LONGEST_LINE) return false;
  return holdsNextToNothing(withoutSources(note, leaf, sources));
}

const holdsNextToNothing = (rest: string): boolean => hasFewWords(rest, 3) && !goesOn(rest);

const goesOn = (rest: string): boolean =>
  GOES_ON.test(rest.slice(rest.lastIndexOf(SOURCE) + 1)) || STATES.test(rest) || TO_DO.test(rest);

/** The leaf as it is written, each of its sources a mark. */
function withoutSources(note: Note, leaf: Block, sources: readonly Source[]): string {
  let rest = '';
  let at = leaf.span.start;
  for (const { span } of sources) {
    if (span.start >= at) rest += note.text.slice(at, span.start) + SOURCE;
    at = Math.max(at, span.end);
  }
  return rest + note.text.slice(at, leaf.span.end);
}

/** Stops at the first word too many: most lines hold dozens. */
function hasFewWords(text: string, most: number): boolean {
  let words = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) if (++words > most) return false;
  return true;
}

const WORD = /\p{L}{2,}/gu;
