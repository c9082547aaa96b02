/**
 * Fits the ranking weights by coordinate ascent on even groups (documents, papers, topics) and reports the odd ones:
 *   npx tsx bench/suggest/fit.ts [rounds] [name=start …]
 * The aim is the mean over sets of MRR, nDCG@10 and recall@10. Copy what it prints to core/src/library/weights.ts.
 */
import { createLibrary, withWeights } from '#core/library/library.ts';
import { profiles, type Profiles, type RankingWeights } from '#core/library/weights.ts';
import type { Library } from '#core';
import { inFirstHalf } from './halves.ts';
import { measureQuery } from './measures.ts';
import { fitSets, type BenchSet, type Query } from './sets.ts';

type Numbers = Record<string, number>;

const flatten = (w: Profiles): Numbers =>
  Object.fromEntries(
    Object.entries(w).flatMap(([profile, values]) =>
      Object.entries(values as Numbers).map(([name, value]) => [`${profile}.${name}`, value]),
    ),
  );

function unflatten(flat: Numbers): Profiles {
  const of = (profile: string): Numbers =>
    Object.fromEntries(
      Object.entries(flat)
        .filter(([name]) => name.startsWith(`${profile}.`))
        .map(([name, value]) => [name.slice(profile.length + 1), value]),
    );
  return { bare: of('bare'), full: of('full') } as unknown as Profiles;
}

interface Prepared {
  readonly set: BenchSet;
  readonly tasks: { library: Library; fit: Query[]; test: Query[] }[];
}

const PER_SET = Number(process.env.PER_SET ?? 300);
function prepare(set: BenchSet): Prepared {
  const all = set.tasks.reduce(
    (sum, task) => sum + task.queries.filter((query) => inFirstHalf(query.group)).length,
    0,
  );
  const step = Math.max(1, Math.round(all / PER_SET));
  let counter = 0;
  return {
    set,
    tasks: set.tasks.map((task) => ({
      library: createLibrary(task.entries),
      fit: task.queries.filter((query) => inFirstHalf(query.group) && counter++ % step === 0),
      test: task.queries.filter((query) => !inFirstHalf(query.group)),
    })),
  };
}

function evaluate(prepared: Prepared, w: Profiles, part: 'fit' | 'test'): number[] {
  const sums = [0, 0, 0, 0, 0];
  let count = 0;
  for (const task of prepared.tasks) {
    if (task[part].length === 0) continue;
    const ranker = withWeights(task.library, w);
    for (const query of task[part]) {
      const ranked = ranker.suggest(query.text, { top: 20 }).map((hit) => hit.entry.id);
      measureQuery(query, ranked).forEach((value, at) => (sums[at] = (sums[at] ?? 0) + value));
      count++;
    }
  }
  return sums.map((sum) => sum / count);
}

const aim = (m: number[]): number => ((m[0] ?? 0) + (m[2] ?? 0) + (m[3] ?? 0) + (m[4] ?? 0)) / 4;

/** Where a fit begins that owes nothing to earlier ones: textbook values. */
const neutral: RankingWeights = {
  title: 1,
  text: 1,
  notes: 0.3,
  names: 0.5,
  titleLength: 0.5,
  textLength: 0.75,
  notesLength: 0.6,
  namesLength: 0.5,
  background: 200,
  idf: 1,
  repeated: 0.3,
  number: 1,
  name: 1,
  compound: 0.3,
  acronym: 0.1,
  context: 0.06,
  cited: 0,
  coCited: 0.01,
  pair: 0.1,
  passage: 0.1,
  titleShare: 0.1,
  claimShare: 0.1,
  meaning: 0.1,
};

const only = process.env.SETS ?? '';
const sets = fitSets()
  .filter((set) => only === '' || only.split(',').some((part) => set.name.includes(part)))
  .map(prepare);
const overall = (flat: Numbers): number => {
  const w = unflatten(flat);
  return sets.reduce((sum, set) => sum + aim(evaluate(set, w, 'fit')), 0) / sets.length;
};

let flat = flatten(process.env.START === 'neutral' ? { bare: neutral, full: neutral } : profiles);
let rounds = Number(process.env.ROUNDS ?? 1);
const names = new Set<string>();
for (const argument of process.argv.slice(2)) {
  const [name = '', value] = argument.split('=');
  if (value !== undefined) flat[name] = Number(value);
  else names.add(name);
}
let best = overall(flat);
console.log('start', best.toFixed(4));
const tunable = Object.keys(flat).filter(
  (name) =>
    !/notes|cited|coCited|context/.test(name) &&
    (names.size === 0 || [...names].some((part) => name.includes(part))),
);
for (; rounds > 0; rounds--) {
  let improved = false;
  for (const name of tunable) {
    const now = flat[name] ?? 0;
    const steps = /Length$|idf$/.test(name)
      ? [now - 0.2, now - 0.1, now + 0.1, now + 0.2]
      : now === 0
        ? [0.1, 0.3]
        : [0, now * 0.5, now * 0.75, now * 1.33, now * 2];
    for (const value of steps) {
      if (value < 0 || (name.endsWith('Length') && value > 1)) continue;
      const tried = { ...flat, [name]: Number(value.toFixed(3)) };
      const result = overall(tried);
      if (result > best + 0.0002) {
        best = result;
        flat = tried;
        improved = true;
      }
    }
    console.log(name, flat[name], best.toFixed(4));
  }
  if (!improved) break;
}
console.log(JSON.stringify(unflatten(flat), null, 1));
for (const prepared of sets) {
  const before = evaluate(prepared, profiles, 'test');
  const after = evaluate(prepared, unflatten(flat), 'test');
  console.log(
    prepared.set.name.padEnd(26),
    before.map((v) => v.toFixed(3)).join(' '),
    '->',
    after.map((v) => v.toFixed(3)).join(' '),
  );
}
