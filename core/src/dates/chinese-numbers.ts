/** Numbers as Chinese writes them in dates: 二〇二四, 十八, 三十一, 两, 24. */

const DIGITS = '〇一二三四五六七八九';

/** Undefined for 几, 数, 多 and what is no number. */
export function chineseNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const plain = written.replaceAll('零', '〇').replaceAll('两', '二');
  if (/^[〇一二三四五六七八九]+$/.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  const tens = /^([一二三四五六七八九])?(十|百)([一二三四五六七八九])?$/.exec(plain);
  if (!tens) return undefined;
  const [, before, ten, after] = tens;
  const times = before === undefined ? 1 : DIGITS.indexOf(before);
  return times * (ten === '百' ? 100 : 10) + (after === undefined ? 0 : DIGITS.indexOf(after));
}
