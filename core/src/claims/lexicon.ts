/** Words that tell claims from other sentences, by what they do. Readable: the model weighs these classes beside plain words. */
import { hashOf } from './hash.ts';

export const CUES = {
  finding:
    'show shows showed shown find finds found demonstrate demonstrates demonstrated reveal reveals revealed suggest suggests suggested indicate indicates indicated confirm confirms confirmed conclude concludes concluded report reports reported observe observes observed prove proves proved establish establishes established identify identifies identified imply implies implied support supports supported',
  cause:
    'cause causes caused causing lead leads led leading improve improves improved improving reduce reduces reduced reducing increase increases increased increasing decrease decreases decreased enable enables enabled prevent prevents prevented affect affects affected influence influences influenced promote promotes inhibit inhibits inhibited induce induces induced trigger triggers contribute contributes contributed result results resulted depend depends correlate correlates correlated associated linked determine determines drives driven boosts boost hurts harms degrade degrades degraded collapse collapses',
  comparison:
    'than better worse more less higher lower larger smaller faster slower stronger weaker greater fewer outperform outperforms outperformed exceed exceeds exceeded surpass surpasses superior inferior comparable versus vs compared unlike whereas equivalent similar twice',
  superlative:
    'best worst most least largest smallest highest lowest fastest first only leading greatest strongest sota state-of-the-art unprecedented',
  universal:
    'all every always never none no any each entire everyone nobody invariably universally inevitably cannot must only',
  hedge:
    'may might could possibly perhaps likely unlikely seems seem appear appears potentially probably presumably suggest tend tends typically generally often usually sometimes can approximately roughly',
  attribution:
    'according authors researchers scientists study studies paper papers work works literature research survey review reviews experts reported argued argues argue claimed claims proposed noted et al recently previously recent prior previous existing',
  historical:
    'introduced invented founded published released launched developed discovered originated since century decade era ago early late history historically began became',
  quantity:
    'percent percentage % million billion thousand half third quarter majority minority significant significantly average median mean rate ratio fold accuracy score p hundred most many several few number',
  self: 'i my me mine myself',
  us: 'we our us ours ourselves',
  you: 'you your yours yourself',
  plan: 'will plan plans todo should todo: need needs going want wants let lets next future later intend aim aims',
  instruct:
    'use run click open install see note make add set try check download consider call write read create select go put choose type enter avoid remember ensure keep follow import',
  define:
    'define defined defines denote denotes denoted called means refers termed definition let notation i.e known named',
  pointer:
    'section figure fig table chapter appendix below above here following previous next equation eq see described discussed overview introduce outline summarize summarise',
  hypothetical: 'if suppose imagine would assume assuming unless whether were hypothetically',
  question: 'what why how who when where which whose',
  opinion:
    'think believe feel hope guess opinion personally like love hate prefer interesting nice great cool fun imho honestly glad happy sad',
  method:
    'used using performed measured collected analyzed analysed evaluated trained implemented applied obtained calculated computed included recruited randomized sampled compared estimated constructed examined investigated assessed',
  proposal:
    'propose proposes proposed present presents presented introduce introduces novel new develop approach method framework paper describes describe',
  conclusion:
    'conclusion conclusions conclude therefore thus hence overall together findings results summary collectively implications importantly suggesting suggests implies provides highlight highlights evidence may can',
} as const;

export type Cue = keyof typeof CUES;
export const cueNames = Object.keys(CUES) as Cue[];

/** Classes of a token, as bits in the order of `cueNames`; 0 for most tokens. */
const bits = new Map<number, number>();
for (const [index, name] of cueNames.entries())
  for (const word of CUES[name].split(' '))
    bits.set(hashOf(word), (bits.get(hashOf(word)) ?? 0) | (1 << index));

export const cuesOf = (hash: number): number => bits.get(hash) ?? 0;
