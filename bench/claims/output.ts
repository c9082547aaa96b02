/**
 * Where the bench's lines go: to the terminal as they come, and with `--write`, when all parts have run, to RESULTS.md as one page that
 * nobody edits by hand.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const said: string[] = [];

/** A line, or several, of the results. */
export function say(lines: string): void {
  console.log(lines);
  said.push(lines);
}

export function writeResults(): void {
  const weights = readFileSync(new URL('../../core/src/claims/weights.ts', import.meta.url));
  const fingerprint = createHash('sha256').update(weights).digest('hex').slice(0, 12);
  const day = new Date().toISOString().slice(0, 10);
  const head = `# What \`npm run bench:claims\` printed

Written by \`npm run bench:claims -- --write\` on ${day}, with the weights whose \`sha256sum core/src/claims/weights.ts\` begins ${fingerprint}.
What the rows mean, and what they are worth, is in [docs/claims.md](../../docs/claims.md).

**The error lists.** A kind is what the words show: a kind of claim, “no sign” of any, or a class that is never a claim (docs/claims.md).
The worst false accusations are those of the most careful profile that makes them, the worst misses those of the most thorough that makes
them; within a profile the score decides. Each is named by document and offset, in characters: into the note, into md-cite's \`stripped.md\`,
and in abstracts and speeches into the set's sentences joined by single spaces. A lone sentence or post is at 0 of a document of its own.
No text of a set stands here.
`;
  writeFileSync(new URL('RESULTS.md', import.meta.url), `${head}${said.join('\n')}\n`);
}
