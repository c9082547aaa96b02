/** Expressions read from another day: "today", "currently", "last year", "the next day", "Friday", "that month", "so far". */
import type { Cursor } from './cursor.ts';
import { bareUnit } from './bare-units.ts';
import { after, before, one, spanning } from './around.ts';
import { isMorning } from './german.ts';
import type { Found, Meaning } from './meaning.ts';
import { weekday } from './weekdays.ts';

export function relativeExpression(c: Cursor, i: number): Found | undefined {
  const word = c.token(i)?.word;
  switch (word?.kind) {
    case 'deictic':
      // "YTD" is the year to date and "TMR" a circuit: what messages write short is written small.
      if (/^(?!TODAY|TOMORROW|YESTERDAY)[A-Z]+$/.test(c.text.slice(c.token(i)?.start, c.token(i)?.end)))
        return undefined;
      if (isMorning(c, i)) return undefined;
      return one(c, i, { type: 'shift', unit: 'D', amount: word.days, from: 'anchor' });
    case 'reference':
      return reference(c, i, word.value);
    case 'weekday':
      return weekday(c, i);
    case 'shift':
      return shifted(c, i);
    case 'unit':
      return bareUnit(c, i);
    default:
      return undefined;
  }
}

function reference(
  c: Cursor,
  i: number,
  value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF',
): Found | undefined {
  const lower = c.token(i)?.lower;
  if (/[-\w/_.@#]$/.test(before(c, i, 1)) || /^[_/@\w]/.test(after(c, i, 1))) {
    if (!/^-/.test(after(c, i, 1))) return undefined;
  }
  if (lower === 'former') {
    // "the former" of two, against "a former colony", "the former Yugoslavia".
    if (/\bthe $/i.test(before(c, i, 4)) && !/^ [A-Z]/.test(after(c, i, 2))) return undefined;
    return /^ [A-Za-z]/.test(after(c, i, 2)) &&
      !/^ (?:is|was|are|were|and|or|has|uses|to|in|of|case|approach|method|one)\b/.test(after(c, i))
      ? one(c, i, { type: 'reference', value })
      : undefined;
  }
  if (
    lower === 'soon' &&
    (/\b(?:as|too|how|very|so) $/i.test(before(c, i, 5)) || /^ (?:as|after|before)\b/.test(after(c, i)))
  )
    return undefined;
  if (lower === 'now' && isDiscourse(c, i)) return undefined;
  if (
    lower === 'recently' &&
    /\b(?:least|most) $/i.test(before(c, i, 6)) &&
    /^ (?:used|seen|added|accessed|visited)\b/.test(after(c, i))
  )
    return undefined;
  if (lower === 'soon' && /\b(?:we|I|you)(?: will|['’]ll| are| shall)? $/i.test(before(c, i, 12)))
    return undefined;
  if (
    lower === 'soon' &&
    !/(?:\b(?:will|shall|going|expected|due|may|could|might|would)|['’]ll) (?:\w+ ){0,3}$|\b(?:coming|released?|available|appear|follow|very|pretty) $/i.test(
      before(c, i, 32),
    )
  )
    return undefined;
  const found = one(c, i, { type: 'reference', value });
  return /\bright $/i.test(before(c, i, 6)) ? { ...found, start: found.start - 6 } : found;
}

/** The "now" of an explanation ("Now, consider", "we can now run"): it moves the reader on and names no time. */
function isDiscourse(c: Cursor, i: number): boolean {
  const token = c.token(i);
  if (token?.lower !== 'now') return false;
  const lead = before(c, i, 24);
  const rest = after(c, i);
  if (/\b(?:we|I|you)(?: (?:can|could|should|will|need|must)(?: \w+)?|['’]ll) $/i.test(lead))
    return !/^[.!?]/.test(rest);
  if (/\b(?:we|I) $/i.test(lead)) return EXPLAINING.test(rest);
  const opens =
    c.text.charAt(token.start) === 'N' && /(?:^|[.!?:]["”)]?\s+|\n\s*(?:[-*>]|\d+\.)?\s*|\()$/.test(lead);
  if (!opens) return /^ (?:that (?:we|you|I)|let|consider|suppose)\b/i.test(rest);
  return /^[,:]/.test(rest) || EXPLAINING.test(rest) || NEXT_STEP.test(rest);
}

/** Verbs by which a text leads its reader on. */
const EXPLAINING =
  /^ (?:let|let['’]s|lets|consider|suppose|assume|imagine|try|run|compute|think|take|add|go|open|create|click|install|set|define|note|say|given|use|build|describe|prove|turn|discuss|show|present|introduce|derive|examine|look|explain|review|study|analy[sz]e|move|return|state|give|need|want|have to|load|start|restart|check|copy|write|paste|select|enter|test|connect|deploy|import|save|download|switch|edit|change|update|replace|visit|navigate|execute|specify|call|pass|apply|plug|substitute|rewrite|observe|recall|notice|multiply|divide|differentiate|integrate|sum|pick|choose|fix|assign|train|push|commit|type|press|follow|repeat|evaluate|plot|configure|generate|extract|convert|remove|delete|insert|append)\b/i;
/** What else follows the "Now" of an explanation: "Now if you", "Now the above becomes", "Now I can run". */
const NEXT_STEP =
  /^ (?:if|when|to|for|here|here['’]s|there['’]s|hits?|an? \w+ \w+ \w+ can|(?:I|you|we|it|one) (?:can|could|must|should|tried|ran|run)|the (?:above|paper|question|problem|idea|code|loss|proof|claim|following))\b/i;

/** "last year", "the past decade", "this week", "that summer", "the same day", "the following March". */
function shifted(c: Cursor, i: number): Found | undefined {
  const word = c.word(i, 'shift');
  const token = c.token(i);
  if (!word || !token || !c.near(i)) return undefined;
  // "This coming week", "this past March": the second word tells which.
  if (token.lower === 'this' && /^(?:past|coming|next)$/.test(c.token(i + 1)?.lower ?? '')) {
    const inner = shifted(c, i + 1);
    return inner?.from === i + 1 ? { ...inner, from: i, start: token.start } : undefined;
  }
  const lower = token.lower;
  let at = i + 1;
  if (c.word(at, 'fiscal') && c.near(at) && c.word(at + 1, 'unit')?.unit === 'Y') at++;
  const definite = c.near(i - 1) && c.is(i - 1, 'the');
  let from = word.from;
  let start = i;
  if (definite) start = i - 1;
  if (definite && lower === 'next') from = 'reference';
  if (lower === 'that' && c.word(at, 'shift') !== undefined && c.is(at, 'same') && c.near(at)) at++;
  if (lower === 'same' && !definite && !(c.near(i - 1) && c.is(i - 1, 'that'))) return undefined;
  const unit = c.word(at, 'unit');
  const next = c.token(at);
  if (!next) return undefined;
  const season = c.word(at, 'season');
  const month = c.word(at, 'month');
  if (season || month) {
    if (month && !/^[A-Z]/.test(c.text.charAt(next.start))) return undefined;
    if (lower === 'recent' || lower === 'latest') return undefined;
    const meaning: Meaning = season
      ? { type: 'point', season: season.season, yearShift: { amount: word.amount, from } }
      : { type: 'point', month: month?.month ?? 1, yearShift: { amount: word.amount, from } };
    // "next Aug. 11"
    const gap = month ? c.gap(at) : undefined;
    const day = gap === 'space' || (gap === 'dot' && month?.short) ? c.day(at + 1) : undefined;
    if (
      day !== undefined &&
      meaning.type === 'point' &&
      !/^(?:[-–/:]|[.,]\d| \w+s\b)/.test(after(c, at + 1, 12))
    )
      return spanning(c, start, at + 1, { ...meaning, day });
    return spanning(c, start, at, meaning);
  }
  if (!unit) return undefined;
  if (unit.plural) {
    if (lower === 'that' || lower === 'same' || lower === 'this') return undefined;
    if (unit.unit === 'S' || unit.unit === 'T') return undefined;
    if (
      lower === 'previous' ||
      lower === 'subsequent' ||
      lower === 'preceding' ||
      lower === 'prior' ||
      lower === 'next' ||
      lower === 'following'
    )
      if (!definite) return undefined;
    return spanning(c, start, at, {
      type: 'duration',
      unit: unit.unit,
      amount: undefined,
      side: word.amount === 1 ? 1 : -1,
      from,
    });
  }
  if (unit.unit === 'H' || unit.unit === 'T' || unit.unit === 'S') {
    return lower === 'past' || lower === 'last' || lower === 'next'
      ? spanning(c, start, at, {
          type: 'duration',
          unit: unit.unit,
          amount: 1,
          side: word.amount === 1 ? 1 : -1,
          from,
        })
      : undefined;
  }
  if (/^(?:-|['’]s? (?:old)\b)/.test(after(c, at, 6)) && !/^-(?:end|earlier|ago)/.test(after(c, at, 8)))
    return undefined;
  if (lower === 'prior' && !definite) return undefined;
  if (lower === 'past') {
    const half =
      c.near(at) && c.is(at + 1, 'and') && c.is(at + 2, 'a') && c.is(at + 3, 'half') && c.near(at + 2);
    const amount = half ? 1.5 : 1;
    return spanning(c, start, half ? at + 3 : at, {
      type: 'duration',
      unit: unit.unit,
      amount,
      side: -1,
      from,
    });
  }
  if (lower === 'recent' || (lower === 'latest' && unit.unit !== 'Q')) return undefined;
  // "The last quarter of the network" is a fourth part.
  if (
    unit.unit === 'Q' &&
    /^ of (?!(?:the )?(?:last|next|this|fiscal|(?:19|20)\d\d|year))/.test(after(c, at, 20))
  )
    return undefined;
  if (definite && lower === 'last' && unit.unit !== 'Q')
    return /^ of\b/.test(after(c, at, 4)) || unit.unit === 'D'
      ? undefined
      : spanning(c, start, at, { type: 'duration', unit: unit.unit, amount: 1, side: -1, from });
  // "Costs will double over the next year": as long as that, from now.
  if (
    definite &&
    /^(?:next|coming)$/.test(lower) &&
    /\b(?:over|within|throughout|for) $/i.test(before(c, start, 12))
  )
    return spanning(c, start, at, {
      type: 'duration',
      unit: unit.unit,
      amount: unit.times,
      side: 1,
      from: 'anchor',
    });
  if (unit.unit === 'Q' && lower === 'last' && c.near(at) && c.is(at + 1, 'of') && c.near(at + 1)) {
    const year = c.year(at + 2);
    if (year !== undefined) return spanning(c, start, at + 2, { type: 'point', quarter: 4, year });
  }
  if (definite && lower === 'current') from = 'anchor';
  // "next week Monday"
  const weekday = unit.unit === 'W' && c.near(at) ? c.word(at + 1, 'weekday') : undefined;
  if (weekday && !weekday.short && from === 'anchor' && !definite)
    return spanning(c, start, at + 1, {
      type: 'weekday',
      weekday: weekday.weekday,
      amount: word.amount,
      ofWeek: true,
    });
  return spanning(c, start, at, { type: 'shift', unit: unit.unit, amount: word.amount * unit.times, from });
}
