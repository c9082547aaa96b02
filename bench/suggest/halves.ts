/** Which documents, papers or topics choose numbers, and which report them: two halves by name. */
export function inFirstHalf(group: string): boolean {
  let hash = 0;
  for (const char of group) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return (hash & 1) === 0;
}
