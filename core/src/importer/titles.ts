/**
 * Turns note titles that stand inline in running text into links that Foam, Obsidian, GitHub and Pandoc all follow, so that
 * the sentence still reads: a title after a claim goes into brackets before the full stop, one that is part of the sentence stays in it.
 */

export interface LinkedTitle {
  readonly title: string;
  /** Relative to the file that cites it. */
  readonly target: string;
}

interface Mention extends LinkedTitle {
  readonly start: number;
  readonly end: number;
}

/** After these words a title is the sentence's own object: "as How stable is … shows". */
const TAKES_OBJECT =
  /(?:^|[\s(“"'—–-])(?:as|in|by|from|see|per|of|than|and|or|but|like|under|against|via|that|because|while|whereas|the notes?|note|compare|cf\.|answers?|asks?|called|titled)[,:]?\s+$/i;

/** Which of the titles the text mentions, in order; the longest wins where two overlap. */
export function findTitlesIn(text: string, titles: readonly LinkedTitle[]): Mention[] {
  const plain = flatten(text);
  const mentions: Mention[] = [];
  const taken = new Uint8Array(text.length);
  const sorted = [...titles]
    .filter((one) => one.title !== '')
    .sort((a, b) => b.title.length - a.title.length);
  for (const one of sorted) {
    const wanted = flatten(one.title);
    for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      if (!bounded(plain, at, end) || taken[at] === 1 || taken[end - 1] === 1) continue;
      mentions.push({ ...one, start: at, end });
      taken.fill(1, at, end);
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The text with every mention linked. Pages link titles too: such links are pointed at the note's file. */
export function linkTitles(text: string, titles: readonly LinkedTitle[]): string {
  const mentions = findTitlesIn(text, titles).map((mention) => widenToLink(text, mention));
  const out: string[] = [];
  /** The last words written: enough to see how a sentence stands. */
  let tail = '';
  let at = 0;
  for (let index = 0; index < mentions.length;) {
    const first = mentions[index];
    if (!first) break;
    const group = [first];
    while (/^\s*[,;]?\s*$/.test(between(text, group, mentions[index + group.length]) ?? 'x')) {
      const next = mentions[index + group.length];
      if (next) group.push(next);
    }
    index += group.length;
    const end = group.at(-1)?.end ?? first.end;
    const gap = text.slice(at, first.start);
    const placed = place(text, (tail + gap).slice(-TAIL), gap, group, end);
    out.push(placed);
    tail = placed.slice(-TAIL);
    at = end;
  }
  out.push(text.slice(at));
  return out.join('');
}

const TAIL = 200;

const between = (text: string, group: readonly Mention[], next: Mention | undefined): string | undefined =>
  next && text.slice(group.at(-1)?.end ?? 0, next.start);

/** What stands before the group, and the group itself. */
function place(text: string, before: string, gap: string, group: readonly Mention[], end: number): string {
  const links = group.map((mention) => `[${escape(mention.title)}](${mention.target})`);
  const after = text.slice(end, end + 20);
  const glue = /[\p{L}\p{N}]/u.test(after[0] ?? '') ? ' ' : '';
  const isSubject = before.trim() === '' || /(?:[.!?…:;][*_"'”’)]*|\n)\s*$/.test(before);
  const isBracketed = /[([]\s*$/.test(before) && /^\s*[)\];,]/.test(after);
  if (isBracketed) return gap + links.join('; ');
  if (isSubject || TAKES_OBJECT.test(before.slice(-24))) return `${gap}${links.join(' and ')}${glue}`;
  return `${gap.trimEnd()} (${links.join('; ')})${glue}`;
}

/** Straight quotes and plain blanks, so that "’" finds "'"; lengths stay. */
function flatten(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u00a0\u202f\u2009\n\t]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
}

/** A title begins and ends at a word's edge; copying may have lost the blank before its capital. */
function bounded(text: string, start: number, end: number): boolean {
  const first = text[start] ?? '';
  const lostBlank = /\p{Lu}/u.test(first) && /[\p{Ll}.,;)]/u.test(text[start - 1] ?? '');
  const opens = start === 0 || lostBlank || !/[\p{L}\p{N}_]/u.test(text[start - 1] ?? ' ');
  const ends = !/[\p{L}\p{N}_]/u.test(text[end - 1] ?? '') || !/[\p{L}\p{N}_]/u.test(text[end] ?? ' ');
  return opens && ends;
}

/** "[title](…)" and "[[…|title]]" are mentions as a whole. */
function widenToLink(text: string, mention: Mention): Mention {
  const after = /^\]\([^()\s]*\)|^\]\]/.exec(text.slice(mention.end, mention.end + 600));
  const before = /\[\[(?:[^[\]|\n]{1,300}\|)?$|\[$/.exec(
    text.slice(Math.max(0, mention.start - 304), mention.start),
  );
  if (!after || !before || after[0].startsWith(']]') !== before[0].startsWith('[[')) return mention;
  return { ...mention, start: mention.start - before[0].length, end: mention.end + after[0].length };
}

const escape = (title: string): string => title.replace(/[[\]]/g, '\\$&');
