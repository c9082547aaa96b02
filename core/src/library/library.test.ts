import { describe, expect, it } from 'vitest';
import { createLibrary, readLibraryFile, updateLibrary } from './index.ts';
import type { Entry, Library } from './model.ts';

const paper = (id: string, title: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'paper',
  title,
  authors: [],
  origin: { path: 'refs.json', line: 0 },
  ...more,
});
const note = (path: string, title: string, more: Partial<Entry> = {}): Entry => ({
  id: path.replace(/\.md$/, ''),
  kind: 'note',
  title,
  authors: [],
  origin: { path, line: 0 },
  ...more,
});

const library = createLibrary([
  paper('tide2024', 'Tidal pools warm faster than open water', {
    arxiv: '2401.01234',
    doi: '10.1000/tide',
    text: 'We measured 48 pools over three summers.',
  }),
  paper('kelp2021', 'Kelp Forests: Growth Under Stress', { keys: ['kelpAlias'] }),
  note('notes/pools.md', 'Do tidal pools warm before the sea does?', {
    restsOn: ['arXiv:2401.01234'],
    aliases: ['Pools first'],
  }),
]);

describe('look-ups', () => {
  it('answers by ID, DOI, key, note, title', () => {
    expect(library.byArxiv('2401.01234v3')?.id).toBe('tide2024');
    expect(library.byDoi('https://doi.org/10.1000/TIDE')?.id).toBe('tide2024');
    expect(library.byDoi('10.48550/arXiv.2401.01234')?.id).toBe('tide2024');
    expect(library.byKey('@KELPALIAS')?.id).toBe('kelp2021');
    expect(library.byNote('pools')?.id).toBe('notes/pools');
    expect(library.byNote('../notes/pools.md#Results')?.id).toBe('notes/pools');
    expect(library.byNote('Pools First')?.id).toBe('notes/pools');
    expect(library.byNote('do-tidal-pools-warm-before-the-sea-does')?.id).toBe('notes/pools');
    expect(library.byTitle('kelp forests – growth under stress.')?.id).toBe('kelp2021');
    expect(library.byNote('sea')).toBeUndefined();
    expect(library.restingOn('tide2024').map((entry) => entry.id)).toEqual(['notes/pools']);
  });
});

describe('titles in running text', () => {
  const titles = (text: string): string[] =>
    library.findTitles(text).map((mention) => text.slice(mention.span.start, mention.span.end));

  it('finds exact titles, two in a row, over line ends', () => {
    expect(
      titles('They do Do tidal pools warm before the sea does? Kelp Forests: Growth Under Stress.'),
    ).toEqual(['Do tidal pools warm before the sea does?', 'Kelp Forests: Growth Under Stress']);
    expect(titles('So: do tidal pools\nwarm before the sea does?')).toHaveLength(1);
  });

  it('leaves common language alone', () => {
    expect(titles('The kelp forests: growth under stress is what we look at.')).toEqual([]);
    expect(titles('I wonder: do tidal pools warm before the sea does it all again')).toEqual([]);
  });
});

describe('merging', () => {
  it('makes one entry of one work in two files, and keeps two items of one file', () => {
    const both = createLibrary([
      paper('a', 'On the warming of pools', { arxiv: '2401.01234', date: '2024', dateIs: 'issued' }),
      paper('b', 'Warming Pools', {
        arxiv: '2401.01234',
        date: '2024-01-03',
        dateIs: 'submitted',
        origin: { path: 'other.bib', line: 4 },
      }),
      paper('c', 'On the warming of pools', { arxiv: '2401.01234' }),
    ]);
    expect([...both.entries()].map((entry) => entry.id)).toEqual(['a', 'c']);
    expect(both.get('a')).toMatchObject({ date: '2024-01-03', dateIs: 'submitted', keys: ['b'] });
    expect(both.byKey('b')?.id).toBe('a');
  });
});

it('takes the bundled library for no bibliography of the user’s', () => {
  const work = paper('lee2024', 'Tidal pools', { origin: { path: '/product/papers.json', line: 0 } });
  const shipped = { ...work, origin: { ...work.origin, bundled: true } };
  expect([createLibrary([work]).hasKeys, createLibrary([shipped]).hasKeys]).toEqual([true, false]);
  const own = { ...work, origin: { path: '/mine/refs.bib', line: 0 } };
  expect(createLibrary([shipped, own]).hasKeys).toBe(true);
});

describe('the same note, bundled and copied', () => {
  const shipped = note('notes/pools.md', 'Do tidal pools warm before the sea does?', {
    text: 'They do.',
    restsOn: ['tide2024'],
    origin: { path: '/product/notes/pools.md', line: 0, bundled: true },
  });
  const copy = note('notes/pools.md', shipped.title, {
    text: 'They do.',
    restsOn: ['tide2024'],
    origin: { path: '/mine/notes/pools.md', line: 0 },
  });
  const worked = { ...copy, id: 'mine/warm', text: 'They do, in summer.' };

  it.each([
    ['a copy', copy],
    ['a copy that was worked on', worked],
  ])('is one entry, and the copy is what opens: %s', (_, own) => {
    for (const order of [
      [shipped, own],
      [own, shipped],
    ]) {
      const both = createLibrary(order);
      expect([...both.entries()].map((entry) => entry.origin.path)).toEqual(['/mine/notes/pools.md']);
      expect(both.faults).toEqual([]);
      expect(both.byNote('notes/pools')?.text).toBe(own.text);
      expect(both.suggest('tidal pools warm before the sea', { top: 5 })).toHaveLength(1);
    }
  });

  it('is so when the copy comes and goes later', () => {
    const before = createLibrary([shipped]);
    const grown = updateLibrary(before, [{ path: worked.origin.path, entries: [worked] }]);
    expect([...grown.entries()].map((entry) => entry.id)).toEqual(['mine/warm']);
    const after = updateLibrary(grown, [{ path: worked.origin.path, entries: [] }]);
    expect([...after.entries()].map((entry) => entry.id)).toEqual(['notes/pools']);
  });

  it('leaves two notes of one title that say different things two', () => {
    const other = { ...worked, id: 'other', origin: { path: '/mine/other.md', line: 0 } };
    expect(createLibrary([copy, other]).size).toBe(2);
  });
});

describe('updating', () => {
  it('keeps the library where its files describe what they did before', () => {
    const own = { origin: { path: 'a.json', line: 0 } };
    const fault = { path: 'a.json', line: 3, message: 'This entry has no title.' };
    const base = createLibrary([paper('a', 'Warming pools', own)], [fault]);
    const again = { path: 'a.json', entries: [paper('a', 'Warming pools', own)], faults: [fault] };
    expect(updateLibrary(base, [again])).toBe(base);
    expect(updateLibrary(base, [{ ...again, faults: [] }]).faults).toEqual([]);
    const renamed = [paper('a', 'Cooling pools', own)];
    expect(updateLibrary(base, [{ ...again, entries: renamed }]).get('a')?.title).toBe('Cooling pools');
    expect(updateLibrary(base, [{ ...again, entries: renamed }, again])).toBe(base);
  });

  it('gives what making the library anew gives', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      paper(`p${String(i)}`, `Study ${String(i)} of warming pools and kelp`, {
        origin: { path: `f${String(i % 20)}.json`, line: i },
      }),
    );
    const base = createLibrary(many);
    base.suggest('warming', { top: 1 });
    const change = {
      path: 'f3.json',
      entries: [paper('new', 'Limpets cling in warming pools', { origin: { path: 'f3.json', line: 0 } })],
    };
    const updated = updateLibrary(base, [change]);
    const scratch = createLibrary([
      ...many.filter((entry) => entry.origin.path !== 'f3.json'),
      ...change.entries,
    ]);
    expect(updated.size).toBe(scratch.size);
    expect(updated.get('p3')).toBeUndefined();
    const ids = (of: typeof base): string[] =>
      of.suggest('limpets in warming pools', { top: 5 }).map((hit) => hit.entry.id);
    expect(ids(updated)).toEqual(ids(scratch));
    expect(ids(updated)[0]).toBe('new');
  });
});

describe('reading', () => {
  it('keeps the rest of a file around a broken item, and says where it stands', () => {
    const text =
      '[\n  {"id": "a", "title": "One thing"},\n  {"id": "b", "title": "Bro"ken"},\n  {"id": "c", "title": "Another thing"}\n]\n';
    const read = readLibraryFile('refs.json', text);
    expect(read.entries.map((entry) => entry.id)).toEqual(['a', 'c']);
    expect(read.faults).toMatchObject([{ path: 'refs.json', line: 2 }]);
  });

  it.each([
    [{ number: 'arXiv:2503.16527' }],
    [{ number: 'arXiv:2503.16527 [cs]', publisher: 'arXiv' }],
    [{ archive: 'arXiv', archive_location: '2503.16527' }],
    [{ eprint: '2503.16527', archiveprefix: 'arXiv' }],
    [{ DOI: '10.48550/arXiv.2503.16527' }],
    [{ URL: 'http://arxiv.org/abs/2503.16527v2' }],
    [{ custom: { arxiv: '2503.16527' } }],
    [{ note: 'arXiv: 2503.16527' }],
  ])('finds the arXiv ID in %j', (fields) => {
    const read = readLibraryFile('refs.json', JSON.stringify([{ id: 'x', title: 'A thing', ...fields }]));
    expect(read.entries[0]?.arxiv).toBe('2503.16527');
  });

  it('reads a Markdown note with its sources', () => {
    const text =
      '---\nkind: note\ndate: 2025-03-04\nsources:\n  - arXiv:2401.01234\n  - "[[kelp]]"\n  - 2504.10\n---\n\n# Do pools warm?\n\nThey *do*, by [two degrees](x).\n';
    const read = readLibraryFile('notes/pools.md', text);
    expect(read.faults).toEqual([]);
    expect(read.entries[0]).toMatchObject({
      id: 'notes/pools',
      kind: 'note',
      title: 'Do pools warm?',
      date: '2025-03-04',
      text: 'They do, by two degrees.',
      restsOn: ['arXiv:2401.01234', 'kelp', '2504.10'],
    });
  });
});

describe('searching', () => {
  const works = createLibrary([
    paper('rl', 'Reinforcement learning from human feedback (RLHF) in practice', { text: 'A survey.' }),
    paper('vision', 'Transformers for image recognition at scale'),
    paper('kelp', 'Kelp forests after the harvest'),
  ]);
  const first = (query: string): string | undefined => works.search(query, 3)[0]?.entry.id;

  it('finds a word that is not ended, one with a slip, an acronym and what it stands for', () => {
    expect(first('transf')).toBe('vision');
    expect(first('image recogn')).toBe('vision');
    expect(first('trasnformers for images')).toBe('vision');
    expect(first('harvst kelp')).toBe('kelp');
    expect(first('RLHF')).toBe('rl');
    expect(works.search('zzzz', 3)).toEqual([]);
  });

  it('spells an acronym by the initials of a title where no entry says what it stands for', () => {
    const shelf = createLibrary([
      paper('rl', 'A Helpful Assistant with Reinforcement Learning from Human Feedback'),
      paper('rag', 'Retrieval-Augmented Generation: Tasks That Ask for Knowledge'),
      paper('kelp', 'Kelp forests after the harvest'),
    ]);
    const found = (query: string): unknown => shelf.search(query, 3).map(({ entry: { id } }) => id);
    expect([found('RLHF'), found('rlhf'), found('RAG'), found('GTT')]).toEqual([['rl'], ['rl'], ['rag'], []]);
    expect(shelf.suggest('RLHF makes assistants kinder.', { top: 1 })[0]?.matched).toContain('RLHF');
  });

  it('spells an acronym with the small words of a title too, and goes by the titles that stand', () => {
    const own = [paper('wei', 'Chain-of-thought prompting elicits reasoning')];
    const shelf = createLibrary(own);
    const found = (works: Library, query: string): unknown =>
      works.search(query, 3).map(({ entry: { id } }) => id);
    expect([found(shelf, 'CoT'), found(shelf, 'OTP')]).toEqual([['wei'], []]);
    expect(shelf.suggest('CoT makes models reason.', { top: 1 })[0]?.matched).toContain('CoT');
    const twice = createLibrary([
      paper('one', 'Retrieval Augmented Generation of the Answers'),
      paper('two', 'Rare Animal Guide'),
    ]);
    expect(found(twice, 'RAG')).toEqual([]);
    const changed = updateLibrary(shelf, [
      { path: 'refs.json', entries: [paper('wei', 'Prompting elicits reasoning')] },
    ]);
    expect(found(changed, 'CoT')).toEqual([]);
  });

  it('guesses no acronym that titles spell in two ways', () => {
    const shelf = createLibrary([paper('a', 'Human Fact Finding'), paper('b', 'Heavy Forest Fires')]);
    expect(shelf.search('HFF', 3)).toEqual([]);
  });

  it('takes a slip for what was meant though someone else made the same one', () => {
    const shelf = createLibrary([
      ...Array.from({ length: 40 }, (_, at) => paper(`r${String(at)}`, `Retrieval of kind ${String(at)}`)),
      paper('slip', 'A retreival of the typed kind'),
      paper('rlhf', 'RLHF in practice'),
    ]);
    const found = shelf.search('retreival', 50).map(({ entry }) => entry.id);
    expect(found).toContain('slip');
    expect(found).toContain('r7');
    expect(shelf.search('RHLF', 1)[0]?.entry.id).toBe('rlhf');
  });

  it('puts the work first whose title and authors are typed, before works that say more of it', () => {
    const shelf = createLibrary([
      {
        ...paper('agent', 'PersonaAgent: agents meet persona chains', {
          text: 'Persona after persona, chen and chained persona.',
        }),
        authors: [{ family: 'Zhang', given: 'Chenwei' }],
      },
      {
        ...paper('vectors', 'Persona vectors', { text: 'Traits are directions.' }),
        authors: [{ family: 'Chen', given: 'Runjin' }],
        date: '2025-07',
        arxiv: '2507.21509',
      },
      paper('drift', 'Drift of a persona', { text: 'A persona drifts; vectors do not help.' }),
    ]);
    const order = (query: string): readonly string[] => shelf.search(query, 3).map(({ entry }) => entry.id);
    expect(order('persona chen')[0]).toBe('vectors');
    expect(order('chen 2025')[0]).toBe('vectors');
    expect(order('vectors persona')[0]).toBe('vectors');
    expect(order('2507.21509')).toEqual(['vectors']);
    expect(order('drift')[0]).toBe('drift');
  });

  it('says which words matched, as they were written', () => {
    expect(works.suggest('Forests of Kelp recovered.', { top: 1 })[0]?.matched).toEqual(
      expect.arrayContaining(['Forests', 'Kelp']),
    );
  });
});

describe('acronyms', () => {
  const works = createLibrary([
    paper('one', 'Graph convolution network (GCN) layers'),
    paper('two', 'Scaling GCN to large inputs'),
    paper('three', 'Convolution in the drawing of a graph'),
  ]);

  it('forgets what a changed file no longer says they stand for', () => {
    const shelf = createLibrary([
      { ...paper('def', 'Graph convolution network (GCN) layers'), origin: { path: 'b.json', line: 0 } },
      paper('use', 'Scaling GCN to large inputs'),
    ]);
    const found = (library: typeof shelf): readonly string[] =>
      library.suggest('graph convolution networks', { top: 3 }).map((hit) => hit.entry.id);
    expect(found(shelf)).toContain('use');
    expect(found(updateLibrary(shelf, [{ path: 'b.json', entries: [] }]))).not.toContain('use');
  });

  it('finds an entry by either form', () => {
    expect(works.suggest('graph convolution networks', { top: 3 }).map((hit) => hit.entry.id)).toContain(
      'two',
    );
    expect(
      works
        .suggest('GCN', { top: 2 })
        .map((hit) => hit.entry.id)
        .sort(),
    ).toEqual(['one', 'two']);
  });
});
