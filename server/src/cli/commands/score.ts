/** `inquiry score`: the claim model alone, for calibration. Streams; memory stays bounded whatever the input's size. */
import { kindOrFinding, scoreInContext } from '#core';
import type { Command } from '../command.ts';
import { jsonLines } from '../json-lines.ts';
import { parse, SHARED } from '../options.ts';

/** Lines written at once: a write a line would cost more than the scoring. */
const BATCH = 64 * 1024;

export const scoreCommand: Command = {
  name: 'score',
  summary: 'how likely sentences are claims, and want a source',
  help: `inquiry score

Reads JSON lines {"id","text","context"?} and prints {"id","claim","needsSource","kind","reasons"}. The context is the text
around the sentence, a few sentences in order, the sentence among them.
`,
  async run(args, terminal) {
    parse(args, SHARED);
    let bad = false;
    let batch = '';
    for await (const line of jsonLines(terminal)) {
      if ('fault' in line) {
        bad = true;
        terminal.complain(line.fault);
        continue;
      }
      const score = scoreInContext(line.text, line.context);
      const { claim, needsSource, reasons } = score;
      batch += `${JSON.stringify({ id: line.id, claim: rounded(claim), needsSource: rounded(needsSource), kind: kindOrFinding(score), reasons })}\n`;
      if (batch.length >= BATCH) {
        await terminal.write(batch);
        batch = '';
      }
    }
    if (batch !== '') await terminal.write(batch);
    return bad ? 2 : 0;
  },
};

const rounded = (score: number): number => Math.round(score * 1e4) / 1e4;
