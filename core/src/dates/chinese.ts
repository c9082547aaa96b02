/**
 * Dates in Chinese writing: 2024年3月18日, 二〇二四年, 2024年第一季度, 九十年代; and those read from another day: 去年三月, 上个月,
 * 两年前, 最近三个月, 目前. Japanese shares most of the absolute ones.
 */
import { daysInMonth } from './calendar-date.ts';
import { chineseNumber } from './chinese-numbers.ts';
import type { Edge, Season, Unit } from './lexicon.ts';
import type { Found, Meaning, Point } from './meaning.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface Kind {
  readonly pattern: RegExp;
  readonly meaning: (groups: Groups) => Meaning | undefined;
}

export function chineseDates(text: string): Found[] {
  if (!HAN.test(text)) return [];
  const all: Found[] = [];
  for (const { pattern, meaning } of KINDS)
    for (const match of text.matchAll(pattern)) {
      const groups: Groups = match.groups ?? {};
      const read = meaning(groups);
      if (!read) continue;
      const edge = EDGES[groups['edge']?.charAt(0) ?? ''];
      const place = { from: -1, to: -1, start: match.index, end: match.index + match[0].length };
      all.push({ ...place, meaning: read, ...(edge ? { edge } : {}) });
    }
  // Of those that begin at the same place the longest, of those that overlap the first.
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Found[] = [];
  for (const one of all) if (one.start >= (found.at(-1)?.end ?? 0)) found.push(one);
  return found;
}

const HAN = /[\u4e00-\u9fff]/;
const EDGES: Readonly<Record<string, Edge>> = {
  初: 'start',
  上: 'start',
  中: 'mid',
  底: 'end',
  末: 'end',
  下: 'end',
  后: 'end',
};

const NUMBER = String.raw`(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})`;
const SOME = `(?:${NUMBER}|几|数|多|(?<![上下前后大])半)`;
const UNIT = '(?<unit>年|个?月|个?星期|个?礼拜|周|天|日|个?季度|个?世纪)';
const YEAR = String.raw`(?<![\d.〇零一二三四五六七八九])(?<year>\d{4}|[一二][〇零一二三四五六七八九]{3})\s?年`;
const SHIFTED_YEAR = '(?<which>今年|本年|去年|前年|明年|后年)';
/** What may follow a year. */
const PART = String.raw`\s?(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?(?:\s?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]|(?<edge>初|上旬|中旬?|下旬|底|末))?|第?(?<quarter>[一二三四1-4])季度|\s?Q(?<label>[1-4])|(?<half>[上下]半年)|(?<season>[春夏秋冬])[天季]?(?!节))`;

/** 最近 is the nearest as well, 当前 the current state of a program, 未来 what a model predicts: only what speaks of research counts. */
const KINDS: readonly Kind[] = [
  { pattern: new RegExp(`${YEAR}(?:${PART})?`, 'g'), meaning: inYear },
  { pattern: new RegExp(`${YEAR}(?:年)?(?<edge>[初中底末])`, 'g'), meaning: inYear },
  { pattern: new RegExp(`${SHIFTED_YEAR}(?:${PART})?`, 'g'), meaning: inShiftedYear },
  { pattern: new RegExp(`${SHIFTED_YEAR}年?(?<edge>[初中底末])`, 'g'), meaning: inShiftedYear },
  { pattern: /(?<year>\d{4})\s?(?:财年|财政年度|学年)/g, meaning: inYear },
  {
    pattern:
      /(?<![\d年.])(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]|(?<![上下半])(?<half>[上下]半年)/g,
    meaning: pointOf,
  },
  // The second month of 2023年3月到5月.
  { pattern: /(?<=月\s?[到至—–-]\s?)(?<month>\d{1,2})\s?月/g, meaning: pointOf },
  {
    pattern: /公元前\s?(?<year>\d{1,4})\s?年/g,
    meaning: ({ year }) => ({ type: 'point', year: Number(year), before: true }),
  },
  {
    pattern:
      /(?:(?<century>\d{1,2}|[十一二]{1,3}|上个?|本)世纪)?(?<decade>[二三四五六七八九]十|\d0)年代(?<edge>初|中期?|末|后期)?/g,
    meaning: decadeOf,
  },
  {
    pattern: /(?<century>(?<!\d)\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?<edge>初|中叶|末)?(?!\d)/g,
    meaning: ({ century = '' }) => {
      const number = chineseNumber(century);
      return number === undefined || number > 30
        ? undefined
        : { type: 'century', century: number, before: false };
    },
  },
  {
    pattern: /(?<which>[大]?前天|昨[天日]|今[天日]|明[天日]|后天)/g,
    meaning: ({ which = '' }) => shift('D', DAYS[which.replace('日', '天')]),
  },
  {
    pattern:
      /(?<which>上|这|本|下)个?(?<unit>月|周末|周|星期|礼拜|季度|世纪)(?:(?<=月)(?<edge>初|中旬?|底|末)|(?<rest>[一二三四五六日天]))?(?![一二三四五六日天级])/g,
    meaning: shiftedUnit,
  },
  {
    pattern: new RegExp(
      `(?<count>${SOME})${UNIT}(?<part>半)?(?:之|以)?(?<side>前|后)(?![端者缀沿台处向期])`,
      'g',
    ),
    meaning: ago,
  },
  {
    pattern: new RegExp(
      `(?<which>最近|过去|近|未来)的?(?<count>${SOME})(?:${UNIT})(?<part>半)?(?:来|里|内|间)?`,
      'g',
    ),
    meaning: lately,
  },
  {
    pattern: /近年来?/g,
    meaning: () => ({ type: 'duration', unit: 'Y', amount: undefined, side: -1, from: 'anchor' }),
  },
  {
    pattern:
      /(?:截[至止]|到)?目前(?:为止)?|迄今(?:为止)?|至今|如今|现阶段|时至今日|当今|现今|眼下|当前(?=[，,]|的?(?:最(?:好|强|先进|大|流行|新)|主流|多数|大多|大部分|研究|学界|业界|大模型|大语言模型|人工智能|方法|经济|形势))/g,
    meaning: () => ({ type: 'reference', value: 'PRESENT_REF' }),
  },
  {
    pattern:
      /近期|近日|前不久|不久前|最近(?=[，,]|有(?!关|效)|出现|提出|发表|发布|兴起|流行|取得|的?(?:研究|工作|论文|进展|文献|调查|一项|一篇))/g,
    meaning: () => ({ type: 'reference', value: 'PAST_REF' }),
  },
  {
    pattern: /(?:不久的)?将来|未来(?=将(?!来)|可以|有望)/g,
    meaning: () => ({ type: 'reference', value: 'FUTURE_REF' }),
  },
];

const YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 前年: -2, 明年: 1, 后年: 2 };
const DAYS: Readonly<Record<string, number>> = { 大前天: -3, 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };
const SIDES: Readonly<Record<string, -1 | 0 | 1>> = { 上: -1, 这: 0, 本: 0, 下: 1 };
const SEASONS: Readonly<Record<string, Season>> = { 春: 'SP', 夏: 'SU', 秋: 'FA', 冬: 'WI' };

const shift = (unit: Unit, amount: number | undefined): Meaning | undefined =>
  amount === undefined ? undefined : { type: 'shift', unit, amount, from: 'anchor' };

function unitOf(written = ''): Unit {
  if (written.includes('周末')) return 'WE';
  if (/[天日]$/.test(written)) return 'D';
  if (/(?:周|星期|礼拜)$/.test(written)) return 'W';
  if (written.endsWith('月')) return 'M';
  if (written.endsWith('季度')) return 'Q';
  return written.endsWith('世纪') ? 'CE' : 'Y';
}

/** Undefined when no such day exists. */
function pointOf({ month, day, quarter, label, half, season }: Groups): Point | undefined {
  const [m, d] = [month, day].map((written) =>
    written === undefined ? undefined : (chineseNumber(written) ?? 0),
  );
  if (m !== undefined && (m < 1 || m > 12)) return undefined;
  if (d !== undefined && (d < 1 || d > daysInMonth(2000, m ?? 1))) return undefined;
  const q = quarter ?? label;
  const name = SEASONS[season ?? ''];
  return {
    type: 'point',
    ...(m === undefined ? {} : { month: m }),
    ...(d === undefined ? {} : { day: d }),
    ...(q === undefined ? {} : { quarter: chineseNumber(q) ?? 1 }),
    ...(half === undefined ? {} : { half: half.startsWith('上') ? 1 : 2 }),
    ...(name === undefined ? {} : { season: name }),
  };
}

function inYear(groups: Groups): Point | undefined {
  const year = chineseNumber(groups['year'] ?? '') ?? 0;
  const point = pointOf(groups);
  if (!point || year < 1000) return undefined;
  if (point.day !== undefined && point.day > daysInMonth(year, point.month ?? 1)) return undefined;
  return { ...point, year };
}

function inShiftedYear(groups: Groups): Meaning | undefined {
  const amount = YEARS[groups['which'] ?? ''] ?? 0;
  const point = pointOf(groups);
  if (!point) return undefined;
  return Object.keys(point).length === 1
    ? shift('Y', amount)
    : { ...point, yearShift: { amount, from: 'anchor', whole: true } };
}

/** 九十年代 is of the last century unless it says otherwise; 一十, 二十 of this one are not written so. */
function decadeOf({ century, decade = '' }: Groups): Meaning | undefined {
  const tens = (chineseNumber(decade) ?? 0) / 10;
  const hundreds =
    century === undefined || century.startsWith('上')
      ? 19
      : century === '本'
        ? 20
        : (chineseNumber(century) ?? 0) - 1;
  if (hundreds < 0 || (century === undefined && tens < 3)) return undefined;
  return { type: 'decade', decade: hundreds * 10 + tens };
}

/** 上个月, 下周, 上周五: a day of that week. */
function shiftedUnit({ which = '', unit, rest }: Groups): Meaning | undefined {
  const amount = SIDES[which] ?? 0;
  const kind = unitOf(unit);
  if (rest === undefined) return shift(kind, amount);
  if (kind !== 'W') return undefined;
  const weekday = '一二三四五六日'.indexOf(rest.replace('天', '日')) + 1;
  return { type: 'weekday', weekday, amount, ofWeek: true };
}

/** 两年前, 几个月后; 多年前 tells no number. */
function ago({ count, part, unit, side }: Groups): Meaning {
  const sign = side === '前' ? -1 : 1;
  return {
    type: 'shift',
    unit: unitOf(unit),
    amount: sign * (counted(count, part) ?? Infinity),
    from: side === '前' ? 'anchor' : 'reference',
  };
}

/** 最近三个月, 过去几年, 未来两年. */
function lately({ which, count, part, unit }: Groups): Meaning {
  const side = which === '未来' ? 1 : -1;
  return { type: 'duration', unit: unitOf(unit), amount: counted(count, part), side, from: 'anchor' };
}

/** 两, 半 and the 一 … 半 of 一年半. */
function counted(count = '', part?: string): number | undefined {
  const whole = count === '半' ? 0.5 : chineseNumber(count);
  return whole === undefined || part === undefined ? whole : whole + 0.5;
}
