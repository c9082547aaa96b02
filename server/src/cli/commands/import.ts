/** `inquiry import`: a line-of-inquiry page into a line, its notes and its papers. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importPage } from '#core';
import { writeWhole } from '../../storage/write-file.ts';
import type { Command } from '../command.ts';
import { readOneNote } from '../one-note.ts';
import { libraryFrom, parse, SHARED, UsageError } from '../options.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'a line-of-inquiry page into a line, its notes and its papers',
  help: `inquiry import PAGE --out DIR

Turns a page (text copied from a site, or Markdown) into Markdown notes and CSL-JSON. “-” reads standard input.

  --out DIR   the folder to write to; made when it is missing
  --force     replace files that are there already
  --library PATH         a file or folder with references that tells what the page's papers are; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      out: { type: 'string' },
      force: { type: 'boolean' },
    });
    const { out } = values;
    if (out === undefined) throw new UsageError('inquiry import needs --out DIR, the folder to write to.');
    const page = await readOneNote('import', positionals, terminal);
    if (!page) return 2;
    const { library } = await libraryFrom(values, terminal);
    const { files, faults } = importPage(page.text, { path: page.path, library });
    for (const fault of faults)
      terminal.complain(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
    if (files.length === 0) return 2;
    const targets = files.map((file) => ({ ...file, target: join(out, file.path) }));
    const there = targets.filter(({ target }) => existsSync(target));
    if (there.length > 0 && values.force !== true) {
      const [first] = there;
      terminal.complain(
        `${first?.target ?? ''} is there already${there.length > 1 ? `, and ${String(there.length - 1)} more` : ''}. Nothing was written; use --force to replace.`,
      );
      return 2;
    }
    for (const { target, text } of targets) {
      await mkdir(dirname(target), { recursive: true });
      await writeWhole(target, text);
    }
    for (const { target } of targets) await terminal.write(`${target}\n`);
    return 0;
  },
};
