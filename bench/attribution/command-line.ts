/**
 * The set of `run.ts` through `inquiry check` on files, beside what the engine says of the same claims: the library as CSL-JSON,
 * each claim with its citation as a list item, a paragraph or a note of its own, cited by arXiv ID or by key:
 *   npm run build && npx tsx bench/attribution/command-line.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  attributionClaims,
  attributionEntry,
  attributionPapers,
  type AttributionClaim,
} from '../suggest/sets.ts';
import { attributionLibrary, libraryKinds, speaks, verdicts } from './cases.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'inquiry-attribution-'));
const library = path.join(folder, 'library.json');
writeFileSync(
  library,
  JSON.stringify(
    attributionPapers().map((paper) => {
      const { id, title, text } = attributionEntry(paper);
      return { id: `p${id}`, type: 'article', title, abstract: text, number: `arXiv:${id}` };
    }),
  ),
);

interface Problem {
  rule: string;
  range: { start: { line: number } };
}
interface Checked {
  files: { path: string; problems: Problem[] }[];
}

const claims = attributionClaims();
const byId = (claim: AttributionClaim): string => `(arXiv:${claim.cited})`;
const byKey = (claim: AttributionClaim): string => `[@p${claim.cited}]`;
/** Before the full stop, as prose has it. */
const sentence = (claim: AttributionClaim, cite: (claim: AttributionClaim) => string): string =>
  /[.!?]$/.test(claim.text)
    ? `${claim.text.slice(0, -1)} ${cite(claim)}${claim.text.slice(-1)}`
    : `${claim.text} ${cite(claim)}.`;

const ways: readonly { name: string; apart: boolean; line: (claim: AttributionClaim) => string }[] = [
  { name: 'one note, list items, arXiv IDs', apart: false, line: (claim) => `- ${sentence(claim, byId)}` },
  { name: 'one note, paragraphs, arXiv IDs', apart: false, line: (claim) => `${sentence(claim, byId)}\n` },
  { name: 'one note, paragraphs, keys', apart: false, line: (claim) => `${sentence(claim, byKey)}\n` },
  {
    name: 'one note, cited after the stop',
    apart: false,
    line: (claim) => `${claim.text} ${byKey(claim)}\n`,
  },
  { name: 'a note each, arXiv IDs', apart: true, line: (claim) => sentence(claim, byId) },
  { name: 'a note each, keys', apart: true, line: (claim) => sentence(claim, byKey) },
];

const report = (name: string, told: ReadonlySet<number>): void => {
  const count = (wrong: boolean): [number, number] => {
    const part = [...claims.keys()].filter((at) => (claims[at]?.cited !== claims[at]?.gold) === wrong);
    return [part.filter((at) => told.has(at)).length, part.length];
  };
  const [found, swapped] = count(true);
  const [accused, right] = count(false);
  console.log(
    `${name.padEnd(42)} found ${String(found)} of ${String(swapped)} = ${((100 * found) / swapped).toFixed(1)} %; accused ${String(accused)} of ${String(right)} = ${((100 * accused) / right).toFixed(1)} %`,
  );
};

const [alone] = libraryKinds;
if (alone)
  for (const arrangement of ['apart', 'in order'] as const)
    report(
      `the engine, ${arrangement}`,
      new Set(
        verdicts(attributionLibrary(alone), arrangement).flatMap((verdict, at) =>
          speaks(verdict) ? [at] : [],
        ),
      ),
    );

ways.forEach(({ name, apart, line }, number) => {
  const notes = path.join(folder, `notes-${String(number)}`);
  mkdirSync(notes);
  const lines = new Map<string, number>();
  if (apart)
    claims.forEach((claim, at) => {
      writeFileSync(path.join(notes, `${String(at)}.md`), `${line(claim)}\n`);
      lines.set(`${String(at)}.md:0`, at);
    });
  else {
    let text = '';
    claims.forEach((claim, at) => {
      lines.set(`all.md:${String(text.split('\n').length - 1)}`, at);
      text += `${line(claim)}\n`;
    });
    writeFileSync(path.join(notes, 'all.md'), text);
  }
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      'dist/cli.js',
      'check',
      notes,
      '--library',
      library,
      '--no-bundled-library',
      '--format',
      'json',
      '--today',
      '2026-11-23',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  const told = new Set<number>();
  for (const file of (JSON.parse(run.stdout) as Checked).files)
    for (const problem of file.problems)
      if (problem.rule === 'misattributed-claim') {
        const at = lines.get(`${path.basename(file.path)}:${String(problem.range.start.line)}`);
        if (at !== undefined) told.add(at);
      }
  report(`check: ${name}`, told);
  console.log(`${''.padEnd(42)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
});
rmSync(folder, { recursive: true, force: true });
