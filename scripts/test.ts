/** `npm test`: every check that CI makes, stage by stage, each with its time; stops at the first that fails. */
import { spawnSync } from 'node:child_process';

/** npm scripts, cheapest first, so that a slip shows early. */
const stages = ['typecheck', 'lint', 'build', 'test:unit', 'package', 'test:editor'] as const;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const begin = performance.now();
let passed = 0;
for (const stage of stages) {
  const since = performance.now();
  console.log(`\n── ${stage}`);
  const run = spawnSync('npm', ['run', '--silent', stage], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error(`\n✖ ${stage} failed after ${seconds(since)}. Run it alone with: npm run ${stage}`);
    console.log(`stages: ${passed} passed, 1 failed`);
    process.exit(run.status ?? 1);
  }
  passed++;
  console.log(`✔ ${stage} (${seconds(since)})`);
}
console.log(`\nAll checks passed in ${seconds(begin)}.`);
console.log(`stages: ${passed} passed, 0 failed`);
