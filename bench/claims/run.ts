/**
 * The claim model against baselines on every labelled set: precision, recall, F1, average precision, AUC, calibration; then how
 * often a sentence with a citation of its own is flagged (bench/scope.ts).
 *
 *     npm run bench:claims            (ten minutes; reads ../shared/data)
 */
import { hasData } from '../../scripts/fit-claims/data.ts';
import { asserted } from './asserted.ts';
import { cited } from './cited.ts';
import { speed } from './speed.ts';

if (hasData) {
  speed();
  cited();
  asserted();
  console.log('\n### md-cite with its citations in place\n');
  await import('../scope.ts');
} else console.log('The labelled sets in ../shared/data are not here.');
