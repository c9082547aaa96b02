/** Writes a learnt table as the module that `core/src/library/associations.ts` unpacks: five signs a byte, in base64. */

/** `signs`: -1, 0 or 1, `width` for each term. */
export function packed(
  terms: readonly string[],
  signs: Int8Array,
  scales: Float32Array,
  width: number,
): string {
  const unit = scales.reduce((most, each) => Math.max(most, each), 0) / 255;
  const bytes: number[] = [];
  terms.forEach((_, row) => {
    bytes.push(Math.max(1, Math.round((scales[row] ?? 0) / unit)));
    for (let at = 0; at < width; at += 5) {
      let byte = 0;
      for (let digit = 4; digit >= 0; digit--)
        byte = byte * 3 + (at + digit < width ? (signs[row * width + at + digit] ?? 0) + 1 : 1);
      bytes.push(byte);
    }
  });
  const file = {
    width,
    unit: Number(unit.toPrecision(6)),
    terms: terms.join(' '),
    rows: Buffer.from(bytes).toString('base64').replace(/=+$/, ''),
  };
  return `/**
 * Directions of words, learnt from arXiv's metadata (CC0) by bench/associations/train.ts; do not edit.
 */
import type { AssociationFile } from './associations.ts';

// prettier-ignore
export const associationFile: AssociationFile = ${JSON.stringify(file)};
`;
}
