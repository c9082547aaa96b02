/**
 * Scores the sentence splitter on the data in ../shared/data/sentseg, where that is present: the English golden rules, the
 * Pragmatic Segmenter's own cases, and manuscripts whose authors write one sentence a line. Prints a table and, with
 * `--errors N`, the first N misses of each set. Run with `npx tsx test/corpus/sentences.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseNote, splitSentences } from '#core/note/index.ts';

const DATA = new URL('../../../shared/data/sentseg/', import.meta.url);
const shown = Number(process.argv[process.argv.indexOf('--errors') + 1]) || 0;
const only = process.argv.includes('--set') ? process.argv[process.argv.indexOf('--set') + 1] : undefined;

type Split = (text: string) => string[];

const byInquiry: Split = (text) => splitSentences(text).map(({ start, end }) => text.slice(start, end));
/** As the product does it: Markdown first, so that links and citations are known. */
const byNote: Split = (text) => parseNote(text).sentences.map(({ span }) => text.slice(span.start, span.end));
const byIntl: Split = (text) =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );
const naive: Split = (text) => text.split(/(?<=[.!?])\s+(?=[A-Z])/);

if (!existsSync(DATA)) console.log('No ../shared/data/sentseg here: nothing to score.');
else {
  exact('golden rules', cases('golden_rules_en.json'), {
    inquiry: byInquiry,
    'Intl.Segmenter': byIntl,
    naive,
  });
  exact('pragmatic spec', cases('pragmatic_segmenter_en_spec.json'), {
    inquiry: byInquiry,
    'Intl.Segmenter': byIntl,
    naive,
  });
  boundaries('manubot-lines/dev.jsonl', {
    inquiry: byNote,
    'plain prose': byInquiry,
    'Intl.Segmenter': byIntl,
    naive,
  });
}

interface Case {
  readonly id: number | string;
  readonly input: string;
  readonly expected: readonly string[];
}

function cases(file: string): Case[] {
  const all = JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as (Case & {
    opts?: Record<string, unknown>;
  })[];
  // We change no text, so cases that ask for cleaning say nothing about us.
  return all.filter((one) => Object.keys(one.opts ?? {}).length === 0);
}

function exact(name: string, set: readonly Case[], splitters: Record<string, Split>): void {
  if (only !== undefined && only !== name) return;
  for (const [splitter, split] of Object.entries(splitters)) {
    const missed = set.filter((one) => JSON.stringify(split(one.input)) !== JSON.stringify(one.expected));
    const share = (((set.length - missed.length) / set.length) * 100).toFixed(1);
    console.log(
      `${name.padEnd(16)} ${splitter.padEnd(16)} ${String(set.length - missed.length)}/${String(set.length)}  ${share} %`,
    );
    if (splitter === 'inquiry')
      for (const one of missed.slice(0, shown))
        console.log(
          `  ${String(one.id)}\n    want ${JSON.stringify(one.expected)}\n    have ${JSON.stringify(split(one.input))}`,
        );
  }
}

function boundaries(file: string, splitters: Record<string, Split>): void {
  if (only !== undefined && only !== 'manubot') return;
  const paragraphs = readFileSync(new URL(file, DATA), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { sentences: string[] }).sentences);
  for (const [splitter, split] of Object.entries(splitters)) {
    let right = 0;
    let made = 0;
    let wanted = 0;
    let whole = 0;
    let left = splitter === 'inquiry' ? shown : 0;
    for (const sentences of paragraphs) {
      const text = sentences.join(' ');
      const want = ends(text, sentences);
      const have = ends(text, split(text));
      wanted += want.size;
      made += have.size;
      const hits = [...have].filter((end) => want.has(end)).length;
      right += hits;
      if (hits === want.size && hits === have.size) whole++;
      for (const end of left > 0 ? new Set([...want, ...have]) : [])
        if (want.has(end) !== have.has(end) && left-- > 0)
          console.log(
            `  ${want.has(end) ? 'missed' : 'extra '} …${text.slice(Math.max(0, end - 70), end)} ⏎ ${text.slice(end, end + 50)}`,
          );
    }
    const precision = right / made;
    const recall = right / wanted;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(
      `manubot dev      ${splitter.padEnd(16)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  whole paragraphs ${String(whole)}/${String(paragraphs.length)}`,
    );
  }
}

/** Inner boundaries: where each sentence but the last ends. */
function ends(text: string, sentences: readonly string[]): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence, at);
    if (start === -1) continue;
    at = start + sentence.length;
    found.add(at);
  }
  found.delete(text.length);
  return found;
}
