/** Names in .bib files: "von Last, Jr, First", "First von Last", groups in braces, BibLaTeX's "family=…, given=…", "and others". */
import { nameOf } from '../csl-item.ts';
import { texToText } from './tex.ts';

export function authorsOf(value: string): {
  authors: { family: string; given?: string }[];
  complete: boolean;
} {
  const authors: { family: string; given?: string }[] = [];
  let complete = true;
  for (const name of namesOf(value)) {
    if (/^others$/i.test(name)) complete = false;
    // A name in braces is a group's, whole.
    else if (isBraced(name)) authors.push({ family: texToText(name) });
    else if (/^\s*(?:family|given|prefix|suffix)(?:-i)?\s*=/.test(name)) authors.push(namedParts(name));
    else {
      const parts = texToText(name).split(/\s*,\s*/);
      // "von Last, Jr, First".
      if (parts.length >= 3) authors.push({ family: parts[0] ?? '', given: parts[2] ?? '' });
      else authors.push(nameOf(texToText(name)));
    }
  }
  return { authors: authors.filter((author) => author.family !== ''), complete };
}

/** Whether one pair of braces holds all of it. */
function isBraced(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name.charAt(at) === '{') depth++;
    else if (name.charAt(at) === '}' && --depth === 0) return at === name.length - 1;
  }
  return false;
}

/** BibLaTeX's extended form: "family=Berg, given=Anna, prefix=van der". */
function namedParts(name: string): { family: string; given?: string } {
  const parts = new Map<string, string>();
  for (const part of name.split(/,(?![^{]*\})/)) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).trim(), texToText(part.slice(at + 1)));
  }
  const family = [parts.get('prefix'), parts.get('family')].filter((part) => part !== undefined).join(' ');
  const given = parts.get('given');
  return { family, ...(given === undefined ? {} : { given }) };
}

/** Split at "and" outside braces. */
export function namesOf(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const end = /[{}]|\s+and\s+/gi;
  for (let match = end.exec(value); match; match = end.exec(value)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth <= 0) {
      names.push(value.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  names.push(value.slice(start));
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
