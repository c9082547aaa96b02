/**
 * What V8 is told as the server starts, and by the bench, which starts it as the client does. Megabytes that new objects may take
 * up, of which V8 keeps three times as many; newer ones would allow themselves more. From the start, for the first check would pay
 * for growing into them. And without V8's habit of making the objects of a version of a note, which it meets while that is checked,
 * in the old generation: a megabyte a keystroke, which only the long pauses collect. Patterns are compiled on their first run, not
 * interpreted first and compiled on the second: a quarter of the time to a note's first problems. V8 may crash where such a flag changes
 * under it.
 */
export const serverFlags: readonly string[] = [
  '--no-regexp-tier-up',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--no-allocation-site-pretenuring',
];
