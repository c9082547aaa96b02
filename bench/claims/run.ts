/**
 * The claim model against baselines on every labelled set: precision, recall, F1, average precision, AUC, calibration, and the error
 * lists; then how often a sentence with a citation of its own is flagged.
 *
 *     npm run bench:claims                    all parts (a quarter of an hour; reads ../shared/data)
 *     npm run bench:claims -- notes unseen    some of them
 *     npm run bench:claims -- --write         all, and RESULTS.md is written anew
 */
import { parseArgs } from 'node:util';
import { hasData } from '../../scripts/fit-claims/lines.ts';
import { asserted } from './asserted.ts';
import { cited } from './cited.ts';
import { inPlace } from './in-place.ts';
import { notes } from './notes.ts';
import { writeResults } from './output.ts';
import { ownAbstracts } from './own-abstracts.ts';
import { speed } from './speed.ts';
import { printSummary } from './summary.ts';
import { unseen } from './unseen.ts';

const PARTS: Readonly<Record<string, () => void>> = {
  speed,
  notes,
  unseen,
  cited,
  asserted,
  'own-abstracts': ownAbstracts,
  'in-place': inPlace,
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0 || (values.write && positionals.length > 0)) {
  console.error(`The parts are ${Object.keys(PARTS).join(', ')}; --write wants them all.`);
  process.exit(2);
}
if (!hasData) console.log('The labelled sets in ../shared/data are not here.');
else {
  for (const [name, run] of Object.entries(PARTS))
    if (positionals.length === 0 || positionals.includes(name)) run();
  printSummary();
  if (values.write) writeResults();
}
