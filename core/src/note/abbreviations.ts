/**
 * What a full stop may belong to other than the end of a sentence. Lists for research prose in English; lower case, the last
 * stop left out. `abbreviation-stops.ts` decides with them.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Never the end of a sentence: something always follows. */
export const NEVER_LAST = set(
  'e.g eg i.e ie cf vs viz w.r.t s.t n.b c.f a.k.a aka approx ca incl esp n° nº mr mrs ms mx dr drs prof profs rev hon messrs mme mlle mt ' +
    'gen lt sgt capt cmdr adm maj col gov sen rep pres supt dir ph.d.s ' +
    // German
    'vgl bzw d.h z.b sog bspw ggf evtl inkl exkl insb insbes zzgl abzgl zit',
);

/** Ends a sentence unless a number, a letter or a bracket follows: "Fig. 3", "App. B", "Sec. IV", "p. 55". */
export const BEFORE_NUMBERS = set(
  'fig figs eq eqs eqn eqns sec secs sect sects ch chap chaps chs app appx apps tab tabs tbl alg algs thm thms lem prop props cor def defs ' +
    'ref refs p pp pg pgs vol vols no nos nr num art arts par para paras ver v vers ed eds ex exs cl supp suppl ln ll pt pts bk obs exp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec okt dez abb kap bd',
);

/** Ends a sentence only before a word that begins sentences: "Acme Inc. The …", but "Acme Inc. Research". */
export const SELDOM_LAST = set(
  'al inc ltd co corp jr sr bros llc plc resp dept univ inst lab est st ave blvd rd hwy ft conf proc trans symp assoc intl natl ' +
    'ind dist mfg op cit loc ibid id seq sq acad sci phys chem biol med lett eng comput technol soc mach artif intell psychol econ stat math nat',
);

/** Words that seldom follow an abbreviation within a sentence, capitalised as they begin one. */
export const STARTERS = set(
  'The This That These Those It Its We They He She I You Our Their His Her My Your There Here In On At For From By With As To Of Since Because ' +
    'However But And Or So If When While Where Whereas Although Though Even Thus Therefore Hence Moreover Furthermore Finally First Second Third ' +
    'Next Then Now Not No Yes Such Some Many Most More Much Few All Both Each Every Any Another Other Others After Before During Despite Unlike ' +
    'Like Similarly Additionally Also Only Just Still Yet Instead Rather Overall Specifically Notably Interestingly Importantly Surprisingly ' +
    'Indeed Consequently Accordingly Conversely Recently Today Currently What How Why Who Which Whose Did Do Does Is Are Was Were Can Could ' +
    'Will Would Should May Might Must Has Have Had Let Please Note See Consider Suppose Given Using Based According An A One Two Three Several ' +
    'Nevertheless Nonetheless Meanwhile Otherwise Perhaps Maybe Once Until Unless Without Within Through Throughout Across Between Among ' +
    'Under Over Above Below Compared Following Turn',
);

/** German units that end a sentence only before a word that begins one. */
export const GERMAN_SELDOM_LAST = set('mio mrd tsd std u.a');
export const GERMAN_STARTERS = set(
  'Der Die Das Dem Den Des Dies Diese Dieser Dieses Ein Eine Einer Es Er Sie Wir Ich Im In Am An Auf Aus Bei Mit Nach Seit Von Vor Zu Zum Zur Für ' +
    'Auch Aber Und Oder Doch Jedoch Dann Danach Dabei Damit Daher Dagegen Dennoch Deshalb Hier Heute Nur Noch So Nun Wenn Weil Während Obwohl Als Ob Wie Was Wer Wo Kein Keine Viele Einige Mehr',
);
/** "z. B.", "d. h.", "u. a.", "i. d. R.", written with blanks: a first part, and a second one behind it. */
export const GERMAN_FIRST_PART =
  /^(?:[zZ]\.\s?B|[dD]\.\s?h|[uU]\.\s?a|[vV]\.\s?a|[iI]\.\s?d|[oO]\.\s?[äÄ])\./;
export const GERMAN_LAST_PART = /(?:^|[^\p{L}])(?:[dD]\.\s?h|[uU]\.\s?a|[vV]\.\s?a|[iI]\.\s?d)$/u;

/** What German counts with "3." and the like in dates. A month that English writes the same way needs its year. */
export const AFTER_GERMAN_ORDINAL =
  /^(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Quartal|Halbjahr|Jahrhunderts?)(?!\p{L})|^(?:April|August|September|November) \d{4}\b/u;
/** Words that German sets before an ordinal, so that any month or noun behind it is counted: "vom 12. November", "in der 3. Auflage". */
export const BEFORE_GERMAN_ORDINAL =
  /(?<![\p{L}])(?:vom|(?<!\bI )am|zum|zur|bis|ab|seit|im|beim|de[rmns]|das|die|jede[rmns]?|ihre[nm]?|seine[nm]?)\s+(?:\d{1,2}\.\s?(?:und|bis|oder|\/|[–-])\s?)?$/iu;
export const COUNTED_IN_GERMAN =
  /^(?:Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez)\.|^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Auflage|Band|Tag(?:e[sn]?)?|Woche|Monat(?:s|en)?|Mal|Klasse|Weltkrieg(?:s|es)?|Sitzung|Lebensjahr(?:s|es)?|Semester|Schuljahr|Stock|Platz|Kapitel|Absatz|Welle|Generation|Versuch|Lauf|Durchgang|Quartal|Halbjahr)(?!\p{L})|^(?:und|bis|oder) (?:\d{1,2}\.)/u;
