/** `inquiry library build|export|conflicts`: all of arXiv as an index on disk, a library as static files, its disagreements. */
import { resolve } from 'node:path';
import type { Entry } from '#core';
import { choiceFrom, libraryFrom, parse, SHARED, UsageError } from '../options.ts';
import type { Command } from '../command.ts';
import type { Terminal } from '../terminal.ts';

export const libraryCommand: Command = {
  name: 'library',
  summary: 'build an index of arXiv, export a library as static files, tell where files disagree',
  help: `inquiry library build --from arxiv-metadata.jsonl --out arxiv.db
  An index on disk of arXiv's bulk metadata. Goes on where it was when it is stopped.

inquiry library export --out site/ [--library PATH]
  The library as static files that any web server gives out.

inquiry library conflicts [--library PATH] [--format pretty|json]
  Where files that describe the same work disagree: title, authors, date, venue, DOI. Exit 1 when some do.
`,
  async run(args, terminal) {
    const [action, ...rest] = args;
    switch (action) {
      case 'build':
        return build(rest, terminal);
      case 'export':
        return exportSite(rest, terminal);
      case 'conflicts':
        return conflicts(rest, terminal);
      default:
        throw new UsageError('inquiry library takes build, export or conflicts.');
    }
  },
};

async function build(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parse(args, { from: { type: 'string' }, out: { type: 'string' } });
  const { from, out } = values;
  if (from === undefined || out === undefined)
    throw new UsageError('inquiry library build needs --from FILE and --out FILE.');
  const { buildArxivIndex } = await import('../../arxiv-index/build.ts');
  let stop = false;
  process.once('SIGINT', () => {
    stop = true;
    terminal.complain('Stopping after this part; the same command goes on from there.');
  });
  const result = await buildArxivIndex(resolve(from), resolve(out), {
    cancelled: () => stop,
    onFault: (fault) => {
      terminal.complain(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
    },
    onProgress: ({ records, bytesRead, bytesTotal }) => {
      terminal.complain(
        `${records.toLocaleString('en')} records, ${String(Math.floor((100 * bytesRead) / Math.max(1, bytesTotal)))} %`,
      );
    },
  });
  await terminal.write(
    result.finished
      ? `${out}: ${result.records.toLocaleString('en')} records\n`
      : `Stopped at ${result.records.toLocaleString('en')} records; run it again to go on.\n`,
  );
  return result.finished ? 0 : 1;
}

async function exportSite(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parse(args, { ...SHARED, out: { type: 'string' } });
  if (values.out === undefined) throw new UsageError('inquiry library export needs --out FOLDER.');
  const { library, elsewhere, unreadable } = await libraryFrom(values, terminal);
  if (!elsewhere.isEmpty)
    throw new UsageError(
      'inquiry library export writes what stands in files and folders of references; an index or another export is asked, not read.',
    );
  const { exportStaticLibrary } = await import('../../team-library/static-export.ts');
  const entries = [...library.entries()];
  const own = entries.filter(({ origin }) => origin.bundled !== true);
  // Who gets the export has the bundled library already.
  const manifest = await exportStaticLibrary(own.length > 0 ? own : entries, resolve(values.out));
  await terminal.write(`${values.out}: ${String(manifest.entries)} entries\n`);
  return unreadable ? 2 : 0;
}

async function conflicts(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parse(args, { ...SHARED, format: { type: 'string' } });
  const format = choiceFrom('format', values.format, ['pretty', 'json'], 'pretty');
  const { library, unreadable } = await libraryFrom(values, terminal);
  const found = [...library.entries()].filter((entry) => entry.conflicts !== undefined);
  found.sort((a, b) => (a.id < b.id ? -1 : 1));
  await terminal.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, entries: found.map(({ id, title, conflicts: fields }) => ({ id, title, conflicts: fields })) }, null, 2)}\n`
      : found.map(conflictsInWords).join(''),
  );
  return unreadable ? 2 : found.length > 0 ? 1 : 0;
}

const conflictsInWords = ({ id, title, conflicts: fields = [] }: Entry): string =>
  [
    `${id}  ${title}`,
    ...fields.flatMap(({ field, values }) =>
      values.map(({ value, origins }) => {
        const places = origins.map(({ path, line }) => `${path}:${String(line + 1)}`).join(', ');
        return `  ${field}: ${value} (${places})`;
      }),
    ),
    '',
  ].join('\n');
