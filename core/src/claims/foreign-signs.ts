/**
 * The signs of claims in German and Chinese, where the model abstains but for two things that need no model: figures with units, and
 * findings or statements that are given to somebody. The writer's own, questions, steps, suppositions and definitions are left alone.
 */
import type { ClaimKind } from './model.ts';
import type { Signs } from './kinds.ts';

interface Tongue {
  readonly figure: RegExp;
  /** An amount with a plain unit, which recipes and logs are full of. */
  readonly amount?: RegExp;
  /** Words that make such an amount a statement about many cases or about a change. */
  readonly general?: RegExp;
  readonly attribution: RegExp;
  /** Words by which writers speak of themselves. */
  readonly own: RegExp;
  /** What asserts nothing, whatever figures stand in it. */
  readonly noClaim: RegExp;
}

const GERMAN_SAYS = String.raw`(?:zeig(?:en|te|ten|t)|fand(?:en)?|find(?:en|et)|beleg(?:en|te|ten|t)|bericht(?:en|et|ete|eten)|ergab(?:en)?|ergeben|argumentier(?:en|t|te|ten)|beobacht(?:en|et|ete|eten)|schätz(?:en|t|te|ten)|schreib(?:en|t)|schrieb(?:en)?|betont?(?:en)?|behaupt(?:en|et|ete|eten)|warn(?:en|t|te|ten)|schließen|folgern|nennen|messen|maßen|leg(?:en|t|te|ten) nahe|weis(?:en|t) (?:darauf|nach)|deut(?:en|et) darauf|komm(?:en|t) zu (?:dem|der)|kam(?:en)? zu (?:dem|der)|ha(?:t|ben) (?:\p{L}+ ){0,6}?(?:gezeigt|herausgefunden|ergeben|nachgewiesen|festgestellt|gefunden|berichtet|belegt)|konnten? (?:\p{L}+ ){0,6}?(?:zeigen|nachweisen|belegen))(?!\p{L})`;
const GERMAN_WORK = String.raw`(?:Studien?|Untersuchung(?:en)?|Umfragen?|Erhebung(?:en)?|Analysen?|Metaanalysen?|Experimente?|Berichte?|Forscher(?:innen)?|Forschende|Wissenschaftler(?:innen)?|Ökonomen|Psycholog(?:en|innen)|Expert(?:en|innen)|Autor(?:en|innen)|Kritiker|Fachleute)`;
const GERMAN_SOME = String.raw`(?:[Ee]ine[rn]?|[Mm]ehrere|[Vv]iele|[Ee]inige|[Zz]ahlreiche|[Vv]erschiedene|[Nn]eue(?:re|ste)?|[Aa]ktuelle|[Jj]üngere|[Jj]üngste|[Ff]rühere|[Ää]ltere|[Ww]eitere|[Aa]ndere|[Zz]wei|[Dd]rei)`;

const GERMAN: Tongue = {
  figure:
    /(?<![\p{L}\d])\d[\d.,]*\s?(?:%|‰|Prozent(?:punkte?)?(?!\p{L})|Promille|Millionen|Milliarden|Billionen|(?:Mio|Mrd|Tsd)(?:\.|(?!\p{L}))|Teilnehme(?:r|nde)\p{L}*|Patient(?:en|innen)|Proband(?:en|innen)|Befragte\p{L}*|Personen|Menschen)|(?<!\p{L})(?:\d+[-\s]?fach|doppelt so|dreimal so|halb so)(?!\p{L})/u,
  amount:
    /(?<![\p{L}\d])(?:\d[\d.,]*\s?(?:€|Euro|Dollar|Franken|Cent|kg|Kilogramm|Gramm|g|Tonnen|t|Liter|l|km|Kilometer|Meter|m|cm|Stunden|Minuten|Tage|Jahre|kWh|MWh|GWh|TWh|MW|GW|°C|Grad|Gigabyte|GB|TB)(?![\p{L}/]|-\p{L})|€\s?\d[\d.,]*)/u,
  general:
    /(?<!\p{L})(?:(?:pro|je) (?:Kopf|Person|Haushalt|Einwohner|Jahr|Monat|Woche|Tag|Stunde|Quadratmeter|Hektar|Tonne|Kilogramm|Kilometer|Liter|Kind|Schüler|Patient)|durchschnittlich\p{Ll}*|im (?:Schnitt|Mittel|Durchschnitt)|jährlich\p{Ll}*|täglich\p{Ll}*|(?:stieg|stiegen|steigt|steigen|sank|sanken|sinkt|sinken|fiel|fielen|wuchs|wuchsen|wächst|erhöhte|verringerte|verdoppelte)(?!\p{L})[^.;]{0,60}? (?:um|auf|von)|betrug|betrugen|beträgt|betragen|(?:lag|liegt|lagen|liegen) (?:im Jahr \d{4} |\d{4} )?bei)(?!\p{L})/u,
  attribution: new RegExp(
    [
      String.raw`(?<!\p{L})[Ll]aut (?!Plan|Anleitung|Handbuch|Abschnitt|Tabelle|Abbildung|Definition|Kapitel|Gleichung)(?:(?:eine[rms]|de[rmns]|diese[rm]|\p{Ll}+en) ){0,3}\p{Lu}\p{L}+`,
      String.raw`(?<!\p{L})[Nn]ach (?:Angaben|Aussagen?|Ansicht|Auffassung|Einschätzung|Schätzungen|Berechnungen|Erkenntnissen|Darstellung|Meinung) (?:de[rs]|von|eine[rs])(?: \p{L}+)?`,
      String.raw`(?<!\p{L})[Gg]emäß (?:eine[rm]|de[rmn]) (?:\p{Ll}+en )?${GERMAN_WORK}`,
      String.raw`(?:[Ee]ine[rm]|[Dd]e[rmn]|[Mm]ehreren|[Vv]ielen|[Ee]inigen) (?:\p{L}+ ){0,4}?zufolge`,
      String.raw`(?<!\p{L})[Ww]ie (?!ich|wir|man|oben|unten|gesagt)(?:\p{L}+ ){1,5}?(?:berichtet|schreibt|zeigt|berichten|schreiben|zeigen)(?!\p{L})`,
      String.raw`\p{Lu}[\p{L}-]+ (?:et al\.?|u\. ?a\.|und (?:Kolleg(?:en|innen)|Mitarbeiter)) (?:\([^()]{0,40}\) )?(?:\p{Ll}+ ){0,3}?${GERMAN_SAYS}`,
      String.raw`(?<!\p{L})${GERMAN_SOME} (?:\p{L}+ ){0,3}?${GERMAN_WORK} (?:[\p{L}\d-]+ ){0,6}?${GERMAN_SAYS}`,
      String.raw`(?:^|[.:;] )(?:Studien|Untersuchungen|Umfragen|Metaanalysen|Forscher(?:innen)?|Forschende|Wissenschaftler(?:innen)?|Experten) (?:[\p{L}\d-]+ ){0,6}?${GERMAN_SAYS}`,
      String.raw`[Ee]s (?:wurde|ist) (?:\p{Ll}+ ){0,3}?(?:gezeigt|nachgewiesen|berichtet|belegt) worden|[Ee]s wurde (?:\p{Ll}+ ){0,3}?(?:gezeigt|nachgewiesen|berichtet|belegt)`,
    ].join('|'),
    'u',
  ),
  own: /(?<!\p{L})(?:[Ww]ir|[Ii]ch|[Uu]ns|[Uu]nser(?:e[mnrs]?)?|[Mm]ir|[Mm]ich|[Mm]ein(?:e[mnrs]?)?)(?!\p{L})/u,
  noClaim:
    /\?["”“)]*\s*$|^(?:Wenn|Falls|Angenommen|Bitte|Stell|Nehmen wir an|TODO)(?!\p{L})|^\p{Lu}\p{Ll}+e?n Sie(?!\p{L})|(?<!\p{L})(?:würden?|sollten?|könnten?|definiert|bezeichne[nt]|nennt man|heißt|siehe)(?!\p{L})/u,
};

const CHINESE_SAYS =
  '(?:表明|发现|显示|指出|证实|证明|认为|报告|报道|提出|观察到|估计|警告|声称|表示|得出|揭示|注意到)';

const CHINESE: Tongue = {
  figure:
    /百分之[\p{Script=Han}\d.]+|(?:平均|人均)[^，,。；;]{0,15}?\d[\d.,]*\s?(?:小时|分钟|公斤|千克|克|公里|厘米|米|吨|升|度|岁|年|天|次|(?:美|欧|日)?元)|\d[\d.,]*\s?(?:[%％‰倍]|[万亿]{1,2}(?:美元|欧元|日元|英镑|元)?|个百分点|多?[名位例](?:\p{Script=Han}{0,4}(?:者|人|员|生|童|成人|病例)))|[一二两三四五六七八九十]+(?:成|倍)(?!功|为|立|本|员|果|熟|长|分)/u,
  attribution: new RegExp(
    [
      // "据" alone ends many a word ("数据"): it must begin a clause.
      `(?:根据|依据|按照|(?<![\\p{Script=Han}\\p{L}\\d])据)[^，,。；;、：:（(]{0,30}?(?:报道|报告|统计|调查|研究|数据|消息|介绍|透露|估计|估算|说法)(?=[，,]|${CHINESE_SAYS})`,
      `(?:研究|研究人员|研究者|研究团队|科研人员|科学家|学者|专家)们?[^，,。；;：:]{0,4}?${CHINESE_SAYS}`,
      `(?:文献|综述|调查|报告|荟萃分析|元分析|统计数据)${CHINESE_SAYS}`,
      `[\\p{Script=Han}\\p{L}.&\\s]{1,24}等(?:人|学者|研究者|团队|机构|(?=[（(])|(?=${CHINESE_SAYS}))(?:[（(][^（()）]{0,12}[)）])?[^，,。；;]{0,8}?${CHINESE_SAYS}`,
      `[\\p{Script=Han}\\p{L}]{2,12}(?:教授|博士|团队|课题组|大学|研究所|研究院|卫生组织|统计局|委员会)(?:的[^，,。；;]{1,10}?)?${CHINESE_SAYS}`,
    ].join('|'),
    'u',
  ),
  own: /我们|(?<!自)我(?![国市省军党校])|咱|本人|笔者|本文|本研究|本实验|本项目|本组/u,
  noClaim:
    /[?？吗呢][”」）)]*\s*$|^(?:如果|假如|假设|假定|若|倘若|请|建议|注意|待办|计划|打算)|(?:定义为|称为|称作|是指|简称|参见|详见)/u,
};

const SOME_BEFORE = 12;

/** Undefined where there is no sign, and where the sentence is the writer's own or no claim at all. */
export function foreignSignsOf(text: string, language: 'de' | 'zh'): Signs | undefined {
  const { figure, amount, general, attribution, own, noClaim } = language === 'de' ? GERMAN : CHINESE;
  if (noClaim.test(text)) return undefined;
  const given = attribution.exec(text);
  // "Unsere Studien zeigen", "根据我们的数据": given to nobody but the writer.
  const isOthers =
    given && !own.test(text.slice(Math.max(0, given.index - SOME_BEFORE), given.index) + given[0]);
  const number = figure.exec(text) ?? (general?.test(text) === true ? amount?.exec(text) : null);
  if (!isOthers && (!number || own.test(text))) return undefined;
  const kind: ClaimKind = number ? 'statistic' : 'attribution';
  const words = [number?.[0], isOthers ? given[0] : undefined]
    .filter((found) => found !== undefined)
    .map((found) => found.trim());
  return { kind, words, places: [] };
}
