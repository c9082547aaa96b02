/**
 * English words that only hold a sentence together. Words that carry its sense ("not", "more", "during", "against") stay in:
 * their commonness already makes them light, and in titles they tell works apart.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a also although am an and any are as at be because been being but by can could did do does doing done either et al etc for from had has have having he her here hers him his how however ' +
    'i if in into is it its itself just let may me might must my nor now of on onto or other our ours own per rather same she should since so some such than that the their theirs them then there ' +
    'therefore these they this those though thus to too toward towards upon us use used uses using very via was we well were what when where whereas whether which while who whom whose why will with ' +
    'would yet you your yours eg ie e g s t don dont doesnt isnt'
  ).split(' '),
);
