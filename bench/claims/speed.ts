/** Times the claim model (`timed.ts`) as it ships, bundled; to the terminal alone, for it is the machine's hour that speaks. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function speed(): void {
  const folder = mkdtempSync(join(tmpdir(), 'inquiry-speed-'));
  const outfile = join(folder, 'timed.cjs');
  buildSync({ entryPoints: [here('timed.ts')], outfile, bundle: true, platform: 'node', target: 'node20' });
  execFileSync(process.execPath, [outfile, here('../../scripts/fit-claims/texts')], { stdio: 'inherit' });
  rmSync(folder, { recursive: true });
}
