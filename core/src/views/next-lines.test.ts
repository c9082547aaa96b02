import { describe, expect, it } from 'vitest';
import { analysisOf, library } from '../../../test/support.ts';
import { nextLines, relatedEntries, unusedNotes } from './next-lines.ts';

/** Everybody cites `common`; `rare` is cited by two. */
const LIBRARY = library(`
- { id: common, title: A survey of drift }
- { id: rare, title: Persona vectors }
- { id: lone, title: Cited by nobody }
- { id: notes/steering, kind: note, title: Can drift be steered?, date: 2025-03, restsOn: [common] }
- { id: notes/vectors, kind: note, title: Do vectors hold?, date: 2025-02, restsOn: [rare, common] }
- { id: notes/view, kind: note, title: What do I believe?, date: 2025-01 }
- { id: lines/drift, kind: line, title: Does drift vanish?, date: 2024-05, restsOn: [notes/steering, notes/view] }
- { id: lines/traits, kind: line, title: Do traits move?, date: 2024-06, restsOn: [notes/vectors] }
`);

const cited = (...ids: readonly string[]) =>
  ids.map((id) => LIBRARY.get(id)).filter((entry) => entry !== undefined);
const related = (...ids: readonly string[]): string[] =>
  relatedEntries(LIBRARY, cited(...ids)).map(
    ({ entry, shared }) => `${entry.id}: ${shared.map(({ id }) => id).join(', ')}`,
  );

describe('what may come next', () => {
  it('is what rests on the same works, itself or by its notes; lines first where all else is equal', () => {
    expect(related('rare')).toEqual(['lines/traits: rare', 'notes/vectors: rare']);
  });

  it('goes by rare works before common ones, and by all that are shared', () => {
    expect(related('rare', 'common')).toEqual([
      'lines/traits: rare, common',
      'notes/vectors: rare, common',
      'lines/drift: common',
      'notes/steering: common',
    ]);
  });

  it('reads a cited note as the papers that it rests on, and leaves out what the note cites', () => {
    expect(related('notes/vectors')).toEqual([
      'lines/traits: rare, common',
      'lines/drift: common',
      'notes/steering: common',
    ]);
  });

  it('takes a note that rests on nothing for a work of its own', () => {
    expect(related('notes/view')).toEqual(['lines/drift: notes/view']);
  });

  it('is nothing where nothing is cited, or nobody else cites it', () => {
    expect(related()).toEqual([]);
    expect(related('lone')).toEqual([]);
  });

  it('is told the same way whatever the order of the citations', () => {
    expect(related('common', 'rare')).toEqual(related('rare', 'common'));
  });

  it('ends where notes link to each other in circles', () => {
    const ring = library(
      Array.from(
        { length: 20 },
        (_, i) =>
          `- { id: n${String(i)}, kind: note, title: Note ${String(i)}, restsOn: [n${String((i + 1) % 20)}, n${String((i + 19) % 20)}] }`,
      ).join('\n'),
    );
    const entry = ring.get('n0');
    const near = relatedEntries(ring, entry ? [entry] : []).map(({ entry: { id } }) => id);
    expect(near).not.toContain('n0');
    expect(near).not.toContain('n10');
  });
});

it('notes that no line uses: the newest first, without what is cited', () => {
  const more = library(`
- { id: old, kind: note, title: Old, date: 2023 }
- { id: new, kind: note, title: New, date: 2025-01 }
- { id: undated, kind: note, title: Undated }
- { id: used, kind: note, title: Used, date: 2026 }
- { id: line, kind: line, title: Line, restsOn: [used] }
`);
  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  expect(ids(unusedNotes(more))).toEqual(['new', 'old', 'undated']);
  const old = more.get('old');
  expect(ids(unusedNotes(more, old ? [old] : [], ({ id }) => id === 'undated'))).toEqual(['new']);
});

describe('for a note', () => {
  it('leaves out the note itself, and says whether it has sources', () => {
    const text = '# Do traits move?\n\nThey do ([Do vectors hold?](notes/vectors.md)).\n';
    const { hasSources, related: found } = nextLines(
      analysisOf(text, { library: LIBRARY, path: 'lines/traits.md' }),
    );
    expect(hasSources).toBe(true);
    expect(found.map(({ entry }) => entry.id)).toEqual(['lines/drift', 'notes/steering']);
  });

  it('finds nothing for one that cites nothing', () => {
    expect(nextLines(analysisOf('# Plans\n\nRead more.\n', { library: LIBRARY }))).toMatchObject({
      hasSources: false,
      related: [],
    });
  });
});
