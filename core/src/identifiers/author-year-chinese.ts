/**
 * Finds author-year citations as Chinese writes them: "张三等人（2023）指出", "（张三等，2023）", "（王伟，2021）".
 * Words run on without blanks, so a name must be told by "等" (and others), or by its surname in brackets of its own.
 */
import type { IdentifierMatch } from './model.ts';

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方姚谭廖邹熊陆郝孔白崔康毛邱秦史顾侯邵孟龙段钱汤尹黎易贺赖龚])';
const YEAR = '((?:1[89]\\d|20[0-3])\\d[a-k]?)(?:年)?';
/** A name ends in no word for a place or for what was counted. */
const NAME = `${SURNAME}\\p{sc=Han}{1,2}(?<![州市省县区国会年月日等])`;
const MORE = `(?:[、和与及]${NAME}){0,3}`;
const OTHERS = '等(?:人|学者)?';

const FORMS: readonly { readonly pattern: RegExp; readonly narrative: boolean }[] = [
  { pattern: new RegExp(`(${NAME})${MORE}(?:${OTHERS})\\s?[（(]${YEAR}[）)]`, 'gu'), narrative: true },
  {
    pattern: new RegExp(
      `(?<=[（(；;]\\s?(?:参见|见|参考|如)?)(${NAME})${MORE}(?:${OTHERS}[，,]?|[，,])\\s?${YEAR}(?=\\s?[）)；;，,])`,
      'gu',
    ),
    narrative: false,
  },
  {
    pattern: new RegExp(
      `(?<!\\p{sc=Han})(${NAME})${MORE}\\s?[（(]${YEAR}[）)](?=(?:也|还|曾|首次|进一步)?(?:指出|发现|认为|提出|表明|报告|证明|观察|研究|显示|的研究))`,
      'gu',
    ),
    narrative: true,
  },
];

const HAN = /\p{sc=Han}/u;

/** In order of the forms; `id` is the first author's name and the year: "张三 2023". */
export function findChineseAuthorYears(text: string): IdentifierMatch[] {
  if (!HAN.test(text)) return [];
  const matches: IdentifierMatch[] = [];
  for (const { pattern, narrative } of FORMS)
    for (const found of text.matchAll(pattern)) {
      const [whole, name, year] = found;
      if (name === undefined || year === undefined) continue;
      const span = { start: found.index, end: found.index + whole.length };
      if (matches.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
      const start = found.index + whole.lastIndexOf(year);
      matches.push({
        type: 'author-year',
        id: `${name} ${year}`,
        span,
        idSpan: { start, end: start + year.length },
        ...(narrative && { narrative }),
      });
    }
  return matches;
}
