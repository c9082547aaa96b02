/** The bundled library is what the importer makes of the original page; no file of it is written by hand but papers.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLibrary, readLibraryFile } from '../library/index.ts';
import { importPage } from './index.ts';
import { makeSeeds } from '../../../scripts/make-seeds.ts';

const seeds = join(import.meta.dirname, '../../../seeds');
const read = (path: string): string => readFileSync(join(seeds, path), 'utf8');

describe('the bundled library', () => {
  const { files, faults } = makeSeeds();

  it('is made from the page without a fault', () => {
    expect(faults).toEqual([]);
  });

  it('is what the importer writes, byte for byte', () => {
    for (const file of files) expect(read(file.path), file.path).toBe(file.text);
  });

  it('holds nothing else', () => {
    const made = [...files.map((file) => file.path), 'notes', 'persona-distortion.txt'].sort();
    const present = [
      ...readdirSync(seeds),
      ...readdirSync(join(seeds, 'notes')).map((name) => `notes/${name}`),
    ].sort();
    expect(present).toEqual(made);
  });

  it('has one line, twelve notes and twelve papers', () => {
    expect(files.filter((file) => file.path.startsWith('notes/'))).toHaveLength(12);
    expect(files.filter((file) => file.text.startsWith('---\nkind: line\n'))).toHaveLength(1);
    expect(JSON.parse(read('papers.json'))).toHaveLength(12);
  });

  it('reads back as a library: no fault, every note on a paper that is there', () => {
    const loaded = files.map((file) => readLibraryFile(file.path, file.text));
    expect(loaded.flatMap((one) => one.faults)).toEqual([]);
    const library = createLibrary(loaded.flatMap((one) => one.entries));
    const kinds = [...library.entries()].map((entry) => entry.kind).sort();
    expect(kinds.filter((kind) => kind === 'note')).toHaveLength(12);
    expect(kinds.filter((kind) => kind === 'line')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'paper')).toHaveLength(12);
    const behind = [...library.entries()]
      .filter((entry) => entry.kind === 'paper')
      .map((paper) => [
        paper.arxiv ?? paper.id,
        library.restingOn(paper.id).filter((entry) => entry.kind === 'note').length,
      ]);
    expect(Object.fromEntries(behind)).toMatchObject({
      chalmers2025what: 2,
      '2407.18416': 1,
      '2605.07632': 1,
      '2601.10387': 1,
    });
  });

  it('tells a new import of the page what its notes rest on', () => {
    const library = createLibrary(files.flatMap((file) => readLibraryFile(file.path, file.text).entries));
    const again = importPage(read('persona-distortion.txt'), { library });
    expect(again.files.map((file) => file.path)).toEqual(files.map((file) => file.path));
    const entries = again.files.flatMap((file) => readLibraryFile(file.path, file.text).entries);
    for (const entry of entries.filter((one) => one.kind !== 'line')) {
      const { origin: _, text: __, ...known } = entry;
      expect(library.get(entry.id)).toMatchObject(known);
    }
  });

  it('keeps the figures of the page in summaries of its own', () => {
    const page = read('persona-distortion.txt');
    for (const file of files.filter((one) => one.path.startsWith('notes/'))) {
      const summary = file.text.split('\n\n').at(-1)?.trim() ?? '';
      expect(page, file.path).not.toContain(summary);
      for (const figure of summary.match(/\d[\d.,]*\d%?/g) ?? []) expect(page, file.path).toContain(figure);
    }
  });
});
