/**
 * Reads every note of ../shared/data/notes-corpus, where that is present: none may throw, every span must lie in its text and
 * in what holds it. Prints what was found, by collection. Run with `npx tsx test/corpus/run.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Note } from '#core/note/model.ts';
import { parseNote } from '#core/note/index.ts';
import { contains } from '#core/text/span.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/data/notes-corpus/', import.meta.url));

/** What is wrong with a note, at most a few of each. */
function faultsOf(note: Note): string[] {
  const faults: string[] = [];
  const whole = { start: 0, end: note.text.length };
  for (const block of note.blocks) {
    const parent = block.parent === undefined ? undefined : note.blocks[block.parent];
    if (!contains(parent?.span ?? whole, block.span))
      faults.push(`block ${String(block.index)} (${block.kind}) leaves its container`);
  }
  let end = 0;
  for (const sentence of note.sentences) {
    const block = note.blocks[sentence.block];
    if (!block || !contains(block.span, sentence.span) || sentence.span.start < end)
      faults.push(`sentence ${String(sentence.index)} leaves its place`);
    end = sentence.span.end;
  }
  for (const citation of note.citations) {
    const sentence = citation.sentence === undefined ? undefined : note.sentences[citation.sentence];
    if (!contains(sentence?.span ?? whole, citation.span) || !contains(citation.span, citation.idSpan))
      faults.push(`citation ${citation.type} ${citation.id} leaves its place`);
  }
  return faults;
}

if (!existsSync(CORPUS)) console.log('No ../shared/data/notes-corpus here: nothing to read.');
else {
  let wrong = 0;
  for (const part of readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    for (const folder of readdirSync(`${CORPUS}${part.name}`)) {
      const root = `${CORPUS}${part.name}/${folder}`;
      const counts = { files: 0, blocks: 0, sentences: 0, citations: 0, ignores: 0, faults: 0 };
      const types: Record<string, number> = {};
      for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )) {
        const note = parseNote(readFileSync(`${root}/${file}`, 'utf8'));
        counts.files++;
        counts.blocks += note.blocks.length;
        counts.sentences += note.sentences.length;
        counts.citations += note.citations.length;
        counts.ignores += note.ignores.length;
        counts.faults += note.faults.length;
        for (const { type } of note.citations) types[type] = (types[type] ?? 0) + 1;
        const faults = faultsOf(note);
        wrong += faults.length;
        for (const fault of faults.slice(0, 5)) console.log(`  ${file}: ${fault}`);
      }
      console.log(`${part.name}/${folder}`, JSON.stringify(counts), JSON.stringify(types));
    }
  console.log(wrong === 0 ? 'Every span is in its place.' : `${String(wrong)} spans are out of place.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
