/** A throw-away copy of the sample workspace, with the seed line in it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The seed line's file in `seeds/` and in the copy. */
export const seedLine = 'can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';

export interface SampleWorkspace {
  readonly folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  remove(): void;
}

export function copySampleWorkspace(): SampleWorkspace {
  // A plain name: the editor shows it in its title and its explorer.
  const parent = mkdtempSync(path.join(tmpdir(), 'inquiry-sample-'));
  const folder = path.join(parent, 'persona-notes');
  cpSync(path.join(root, 'test/samples/workspace'), folder, { recursive: true });
  // The notes that it links to are in the bundled library.
  cpSync(path.join(root, 'seeds', seedLine), path.join(folder, 'persona-distortion.md'));
  return {
    folder,
    write: (file, text) => {
      writeFileSync(path.join(folder, file), text);
    },
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    remove: () => {
      rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
