import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../test/support.ts';
import { createLibrary, readLibraryFile } from './index.ts';

const seeds = new URL('../../../seeds/', import.meta.url);
const works = [
  'papers.json',
  ...readdirSync(seeds).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('notes/', seeds)).map((name) => `notes/${name}`),
].flatMap((file) => readLibraryFile(`seeds/${file}`, readFileSync(new URL(file, seeds), 'utf8')).entries);

/** What a reader of the seed's papers may note besides: key of the paper, question, takeaway. */
const further: readonly (readonly [key: string, title: string, takeaway: string])[] = [
  [
    'samuel2024personagym',
    'Which personas are hardest for agents to keep up?',
    'Roles far from the model’s own manner of speaking, and tasks that want jargon or an accent, cost agents most; refusing to play is common in models with strict safety training.',
  ],
  [
    'li2025llm',
    'Do personas written by a model skew what a simulated electorate thinks?',
    'The more of a persona’s detail a model makes up, the further simulated polls drift, towards one side and towards cheerful answers; census-based personas drift least.',
  ],
  [
    'binz2026post',
    'Does post-training change how well models predict what people do?',
    'On human experiments base models come closer to human choices than their post-trained siblings, and the gap has grown with each generation.',
  ],
  [
    'lu2026assistant',
    'What pulls a model away from its assistant persona?',
    'Talk about the model’s own mind and users in distress move activations away from the assistant’s direction; capping activations along it brings them back without loss of skill.',
  ],
  [
    'rottger2026measuring',
    'Who sounds more extreme after a model has edited the text?',
    'Readers take edited opinions for those of richer, more confident and more partisan people than the ones who wrote them.',
  ],
  [
    'zhao2025echo',
    'Does model size decide which format RL settles on?',
    'Small models settle on code-like answers and larger ones on prose, whatever the share of either in pretraining.',
  ],
  [
    'chalmers2025what',
    'What is the subject that a user talks to?',
    'Neither weights nor hardware but a virtual thread of instances is the best candidate for an interlocutor with quasi-beliefs.',
  ],
];

const notes = further.flatMap(
  ([key, title, takeaway], at) =>
    readLibraryFile(
      `notes/${String(at)}.md`,
      `---\nkind: note\ntitle: ${title}\nsources:\n  - "@${key}"\n---\n\n# ${title}\n\n${takeaway}\n`,
    ).entries,
);

describe('the seed page in a library with further notes on the same papers', () => {
  const text = readFileSync(new URL('persona-distortion.txt', seeds), 'utf8');
  const lineOf = (offset: number): string =>
    text.slice(text.lastIndexOf('\n', offset) + 1, offset).slice(0, 24);
  const doubted = (extra: typeof notes): string[] =>
    check(text, { library: createLibrary([...works, ...extra]) })
      .problems.filter((problem) => problem.rule === 'misattributed-claim')
      .map((problem) => lineOf(problem.span.start));
  const wrong = ['• Per-turn training obje', '• RLHF installs stable, ', '• Conditioning on person'];

  it.each(notes.map((note) => [note.title, note] as const))(
    'has the same three wrong attributions beside “%s”',
    (_, note) => {
      expect(doubted([note])).toEqual(wrong);
    },
  );

  it('has them beside all of these', () => {
    expect(notes).toHaveLength(further.length);
    expect(doubted(notes)).toEqual(wrong);
  });
});
