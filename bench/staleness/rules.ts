/**
 * The date rules on real notes: of findings that were labelled right or wrong by eye, how many each rule still makes. Labels are
 * of what an earlier version found, so what it missed then is not counted. `date-conflict` and `superseded-source` find nothing
 * in notes without a library; the pages of those rules and the seed document hold them.
 *
 *     npx tsx bench/staleness/rules.ts
 *
 * Labels: bench/staleness/rule-labels.jsonl, one {"rule", "document", "offset", "hash", "right"} a line; no text is kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '#core/analyse.ts';
import { createLibrary } from '#core/library/index.ts';
import { parseNote } from '#core/note/index.ts';
import { rules } from '#core/rules/index.ts';
import { defaultSettings } from '#core/settings.ts';
import { corpus, digest, today } from '../dates/sample.ts';

interface Label {
  readonly rule: string;
  readonly document: string;
  /** Where the finding starts. */
  readonly offset: number;
  /** Of the note's text. */
  readonly hash: string;
  readonly right: boolean;
}

const labels = readFileSync(new URL('./rule-labels.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Label);
const library = createLibrary([]);

for (const id of [...new Set(labels.map(({ rule }) => rule))]) {
  const rule = rules.find((one) => one.id === id);
  let [right, wrong, keptRight, keptWrong, lost] = [0, 0, 0, 0, 0];
  for (const label of labels.filter((one) => one.rule === id)) {
    const file = `${corpus}/${label.document}`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (digest(text) !== label.hash || !rule) {
      lost++;
      continue;
    }
    const analysis = analyse(parseNote(text), library, defaultSettings, today);
    const found = [...rule.check(analysis)].some(({ span }) => span.start === label.offset);
    if (label.right) {
      right++;
      if (found) keptRight++;
    } else {
      wrong++;
      if (found) keptWrong++;
    }
  }
  const share = (of: number, whole: number): string => (whole === 0 ? 0 : of / whole).toFixed(2);
  console.log(
    `${id.padEnd(20)} when labelled: ${String(right)} right, ${String(wrong)} wrong, precision ${share(right, right + wrong)}; now: ${String(keptRight)} right, ${String(keptWrong)} wrong, precision ${share(keptRight, keptRight + keptWrong)}, of the right ones kept ${share(keptRight, right)}${lost > 0 ? `; ${String(lost)} labels no longer match` : ''}`,
  );
}
