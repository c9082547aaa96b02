/** `--settings`: the editor's settings on the command line. */
import { describe, expect, it } from 'vitest';
import { inFolder, inquiry } from './command-line.ts';

const NOTE =
  '# Drift\n\nPersona drift grows by 40% over ten turns.\n\nEarlier work is in [@mine2025drift].\n';
const BIB = '@article{mine2025drift, title={Persona Vectors}, author={Chen, R.}, year={2025}}\n';
const TODAY = ['--today', '2026-11-23'];

const problemsOf = (out: string): readonly string[] =>
  (JSON.parse(out) as { files: { problems: { rule: string; severity: string }[] }[] }).files
    .flatMap(({ problems }) => problems)
    .map(({ rule, severity }) => `${rule} ${severity}`);

const check = (at: (path: string) => string, settings: string, ...more: string[]) =>
  inquiry(['check', at('note.md'), '--settings', at(settings), '--format', 'json', ...TODAY, ...more]);

describe('inquiry check --settings', () => {
  it('takes severities, comments and trailing commas of .vscode/settings.json', () =>
    inFolder(
      {
        'note.md': NOTE,
        '.vscode/settings.json':
          '{\n  // softer\n  "inquiry.rules.unsourced-claim": "hint",\n  "editor.wordWrap": "on",\n}\n',
      },
      async (at) => {
        const { code, out, complaints } = await check(at, '.vscode/settings.json');
        expect(complaints).toEqual([]);
        expect(problemsOf(out)).toContain('unsourced-claim hint');
        expect(code).toBe(0);
      },
    ));

  it('reads the libraries that they name, from the workspace folder', () =>
    inFolder(
      {
        'note.md': NOTE,
        'refs/mine.bib': BIB,
        'other.bib': BIB.replace('mine2025drift', 'other2025'),
        '.vscode/settings.json': '{"inquiry.library.paths": ["refs/mine.bib"]}',
        'other.code-workspace':
          '{"folders": [{"path": "."}], "settings": {"inquiry.library.paths": ["other.bib"]}}',
      },
      async (at) => {
        const known = await check(at, '.vscode/settings.json');
        expect(problemsOf(known.out)).not.toContain('unknown-source warning');
        const unknown = await check(at, 'other.code-workspace');
        expect(problemsOf(unknown.out)).toContain('unknown-source warning');
      },
    ));

  it('leaves the person’s own templates of the prompt out of a folder, but not where they are named', () =>
    inFolder(
      {
        'note.md': NOTE,
        'prompts/mine.md': '{{question}}\n\nNo model keeps a persona (2025-04, arXiv:2504.01234).\n',
        'prompts/old/note.md': NOTE,
        '.vscode/settings.json': '{"inquiry.prompt.templates": "prompts"}',
      },
      async (at) => {
        const files = async (command: string, path: string, ...more: string[]): Promise<string> =>
          (await inquiry([command, path, '--format', 'json', ...TODAY, ...more])).out;
        const settings = ['--settings', at('.vscode/settings.json')];
        const checked = async (path: string, ...more: string[]): Promise<readonly string[]> =>
          (JSON.parse(await files('check', path, ...more)) as { files: { path: string }[] }).files.map(
            (file) => file.path.slice(at('').length + 1),
          );
        expect(await checked(at('.'))).toEqual(['note.md', 'prompts/mine.md', 'prompts/old/note.md']);
        expect(await checked(at('.'), ...settings)).toEqual(['note.md', 'prompts/old/note.md']);
        expect(await checked(at('prompts/mine.md'), ...settings)).toEqual(['prompts/mine.md']);
        expect(await files('queue', at('.'), '--upcoming')).toContain('mine.md');
        expect(await files('queue', at('.'), '--upcoming', ...settings)).not.toContain('mine.md');
      },
    ));

  it('lets the command line go before the file', () =>
    inFolder({ 'note.md': NOTE, 's.json': '{"inquiry.rules.unsourced-claim": "off"}' }, async (at) => {
      const { out } = await check(at, 's.json', '--rule', 'unsourced-claim=error');
      expect(problemsOf(out)).toContain('unsourced-claim error');
    }));

  it('says what it could not use, goes on, and ends with 2', () =>
    inFolder(
      {
        'note.md': NOTE,
        'bad.json': '{"inquiry.claims.profile": "lenient", "inquiry.claim.scope": "sentence"}',
        'cut.json': '{\n  "inquiry.claims.profile": "strict",\n  "inquiry',
      },
      async (at) => {
        const bad = await check(at, 'bad.json');
        expect(bad.code).toBe(2);
        expect(problemsOf(bad.out)).toContain('unsourced-claim warning');
        expect(bad.complaints).toEqual([
          expect.stringMatching(
            /bad\.json: inquiry\.claims\.profile takes gentle, standard or strict, not "lenient"; "standard" is used\.$/,
          ),
          expect.stringMatching(/inquiry\.claim\.scope is no setting of Inquiry/),
        ]);
        const cut = await check(at, 'cut.json');
        expect(cut.code).toBe(2);
        expect(cut.complaints[0]).toMatch(/cut\.json:3: the settings are no JSON from here on/);
        const missing = await check(at, 'none.json');
        expect(missing.complaints[0]).toMatch(/none\.json: the settings cannot be read .*defaults are used/);
        expect(missing.code).toBe(2);
      },
    ));
});
