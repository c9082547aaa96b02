/**
 * The signs of claims in German and Chinese, where the model abstains but for two things that need no model: figures with units, and
 * findings or statements that are given to somebody. The writer's own, questions, steps, suppositions and definitions are left alone.
 */
import type { ClaimKind } from './model.ts';
import type { Signs } from './kinds.ts';
import { GERMAN } from './german-signs.ts';

export interface Tongue {
  readonly figure: RegExp;
  /** An amount with a plain unit, which recipes and logs are full of. */
  readonly amount?: RegExp;
  /** Words that make such an amount a statement about many cases or about a change. */
  readonly general?: RegExp;
  readonly attribution: RegExp;
  /** Words by which writers speak of themselves. */
  readonly own: RegExp;
  /** What they write of their own runs, steps, plans and days without speaking of themselves; holds for figures alone. */
  readonly ownRun?: RegExp;
  /** What asserts nothing, whatever figures stand in it. */
  readonly noClaim: RegExp;
}

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
  const { figure, amount, general, attribution, own, ownRun, noClaim } = language === 'de' ? GERMAN : CHINESE;
  if (noClaim.test(text)) return undefined;
  const given = attribution.exec(text);
  // "Unsere Studien zeigen", "根据我们的数据": given to nobody but the writer.
  const isOthers =
    given && !own.test(text.slice(Math.max(0, given.index - SOME_BEFORE), given.index) + given[0]);
  const number = figure.exec(text) ?? (general?.test(text) === true ? amount?.exec(text) : null);
  if (!isOthers && (!number || own.test(text) || ownRun?.test(text) === true)) return undefined;
  const kind: ClaimKind = number ? 'statistic' : 'attribution';
  const words = [number?.[0], isOthers ? given[0] : undefined]
    .filter((found) => found !== undefined)
    .map((found) => found.trim());
  return { kind, words, places: [] };
}
