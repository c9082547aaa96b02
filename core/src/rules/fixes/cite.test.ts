import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysisOf, type Circumstances } from '../../../../test/support.ts';
import { createLibrary, readLibraryFile } from '../../library/index.ts';
import { citeFixes } from './cite.ts';

const seeds = new URL('../../../../seeds/', import.meta.url);
const seedEntries = [
  'papers.json',
  ...readdirSync(new URL('notes/', seeds)).map((name) => `notes/${name}`),
].flatMap((file) => readLibraryFile(file, readFileSync(new URL(file, seeds), 'utf8')).entries);
const library = createLibrary(seedEntries);
const files = seedEntries.filter(({ kind }) => kind === 'note').map(({ origin }) => origin.path);

const CLAIM = 'Claude 3.5 Sonnet keeps to a persona only 2.97% better than GPT 3.5 does.';
const NOTE = 'does-model-capability-translate-to-better-persona-consistency';

/** What the fixes for the claim would write, best first. */
function offers(text: string, given: Circumstances = {}, claim = CLAIM): string[] {
  const analysis = analysisOf(text, { library, files, ...given });
  const sentence = analysis.note.sentences.find(({ words }) => words === claim);
  if (!sentence) throw new Error('the claim is no sentence of the note');
  return citeFixes(analysis, sentence).map(({ edits }) => edits[0]?.newText.trim() ?? '');
}

describe('what is offered to cite', () => {
  it('is the paper, in a note that cites by arXiv ID, though its note matches better', () => {
    const text = `Vectors monitor personality shifts (arXiv:2507.21509).\n\n${CLAIM}\n`;
    expect(offers(text)[0]).toBe('(arXiv:2407.18416)');
    // Papers all, by ID or key: a note's title would end in its question mark.
    expect(offers(text).filter((offer) => offer.includes('?'))).toEqual([]);
  });

  it('is the note, in a note that links notes', () => {
    const text = `Vectors monitor personality shifts [[can-we-track-and-steer-personality-shifts-during-model-finetuning]].\n\n${CLAIM}\n`;
    expect(offers(text)[0]).toBe(`[[${NOTE}]]`);
  });

  it.each([
    'The hippocampus replays recent experience in slow-wave sleep.',
    'Short sleepers have a 48% higher risk of heart disease.',
    'Beetroot juice improves speed by about 4 % in trained rowers.',
    'Wheat prices in Antwerp doubled between 1570 and 1590.',
  ])('is nothing where the library is on another field: %s', (claim) => {
    expect(offers(`Vectors monitor personality shifts (arXiv:2507.21509).\n\n${claim}\n`, {}, claim)).toEqual(
      [],
    );
  });

  it('is never the open note, nor one without a source', () => {
    const plain = readLibraryFile('plain.md', `---\nkind: note\ntitle: On Sonnet\n---\n\n${CLAIM}\n`).entries;
    const given = { library: createLibrary([...seedEntries, ...plain]), path: `notes/${NOTE}.md` };
    const text = `# Another title\n\nIt was seen before [[can-personas-evolve-in-real-time-to-match-what-users-actually-want]].\n\n${CLAIM}\n`;
    const found = offers(text, given);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain('[[plain]]');
    expect(found).not.toContain(`[[${NOTE}]]`);
  });
});
