// `npm run demo`: the main job on real input. Checks the bundled line of inquiry and prints its problems, one hover card and its research prompt.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const line = 'seeds/can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';

function show(heading, ...args) {
  console.log(`\n━━ ${heading}\n   inquiry ${args.join(' ')}\n`);
  const run = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, encoding: 'utf8' });
  process.stderr.write(run.stderr);
  process.stdout.write(run.stdout);
  // 1 only says that there are problems, which is what the demonstration is about.
  if (run.status !== 0 && run.status !== 1) process.exit(run.status ?? 2);
}

console.log(
  'A line of inquiry, copied from a web page and imported: question, answer, twelve notes, their papers.',
);
show('What a careful reader finds wrong with it', 'check', '--quiet', '--today', '2026-11-23', line);
show('What you see when you hover an arXiv ID', 'hover', '--today', '2026-11-23', line, 'arXiv:2511.00222');
show('The research prompt it compiles into', 'prompt', '--today', '2026-11-23', line);
console.log('\nNext: “npm start” opens these notes in an editor with Inquiry.');
