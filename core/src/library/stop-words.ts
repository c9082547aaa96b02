/** English words that tell no two works apart. Negations stay out of it: they carry a claim's sense, not its source. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also although am among an and any are as at be because been before being below between both but by ' +
    'can cannot could did do does doing done down due during each either et al etc few for from further had has have having he her here hers him his how however ' +
    'i if in into is it its itself just least less let like many may me might more most much must my neither no nor not now of off often on once one only onto or other our ours ' +
    'out over own per rather same several she should since so some such than that the their theirs them then there therefore these they this those though through thus to too ' +
    'toward towards under until up upon us use used uses using very via was we well were what when where whereas whether which while who whom whose why will with within without would ' +
    'yet you your yours eg ie e g vs s t don dont doesnt isnt'
  ).split(' '),
);
