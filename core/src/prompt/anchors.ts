/** The papers a prompt asks to be verified first: those that carry most of its claims, then the newest, each with what to look for. */
import type { Entry, Library } from '../library/model.ts';
import type { Candidate } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { PromptAnchor, PromptOptions, ResearchPrompt } from './model.ts';

export function pickAnchors(
  picked: readonly Candidate[],
  library: Library,
  question: string,
  options: PromptOptions,
): { anchors: PromptAnchor[]; cut: ResearchPrompt['cut'] } {
  const behind = new Map<string, { evidence: Evidence; claims: number[] }>();
  picked.forEach((one, index) => {
    for (const evidence of one.evidence) {
      const entry = behind.get(evidence.id) ?? { evidence, claims: [] };
      entry.claims.push(index + 1);
      behind.set(evidence.id, entry);
    }
  });
  const wanted = [...behind.values()].filter(
    ({ evidence }) => options.droppedAnchors?.includes(evidence.id) !== true,
  );
  const ranked = wanted
    .filter(({ evidence }) => !isUnknownKey(evidence))
    .sort(
      (a, b) =>
        Number(a.evidence.inText ?? false) - Number(b.evidence.inText ?? false) ||
        b.claims.length - a.claims.length ||
        compare(b.evidence.date ?? '', a.evidence.date ?? '') ||
        compare(a.evidence.id, b.evidence.id),
    );
  const anchors = ranked.slice(0, options.maxAnchors).map(({ evidence, claims }) => ({
    id: evidence.id,
    title: evidence.paper?.title ?? '',
    date: evidence.date,
    gloss: glossOf(evidence.paper, claims, picked.length, question, library),
  }));
  const cut = ranked.slice(options.maxAnchors).map(({ evidence }) => ({
    text: evidence.paper ? `${evidence.id}, “${evidence.paper.title}”` : evidence.id,
    why: `over the limit of ${String(options.maxAnchors)} anchor papers`,
  }));
  const unknown = wanted.flatMap(({ evidence }) =>
    isUnknownKey(evidence) ? [{ text: evidence.id, why: 'no bibliography here has this key' }] : [],
  );
  return { anchors, cut: [...cut, ...unknown] };
}

/** A key that stands in no bibliography is a name that only its writer can read: nobody else could verify it. */
const isUnknownKey = ({ id, paper }: Evidence): boolean => paper === undefined && id.startsWith('[@');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "behind claims 2 and 5; bears on “…?”; now at v5 (2025-09)": what to look for, and what may have changed. */
function glossOf(
  paper: Entry | undefined,
  claims: readonly number[],
  total: number,
  question: string,
  library: Library,
): string {
  const questions = paper
    ? library
        .restingOn(paper.id)
        .filter((entry) => entry.kind === 'note' && entry.title !== question)
        .map((entry) => entry.title)
        .sort()
    : [];
  const latest = paper?.versions?.at(-1);
  const parts = [
    total > 2 && claims.length === total
      ? 'behind every claim'
      : `behind ${claims.length === 1 ? 'claim' : 'claims'} ${list(runs(claims))}`,
    ...(questions[0] === undefined ? [] : [`bears on “${questions[0]}”`]),
    ...(latest && latest.version > 1
      ? [
          `now at v${String(latest.version)}${latest.date === undefined ? '' : ` (${latest.date.slice(0, 7)})`}`,
        ]
      : []),
  ];
  return `${paper?.status === undefined ? '' : `${paper.status}; `}${parts.join('; ')}`;
}

/** 1, 2, 3, 5 as "1–3", "5". */
function runs(numbers: readonly number[]): string[] {
  const out: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = out.at(-1);
    if (last?.to === number - 1) last.to = number;
    else out.push({ from: number, to: number });
  }
  return out.flatMap(({ from, to }) =>
    to - from > 1
      ? [`${String(from)}–${String(to)}`]
      : to > from
        ? [String(from), String(to)]
        : [String(from)],
  );
}

export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
