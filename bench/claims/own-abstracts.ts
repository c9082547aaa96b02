/**
 * What is said of an abstract in its authors' own words, by what each of its units does: SciARG's proposals and methods must not be
 * flagged. `claim` as `inquiry score` gives it with the abstract around, and what the profiles flag in each abstract kept as a note.
 */
import { parseNote } from '../../core/src/note/index.ts';
import { scoreInContext, scoreNote, wantsSource } from '../../core/src/claims/index.ts';
import { sciargAbstracts } from '../../scripts/fit-claims/sciarg.ts';
import { PROFILES } from './errors.ts';
import { say } from './output.ts';

/** As the set names them, in the order of an abstract. */
const TYPES = ['motivation', 'proposal', 'proposal_implementation', 'means', 'outcomes'] as const;

interface Counts {
  units: number;
  claimed: number;
  surely: number;
  gentle: number;
  standard: number;
  strict: number;
}

export function ownAbstracts(): void {
  const counts = new Map<string, Counts>(
    TYPES.map((type) => [type, { units: 0, claimed: 0, surely: 0, gentle: 0, standard: 0, strict: 0 }]),
  );
  for (const { units } of sciargAbstracts()) {
    const text = units.map((unit) => unit.text).join(' ');
    const note = parseNote(text);
    const scores = scoreNote(note);
    let at = 0;
    for (const unit of units) {
      const start = at;
      at += unit.text.length + 1;
      const of = counts.get(unit.type);
      if (!of) continue;
      const { claim } = scoreInContext(unit.text, text);
      of.units++;
      if (claim >= 0.5) of.claimed++;
      if (claim >= 0.7) of.surely++;
      const sentence = note.sentences.find(({ span }) => span.start <= start && start < span.end);
      const score = sentence && scores[sentence.index];
      if (!score) continue;
      for (const profile of PROFILES) if (wantsSource(score, profile)) of[profile]++;
    }
  }
  say('\n### SciARG by type: an abstract in its authors’ own words\n');
  say(
    '| type | units | `claim` 0.5 or more | 0.7 or more | kept as a note, `gentle` flags | `standard` | `strict` |',
  );
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [type, { units, claimed, surely, gentle, standard, strict }] of counts)
    say(`| ${[type, units, claimed, surely, gentle, standard, strict].join(' | ')} |`);
}
