/** The bundled library is what the importer makes of the original page; no file of it is written by hand but papers.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('keeps the figures of the page in summaries of its own', () => {
    const page = read('persona-distortion.txt');
    for (const file of files.filter((one) => one.path.startsWith('notes/'))) {
      const summary = file.text.split('\n\n').at(-1)?.trim() ?? '';
      expect(page, file.path).not.toContain(summary);
      for (const figure of summary.match(/\d[\d.,]*\d%?/g) ?? []) expect(page, file.path).toContain(figure);
    }
  });
});
