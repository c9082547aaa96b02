/** Whether a four-digit number is a year: "in 2017" is, "2000 participants", "GPT-2024" and "pp. 1999–2003" are not. */
import type { Cursor } from './cursor.ts';

/** Words after which a number is a year unless something speaks against it. */
const YEAR_BEFORE =
  /(?:^|[\s([“"'—–-])(?:in|since|by|until|till|from|during|before|after|between|through|throughout|and|to|of|the|early|late|mid|around|about|circa|ca\.|c\.|spring|summer|fall|autumn|winter|as|im|seit|bis|anno|jahr|year|years|for|on|fiscal|session|edition|conference|published|released|accessed|dated|copyright|©)[\s-]+(?:the (?:years? )?)?$/i;
/** What makes a number something else. */
const NOT_YEAR_BEFORE =
  /(?:[$€£#=<>≤≥≈×*^+/\\@_:]|[=<>≤≥≈×+]\s|[\w]\.|\b(?:pp?|vol|no|nos|figs?|figures?|tables?|eq|section|sec|table|chapter|line|lines|page|pages|room|route|highway|interstate|flight|suite|apartment|locker|film|movie|novel|port|step|steps|epoch|seed|size|top|rtx|gtx|windows|model|version|release|rfc|iso|issue|pr|layer|length|dimension|dim|isbn|n|k|N|about|over|than|least|most|nearly|almost|up to|roughly|approximately|only|total of|these|all|another|every|each|per)[\s.:-]*)$/i;
const COUNTED_AFTER =
  /^(?:\s?(?:%|‰|×|x\b|k\b|K\b|M\b|B\b|px|ms|s\b|h\b|GB|MB|KB|TB|Hz|kHz|MHz|GHz|km|cm|mm|m\b|kg|g\b|°|tokens?|words?|steps?|samples?|examples?|images?|papers?|people|participants?|users?|hours?|minutes?|seconds?|days|weeks|months|years|epochs?|GPUs?|iterations?|episodes?|frames?|points?|dollars?|euros?|pounds|yen|yuan|USD|EUR|GBP|CHF|JPY|CNY|RMB|percent|million|billion|thousand|or more|different|unique|random|distinct|total)\b)|^\s(?:DAYS|HOURS|WEEKS|MONTHS|YEARS)\b|^[-–](?:dim|token|word|step|way|bit|class|hour|day|year|page|line|d\b)|^[.,:]\d|^\.[a-z]|^-(?:0\d{3}|\d{5})|^[\w_/\\=^*]|^\s?[×^*=<>+]|^[-–]\w*[A-Za-z]/;
/** Chinese measure words: 2024条 is a count. */
const MEASURED_AFTER = /^\s?[条個个名种種篇张張位份项項次人件台家例组組只隻字本頁页幅颗首部封道座块]/;
/** A number stuck to Chinese words that no date follows: 房间2020. What 年 follows is read elsewhere. */
const HAN_BEFORE = /\p{Script=Han}$/u;
const HAN_LEAD = /[于在自从到至止截与和及或年期春夏秋冬]$/;
/** The year in the name of a collection of data says how old the collection is, not what is said of it. */
const DATA_NAME =
  /\b(?:COCO|VOC|ImageNet|DAVIS|KITTI|LibriSpeech|MS ?MARCO|AIME|HMMT|AMC|BraTS|ISIC|PhysioNet)[ -]$/;
const PLURAL_AFTER = /^\s(?:[a-z-]+\s)?([a-z]{3,}[^su\W]s)\b/;
/** Years far from ours need a plain preposition of time. */
const FAR_YEAR_BEFORE =
  /\b(?:in|since|by|until|till|during|circa|ca\.|c\.|anno|im|jahr|year|early|late|mid)[\s-]+$/i;
/** "The treaty of 1648". */
const OF_EVENT =
  /\b(?:treaty|peace|war|battle|siege|revolt|rebellion|revolution|fire|plague|famine|edict|act|coup) of $/i;
const NOT_PLURAL =
  /^(?:was|has|is|its|this|does|gas|has|yes|across|versus|always|perhaps|less|unless|towards|besides|sees|shows|says|brings|gives|makes|saw|marks|results|elections|presents)$/;

export function isYearInContext(c: Cursor, i: number): boolean {
  const token = c.token(i);
  if (!token) return false;
  const year = token.number;
  const before = c.text.slice(Math.max(0, token.start - 28), token.start);
  const after = c.text.slice(token.end, token.end + 28);
  if (COUNTED_AFTER.test(after) || MEASURED_AFTER.test(after)) return false;
  if (DATA_NAME.test(before)) return false;
  // The title of a book.
  if (/["“]$/.test(before) && /^["”]/.test(after)) return false;
  if (endOfYears(c, i, before)) return true;
  if (HAN_BEFORE.test(before) && !HAN_LEAD.test(before)) return false;
  const short = /^[-–](\d{1,2})(?!\d)/.exec(after);
  if (short && (Number(short[1]) <= year % 100 || /^[-–]\d{1,2}(?!\d)(?:[-–]\d|[A-Za-z_])/.test(after)))
    return false;
  // The second year of "pp. 1999–2003" is what the first is.
  if (c.gap(i - 1) === 'dash' && c.year(i - 1) !== undefined) {
    // More than two in a row are no range of years; asking each of the one before it would have no end.
    if (c.gap(i - 2) === 'dash' && c.year(i - 2) !== undefined) return false;
    if (!isYearInContext(c, i - 1)) return false;
  }
  // Stuck to a word or a number: "GPT-2024", "CVE-2021-44228", "12-2020".
  if (
    /[\w.)\]][-–]$/.test(before) &&
    !/(?:\b(?:mid|early|late|pre|post)|\b(?:1[5-9]|20)\d\d)[-–]$/i.test(before)
  )
    return false;
  const led = YEAR_BEFORE.test(before);
  if (NOT_YEAR_BEFORE.test(before) && !/\b(?:about|around|over|model|release|version)\s$/i.test(before))
    return false;
  const plural = PLURAL_AFTER.exec(after)?.[1];
  const counted = plural !== undefined && !NOT_PLURAL.test(plural);
  if (counted && (year % 100 === 0 || (!led && !/[A-Z][\w.’']*\s$/.test(before)))) return false;
  if (year < 1700 && OF_EVENT.test(before)) return true;
  if (year < 1700 || year > 2060)
    return FAR_YEAR_BEFORE.test(before) && !counted && year <= 2200 && !(year === 1024 || year % 1000 === 0);
  if (year % 100 === 0 && /\b(?:of|to|and|for|the|on|a)[\s-]+$/i.test(before))
    return /\b(?:end|beginning|start|middle|years?|summer|spring|winter|autumn|fall|early|late|as) of (?:the year )?$/i.test(
      before,
    );
  if (year < 1900 || year % 100 === 0 || year === 2048) return led || /[a-zA-Z.]\s\(\s*$/.test(before);
  return true;
}

/** One end of "1775–1780": two years, the later one second, in a place where no page numbers stand. */
function endOfYears(c: Cursor, i: number, before: string): boolean {
  if (
    /\b(?:pp?|pages?|lines?|vol|no|rows?|ids?)[\s.:]*(?:\d+[-–])?$/i.test(before) ||
    /[$€£#=.:/]$/.test(before)
  )
    return false;
  const first = c.gap(i) === 'dash' && c.year(i + 1) !== undefined ? i : i - 1;
  const from = c.year(first);
  const to = c.year(first + 1);
  if (
    from === undefined ||
    to === undefined ||
    c.gap(first) !== 'dash' ||
    from >= to ||
    to > 2100 ||
    to - from > 200
  )
    return false;
  return (
    !/[-–\w]/.test(c.before(c.token(first)?.start ?? 0)) &&
    !/^[-–\w.]\w/.test(c.text.slice(c.token(first + 1)?.end ?? 0, (c.token(first + 1)?.end ?? 0) + 2))
  );
}
