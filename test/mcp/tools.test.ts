/** Every tool on real notes, through the SDK's own client: the words that a model reads, and the command line's own shapes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckReport, VerifyReport } from '#core';
import { buildArxivIndex } from '../../server/src/arxiv-index/build.ts';
import { inquiry } from '../cli/command-line.ts';
import { agent, folderWith } from './agent.ts';

const root = join(import.meta.dirname, '..', '..');
const seeds = join(root, 'seeds');
const LINE = 'can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';
const TODAY = ['--today', '2026-11-26'];

it('introduces itself, and each of its tools, to a model', async () => {
  const { client } = await agent();
  expect(client.getServerVersion()).toMatchObject({ name: 'inquiry', title: 'Inquiry' });
  expect(client.getInstructions()).toContain('never that it is made up');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'check_note',
    'look_up',
    'suggest_citations',
    'verify_reply',
    'research_prompt',
    'claims_to_retest',
  ]);
  for (const { description = '', inputSchema, annotations } of tools) {
    expect(description).toMatch(/^[A-Z].*\.$/s);
    expect(description.length).toBeLessThan(700);
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const argument of Object.values(inputSchema.properties ?? {}))
      expect(argument).toHaveProperty('description');
  }
});

describe('check_note', () => {
  it('says what the command line says, in the same shape', async () => {
    const { call } = await agent({ folders: [seeds] });
    const { words, data } = await call('check_note', { path: LINE });
    const { out } = await inquiry(['check', '--format', 'json', ...TODAY, join(seeds, LINE)]);
    const expected = JSON.parse(out) as CheckReport;
    expect(data).toEqual({ ...expected, files: expected.files.map((file) => ({ ...file, path: LINE })) });
    expect(words).toContain('misattributed-claim');
    expect(words).toContain('- Cite “PersonaGym: Evaluating Persona Agents and LLMs” instead');
  });

  it('takes a text, and tells the gravest first where there is much', async () => {
    const { call } = await agent();
    const text =
      'Models can no longer fail, as 93% of users say.\n\nSee arXiv:2613.00001 and arXiv:2614.00001.\n';
    const { words, data } = await call('check_note', { text, top: 2 });
    const { files, summary } = data as CheckReport;
    expect(files[0]?.problems.map(({ severity }) => severity)).toEqual(['error', 'error']);
    expect(summary.problems).toMatchObject({ 'malformed-arxiv-id': 2, 'unsourced-claim': 1 });
    expect(words).toMatch(/^the text given\n/);
    expect(words).toContain('The 2 gravest are told here');
  });

  it('knows which files stand around the note', async () => {
    const folder = folderWith({
      'notes/drift.md': 'See [[other]], [kept](../out/kept.md) and [gone](../data/gone.md).\n',
      'elsewhere/other.md': '# Other\n',
      'out/kept.md': '# Kept\n',
    });
    const { call } = await agent({ folders: [folder] });
    const { files } = (await call('check_note', { path: 'notes/drift.md' })).data as CheckReport;
    expect(files[0]?.path).toBe('notes/drift.md');
    expect(files[0]?.problems.map(({ message }) => message).join('\n')).toMatch(/^[^\n]*gone\.md[^\n]*$/);
  });
});

describe('check_note warns', () => {
  it('of a language that the claim model does not know, and of front matter that cannot be read', async () => {
    const { call } = await agent();
    const german = await call('check_note', {
      text: 'Die Modelle planen nicht. Laut einer Studie fiel der Wert um 12 % gegenüber dem Vorjahr.\n',
    });
    expect(german.words).toMatch(/^Warning: the text given is in German\. /);
    const { words, data } = await call('check_note', { text: '---\ntitle: [open\n---\n\nWell.\n' });
    expect(words).toMatch(/^Warning: the text given, line \d: /);
    expect(data).toMatchObject({ warnings: [expect.stringContaining('line ')] });
  });
});

describe('look_up', () => {
  const look = async (query: string) => (await agent()).call('look_up', { query });

  it.each([
    '2507.21509',
    'https://arxiv.org/abs/2507.21509v2',
    '@chen2025persona',
    'chen2025persona',
    'Persona Vectors: Monitoring and Controlling Character Traits in Language Models',
  ])('knows a work by any of its names: %s', async (query) => {
    const { words, data } = await look(query);
    expect(data).toMatchObject({ match: 'exact', entries: [{ id: 'chen2025persona', arxiv: '2507.21509' }] });
    expect(words).toMatch(/^\*\*Persona Vectors.*id: chen2025persona\n$/s);
  });

  it('lists what comes near, and tells unknown from impossible', async () => {
    expect(await look('persona vectors')).toMatchObject({
      data: { match: 'near', entries: [{ id: 'chen2025persona' }, {}, {}, {}, {}] },
    });
    expect(await look('arXiv:2401.12345')).toMatchObject({
      words: 'The library does not hold arXiv:2401.12345. It may exist all the same.\n',
      data: { match: 'none', entries: [] },
    });
    expect((await look('10.1000/none')).words).toContain('does not hold doi:10.1000/none');
    expect((await look('@nobody2020')).words).toContain('does not hold @nobody2020');
    expect(await look('2613.00001')).toMatchObject({
      words: expect.stringContaining('cannot exist: ') as string,
      data: { match: 'impossible' },
    });
    expect((await look('zzzz qqqq')).words).toBe(
      'Nothing in the library is called “zzzz qqqq”, or comes near it.\n',
    );
  });

  it('asks an index of arXiv on this disk', async () => {
    const record = {
      id: '2503.00001',
      title: 'Tides of memory in layered networks',
      abstract: 'Memory of early tokens ebbs in layered networks, and a gate restores it.',
      authors_parsed: [['Lovelace', 'Ada', '']],
      versions: [{ version: 'v1', created: 'Tue, 18 Mar 2025 17:59:59 GMT' }],
    };
    const folder = folderWith({ 'metadata.jsonl': `${JSON.stringify(record)}\n` });
    await buildArxivIndex(join(folder, 'metadata.jsonl'), join(folder, 'arxiv.db'));
    const { call } = await agent({
      libraries: ['arxiv.db'],
      workingDirectory: folder,
      bundledLibrary: false,
    });
    const { words } = await call('look_up', { query: 'arXiv:2503.00001' });
    expect(words).toMatch(/^\*\*Tides of memory.*not in your own library\./s);
    expect((await call('look_up', { query: 'layered tides' })).data).toMatchObject({ match: 'near' });
    const { data } = await call('suggest_citations', {
      claim: 'A gate restores the memory of early tokens.',
    });
    expect(data).toMatchObject({ results: [{ title: record.title }] });
  });

  it('tells nothing of where files lie on the disk', async () => {
    const folder = folderWith({
      'refs.bib': '@article{roe2024, title={Of Drift}, author={Roe, Jo}, year={2024}}',
    });
    const { call } = await agent({ libraries: [folder], bundledLibrary: false });
    expect(JSON.stringify(await call('look_up', { query: '@roe2024' }))).not.toContain(folder);
  });
});

it('suggest_citations ranks as the command line does', async () => {
  const claim = 'LLM personas distort survey variance';
  const { words, data } = await (await agent()).call('suggest_citations', { claim });
  expect(data).toEqual(JSON.parse((await inquiry(['suggest', '--format', 'jsonl', claim])).out));
  expect(words).toBe((await inquiry(['suggest', claim])).out);
});

it('verify_reply holds a reply against the library and the note that asked', async () => {
  const reply = readFileSync(join(root, 'core/src/reply/replies/report.md'), 'utf8');
  const { call } = await agent({ folders: [seeds] });
  const { words, data } = await call('verify_reply', { reply, note_path: LINE });
  const report = data as VerifyReport;
  expect([report.version, report.reply, report.note]).toEqual([1, '-', LINE]);
  expect(report.summary.answers).toEqual({ fell: 0, partly: 2, held: 3, unclear: 0, unanswered: 6 });
  expect(words).toContain('names arXiv:2610.01010');
  expect((await call('verify_reply', { reply })).data).toMatchObject({ note: null, answers: [] });
});

it('research_prompt builds the prompt of the command line, and takes its options', async () => {
  const { call } = await agent({ folders: [seeds] });
  const { words, data } = await call('research_prompt', { path: LINE, questions: 3 });
  const args = ['prompt', ...TODAY, '--questions', '3', join(seeds, LINE)];
  expect(words).toBe((await inquiry(args)).out);
  expect(data).toEqual(JSON.parse((await inquiry([...args, '--format', 'json'])).out));
});

describe('research_prompt by a template', () => {
  const NOTE = '# Do models drift?\n\nPersona vectors predict drift (2025-07, arXiv:2507.21509).\n';

  it('that is built in, as on the command line', async () => {
    const { call } = await agent({ folders: [seeds] });
    const { words, data } = await call('research_prompt', { path: LINE, template: 'short' });
    const args = ['prompt', ...TODAY, '--template', 'short', join(seeds, LINE)];
    expect(words).toBe((await inquiry(args)).out);
    expect(data).toMatchObject({ template: 'short' });
  });

  it('of the person’s own, by its name or its path', async () => {
    const folder = folderWith({
      'note.md': NOTE,
      '.inquiry/templates/mine.md': '{{question}} Answer in German.\n',
      'prompts/other.txt': '{{title}}, in a word.\n',
    });
    const { call } = await agent({ folders: [folder] });
    const promptBy = async (template: string): Promise<string> =>
      (await call('research_prompt', { path: 'note.md', template })).words;
    expect(await promptBy('mine')).toBe('Do models drift? Answer in German.\n');
    expect(await promptBy('mine.md')).toBe('Do models drift? Answer in German.\n');
    expect(await promptBy('prompts/other.txt')).toBe('Do models drift?, in a word.\n');
    expect(await promptBy(join(folder, 'prompts/other.txt'))).toBe('Do models drift?, in a word.\n');
  });

  it('that cannot be used, says why, and builds none', async () => {
    const folder = folderWith({ '.inquiry/templates/bad.md': '{{question}}\n{{qestion}}\n' });
    const { call } = await agent({ folders: [folder] });
    const refused = async (template: string) => {
      const { failed, words } = await call('research_prompt', { text: NOTE, template });
      expect(failed).toBe(true);
      return words;
    };
    expect(await refused('bad')).toBe(
      '.inquiry/templates/bad.md, line 2: “qestion” is no placeholder: did you mean “question”?',
    );
    expect(await refused('shorter')).toBe(
      'There is no template “shorter” (did you mean “short”?): built in are default, short, contradictions, deep-research; your own are files in .inquiry/templates, or named by their path.',
    );
    expect(await refused('gone.md')).toMatch(/^There is no template “gone\.md”: built in are /);
    expect(await refused('../outside.md')).toMatch(/^\.\.\/outside\.md lies outside the folders/);
  });

  it('needs no folder, where the note is given as text', async () => {
    const { call } = await agent({ workingDirectory: '/' });
    expect(await call('research_prompt', { text: NOTE, template: 'short' })).toMatchObject({ failed: false });
    expect((await call('research_prompt', { text: NOTE, template: 'mine' })).words).toBe(
      'There is no template “mine”: built in are default, short, contradictions, deep-research.',
    );
  });
});

describe('claims_to_retest', () => {
  it('orders the claims of all notes, or of those named', async () => {
    const { call } = await agent({ folders: [seeds] });
    const { words, data } = await call('claims_to_retest', { top: 2 });
    const { claims, summary } = data as { claims: { path: string }[]; summary: object };
    expect(claims.map(({ path }) => path)).toEqual([LINE, LINE]);
    expect(summary).toEqual({ claims: 7, overdue: 7 });
    expect(words).toContain(
      'Read 13 notes: of 7 claims that newer work could overturn, 7 are due on 2026-11-26.',
    );
    expect((await call('claims_to_retest', { paths: ['notes'] })).words).toContain('Read 12 notes');
  });
});

describe('the library', () => {
  it('that cannot be read is told with each answer, in words and data', async () => {
    const { call } = await agent({ libraries: ['/no/such/refs.bib'] });
    const { failed, words, data } = await call('look_up', { query: '2507.21509' });
    const warning = 'The library /no/such/refs.bib cannot be read: there is no such file or folder.';
    expect(failed).toBe(false);
    expect(words.startsWith(`Warning: ${warning}\n`)).toBe(true);
    expect(data).toMatchObject({ match: 'exact', warnings: [warning] });
  });

  it('behind an address is never asked', async () => {
    const { call } = await agent({
      libraries: ['https://papers.example.org/library', 'opensearch:https://x.example/y'],
    });
    const { words } = await call('suggest_citations', { claim: 'Personas drift.' });
    expect(
      words.match(/is asked over the network, which this server never does; it was left out\./g),
    ).toHaveLength(2);
  });

  it('is read again when its files have changed; a bad entry is told on this machine only', async () => {
    const folder = folderWith({
      'refs.bib': '@article{roe2024, title={Of Drift}, year={2024}}\n@article{bad, title={',
    });
    const { call, complaints } = await agent({
      libraries: ['refs.bib'],
      workingDirectory: folder,
      bundledLibrary: false,
    });
    expect(await call('look_up', { query: '@roe2024' })).toMatchObject({ data: { match: 'exact' } });
    expect((await call('look_up', { query: '@doe2025' })).data).toEqual({
      version: 1,
      query: '@doe2025',
      match: 'none',
      entries: [],
    });
    expect(complaints[0]).toMatch(/refs\.bib:2: /);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'refs.bib'), '@article{doe2025, title={Of Calm}, year={2025}}');
    expect(await call('look_up', { query: '@doe2025' })).toMatchObject({ data: { match: 'exact' } });
  });
});

describe('resources', () => {
  it('are the library’s entries, page by page', async () => {
    const entries = Array.from(
      { length: 150 },
      (_, at) => `@misc{key${String(at).padStart(3, '0')}, title={Of Drift ${String(at)}}}`,
    );
    const folder = folderWith({ 'refs.bib': entries.join('\n') });
    const { client } = await agent({ libraries: [folder], bundledLibrary: false });
    const first = await client.listResources();
    const second = await client.listResources({ cursor: first.nextCursor });
    expect([first.resources.length, second.resources.length, second.nextCursor]).toEqual([
      100,
      50,
      undefined,
    ]);
    expect(first.resources[0]).toMatchObject({ uri: 'inquiry://entry/key000', title: 'Of Drift 0' });
  });

  it('are read as a card and as data', async () => {
    const { client } = await agent();
    expect((await client.listResourceTemplates()).resourceTemplates[0]?.uriTemplate).toBe(
      'inquiry://entry/{id}',
    );
    const uri = 'inquiry://entry/notes%2Fdoes-preference-tuning-always-reduce-diversity-the-same-way';
    const { contents } = await client.readResource({ uri });
    expect(contents).toMatchObject([
      { mimeType: 'text/markdown', text: expect.stringContaining('Does preference tuning') as string },
      { mimeType: 'application/json', text: expect.stringContaining('"kind": "note"') as string },
    ]);
    await expect(client.readResource({ uri: 'inquiry://entry/none' })).rejects.toThrow(
      'MCP error -32002: The library holds nothing at inquiry://entry/none; resources are named inquiry://entry/ID.',
    );
  });
});
