/** What is said of XML that is broken, and on which line something stands in it. The parsers themselves read what they can. */
import { XMLValidator, type XMLParser } from 'fast-xml-parser';
import type { LibraryFault } from '../model.ts';

/** One fault, where the file stops being XML; none for a sound file. */
export function brokenXml(path: string, text: string): LibraryFault[] {
  const sound = XMLValidator.validate(text.replace(/^\uFEFF/, ''));
  if (sound === true) return [];
  const { line, msg } = sound.err;
  const kept = 'what could be read of the file was kept.';
  // Elements left open are listed as JSON, with the place of the first: what is amiss is the end.
  return [
    msg.startsWith("Invalid '[")
      ? {
          path,
          line: text.trimEnd().split('\n').length - 1,
          message: `The file ends before its XML does, as a download does that was cut off; ${kept}`,
        }
      : {
          path,
          line: Math.max(0, line - 1),
          message: `The XML is broken here (${msg.replace(/[.\s]+$/, '')}); ${kept}`,
        },
  ];
}

/**
 * What a parser makes of XML, or of its part before the tag in which it breaks off: what a cut download held whole is kept.
 * Undefined where nothing parses.
 */
export function parseAsFar(parser: XMLParser, text: string): unknown {
  const before = text.lastIndexOf('<');
  for (const part of [text, text.slice(0, Math.max(0, before))])
    try {
      return parser.parse(part);
    } catch {
      // Cut within a tag, or no XML at all.
    }
  return undefined;
}

/** From 0; 0 where it does not stand. */
export function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  return at < 0 ? 0 : text.slice(0, at).split('\n').length - 1;
}
