/** Hashes of words and of pairs of hashes: the model knows its features by these alone. */

export const SEED = 0x811c9dc5;

export const hashOf = (text: string): number => {
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
};

/** Joins two hashes to one; the order counts. */
export const mix = (a: number, b: number): number => {
  let hash = Math.imul(a ^ 0x5bd1e995, 0x85ebca6b) ^ b;
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
};
