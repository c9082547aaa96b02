/**
 * The profiles on notes that were written and labelled for this by somebody (a language model) who saw neither the model nor what it
 * learnt from: `unseen/KIND-NAME.md`, with a label for each sentence beside it, `fresh/`, by another writer, a model later, and `third/`,
 * by one more, another model later. Ours, so unlike the other sets they stand here whole. To choose nothing by. Before sources are looked
 * for; a sentence that its labeller left open (`needsSource: null`) is not counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { scoreNote } from '../../core/src/claims/index.ts';
import { parseNote } from '../../core/src/note/index.ts';
import { parseLines } from '../../scripts/fit-claims/lines.ts';
import { averagePrecision } from '../../scripts/fit-claims/metrics.ts';
import { askedIn } from './asked.ts';
import { kindOf, printErrors, PROFILES, type Judged } from './errors.ts';
import { askedInStretches, printInStretches, type AskedRow } from './in-stretches.ts';
import { say } from './output.ts';

interface Label {
  readonly text: string;
  readonly claim: boolean;
  readonly needsSource: boolean | null;
}

interface Row extends Judged {
  /** Of the note, by its name. */
  readonly genre: string;
  /** Undefined where the sentence is no prose. */
  readonly inStretches: AskedRow | undefined;
}

/** Characters by which a label may go beyond its sentence: closing marks. */
const MARKUP = 2;

export function unseen(): void {
  say('\n### Notes written and labelled for this by others (needsSource)');
  const sets = new Map(
    ['unseen/', 'fresh/', 'third/'].map((name) => [
      `\`${name}\``,
      printFolder(name).flatMap(({ inStretches }) => inStretches ?? []),
    ]),
  );
  printInStretches(sets);
}

function printFolder(name: string): readonly Row[] {
  const folder = new URL(name, import.meta.url);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
  const read = names.map((each) => rowsOf(each, folder));
  const rows = read.flatMap((note) => note.rows);
  const lost = read.reduce((sum, note) => sum + note.lost, 0);
  say(`\n${name} ${String(names.length)} notes; ${String(lost)} labels whose sentence is split otherwise\n`);
  say('| notes | sentences | want a source | AP | profile | precision | recall |');
  say('| --- | ---: | ---: | ---: | --- | ---: | ---: |');
  printRows('all', rows);
  for (const genre of new Set(rows.map((row) => row.genre)))
    printRows(
      genre,
      rows.filter((row) => row.genre === genre),
    );
  printErrors(`\`${name}\``, rows);
  return rows;
}

function rowsOf(name: string, folder: URL): { readonly rows: readonly Row[]; readonly lost: number } {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  const note = parseNote(text);
  const scores = scoreNote(note);
  const asked = askedIn(note);
  const labels = labelsOf(name, folder).map((label) => ({ ...label, start: text.indexOf(label.text) }));
  let lost = 0;
  const rows = labels.flatMap(({ text: words, claim, needsSource, start }): Row[] => {
    // A label leaves out a lead-in in bold and the citation behind the full stop, but no sentence has two.
    const sentence = note.sentences.find(
      ({ span }) => span.start <= start && start + words.length <= span.end + MARKUP,
    );
    const shared = labels.filter((each) => sentence && holds(sentence.span, each.start));
    if (!sentence || shared.length !== 1) {
      lost++;
      return [];
    }
    if (needsSource === null) return [];
    const score = scores[sentence.index] ?? null;
    return [
      {
        document: `${name}.md`,
        offset: sentence.span.start,
        genre: name.split('-')[0] ?? '',
        kind: kindOf(sentence.words),
        score: score?.needsSource ?? 0,
        isDue: needsSource,
        flagged: asked(sentence, score),
        inStretches: score
          ? { claim, needsSource, asked: askedInStretches(note, sentence, score) }
          : undefined,
      },
    ];
  });
  return { rows, lost };
}

function holds({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  return start <= at && at < end;
}

function labelsOf(name: string, folder: URL): Label[] {
  return parseLines<Label>(readFileSync(new URL(`${name}.labels.jsonl`, folder), 'utf8'));
}

function printRows(genre: string, of: readonly Row[]): void {
  const due = of.filter((row) => row.isDue).length;
  const ap = averagePrecision(of.map(({ score, isDue }) => ({ score, label: isDue ? 1 : 0 })));
  PROFILES.forEach((profile, at) => {
    const flagged = of.filter((row) => row.flagged[profile]);
    const right = flagged.filter((row) => row.isDue).length;
    const head = at === 0 ? `${genre} | ${String(of.length)} | ${String(due)} | ${ap.toFixed(2)}` : ' | | |';
    say(
      `| ${head} | ${profile} | ${String(right)} of ${String(flagged.length)} (${(right / Math.max(1, flagged.length)).toFixed(2)}) | ${(right / Math.max(1, due)).toFixed(2)} |`,
    );
  });
}
