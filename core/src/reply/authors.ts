/** Who a reply names beside an identifier, where that is no matter to hold against a work: bodies, and lists of names that look like titles. */

/** Laboratories and firms are named for papers that people signed; they look like family names. */
const KNOWN_BODIES = new Set(
  'alibaba amazon anthropic apple baidu cohere google huawei meta microsoft mistral moonshot nvidia qwen salesforce tencent'.split(
    ' ',
  ),
);
/** "McDonald" and "LeCun" are people, "DeepMind" and "ByteDance" are not. */
const PEOPLE = /^(?:Mc|Mac|Fitz|Le|La|De|Del|Della|Di|Da|Du|Van|Von|Ten|Ter|Al|El|St)\p{Lu}\p{Ll}+$/u;

/** As written: "OpenAI", "DeepSeek-AI", "MIT", "Meta". */
export function isBody(name: string): boolean {
  if (KNOWN_BODIES.has(name.toLowerCase()) || /^\p{Lu}{2,}$/u.test(name)) return true;
  return name.split('-').some((part) => /\p{Ll}\p{Lu}|^AI$/u.test(part) && !PEOPLE.test(part));
}

const WORD = String.raw`\p{Lu}[\p{L}.'’-]*`;
const listOf = (name: string): string => String.raw`${name}(?:, ${name})*,? (?:and|&) ${name}`;
const TWO_WORDS = String.raw`${WORD}(?: ${WORD})?`;
/** Longer names count beside a comma or a year: "Attention Sinks and Positional Bias" may be a title. */
const NAMES = new RegExp(
  String.raw`^(?:${listOf(WORD)}|${TWO_WORDS}, ${listOf(TWO_WORDS)}|${listOf(TWO_WORDS)}(?=,? \(?\d{4}))(?:,? \(?\d{4}[a-z]?\)?)?$`,
  'u',
);

/** "Deane, Morris and Buttenschoen 2023": capitalised as titles are, and none. */
export const isNameList = (text: string): boolean => NAMES.test(text);
