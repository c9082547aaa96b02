/**
 * Who speaks where a note is about one work: its authors, and everybody named before. A sentence that gives its finding to
 * somebody else is not covered by what the heading or the title names; where the note does not say who wrote the work, only
 * words like "earlier" tell that it is somebody else. It holds for that sentence alone: the next one is about the work again.
 */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { isLeadLine } from './lead-lines.ts';
import { writtenWorks } from '../sources/written-works.ts';
import { Fact } from '../text/content.ts';
import { voiceOf } from './other-voices.ts';
import type { Voice } from './other-voices.ts';

/** Whom a sentence names as the one who found what it says: kept from one version of a note to the next. */
const known = new Fact<{ readonly voice: Voice | undefined }>();

interface Own {
  /** Family names of those who wrote the works, folded. */
  readonly authors: ReadonlySet<string>;
  /** Whether all of them are known. */
  readonly isWhole: boolean;
  /** The authors, and every name in the heading and in the lines about the work. */
  readonly names: ReadonlySet<string>;
  /** The sentence that begins to tell of the work; undefined where there is none. */
  readonly first: number | undefined;
}

/** Whether a sentence names somebody other than the works that cover it from above. */
export function otherVoices(
  note: Note,
): (sentence: Sentence, covering: readonly CoveringSource[]) => boolean {
  const owns = new Map<readonly CoveringSource[], Own>();
  return (sentence, covering) => {
    const { voice } = known.of(sentence.content, () => ({ voice: voiceOf(sentence.words) }));
    if (voice === undefined) return false;
    let own = owns.get(covering);
    if (!own) owns.set(covering, (own = ownOf(note, covering)));
    if (voice.isBody) {
      // Who begins with "Researchers at Tsinghua found" tells whose work it is; and a name met before belongs to its matter.
      const before = note.text.slice(0, sentence.span.start);
      const told = voice.names.filter((name) => !GENERIC.has(name.toLowerCase()));
      return sentence.index !== own.first && told.length > 0 && !told.some((name) => before.includes(name));
    }
    const names = voice.names.map(fold);
    if (names.some((name) => own.authors.has(name))) return false;
    if (voice.isPair && voice.names.some((name) => note.text.slice(0, sentence.span.start).includes(name)))
      return false;
    return own.isWhole || (voice.isOther && !names.some((name) => own.names.has(name)));
  };
}

function ownOf(note: Note, covering: readonly CoveringSource[]): Own {
  const authors = new Set<string>();
  const names = new Set<string>();
  let isWhole = true;
  let after = -1;
  for (const { source } of covering) {
    const isWritten = (source.entry?.authors.length ?? 0) > 0 && source.entry?.authorsComplete !== false;
    const written = authorsInWords(note, source);
    if (source.type !== 'link' && !isWritten && !written.isWhole) isWhole = false;
    for (const name of written.names) {
      authors.add(name);
      names.add(name);
    }
    for (const { family, given } of source.entry?.authors ?? []) {
      authors.add(fold(family));
      // Group authors have their whole name as the family's.
      for (const word of `${family} ${given ?? ''}`.split(/\s+/)) names.add(fold(word));
    }
    if (source.type === 'author-year' || source.type === 'key')
      names.add(fold(/^\p{L}+/u.exec(source.id)?.[0] ?? ''));
    const place = source.block === undefined ? undefined : note.blocks[source.block];
    const heading = place?.kind === 'heading' ? place.index : place?.heading;
    if (heading !== undefined) {
      after = Math.max(after, heading);
      for (const name of namesIn(note.blocks[heading]?.prose?.text ?? '')) names.add(name);
    }
  }
  const { lines, first } = opening(note, after);
  for (const line of [...lines, ...matterOf(note)]) {
    const written = namesIn(line);
    for (const name of written) names.add(name);
    if (!AUTHORS.test(line)) continue;
    for (const name of written) authors.add(name);
    isWhole ||= written.length > 0 && !GOES_ON.test(line);
  }
  return { authors, isWhole: isWhole && authors.size > 0, names, first: first?.sentences.first };
}

/** Those whom a reference in plain words names: all of them, unless it says that there are more. */
function authorsInWords(note: Note, source: Source): { names: readonly string[]; isWhole: boolean } {
  const { citations, ends } = writtenWorks(note);
  const isWritten = source.block !== undefined && ends.has(source.block);
  const citation = isWritten ? citations.find(({ block }) => block === source.block) : undefined;
  const span = citation?.span ?? (source.type === 'author-year' ? source.span : undefined);
  const text = span === undefined ? '' : note.text.slice(span.start, span.end);
  const names = namesIn(text);
  return { names, isWhole: names.length > 0 && !GOES_ON.test(text) };
}

/** The lines about the work behind a heading, and the leaf that begins to tell of it. */
function opening(note: Note, heading: number): { lines: string[]; first: Block | undefined } {
  const lines: string[] = [];
  for (let index = heading + 1; index < note.blocks.length; index++) {
    const block = note.blocks[index];
    if (block?.prose === undefined || block.kind === 'heading') continue;
    if (isLeadLine(block.prose.text)) lines.push(block.prose.text);
    else if (block.sentences.last > block.sentences.first) return { lines, first: block };
  }
  return { lines, first: undefined };
}

/** "authors: …" as front matter writes it, a line for each key that may name people or bodies. */
function matterOf(note: Note): string[] {
  if (!note.frontMatter) return [];
  const lines: string[] = [];
  for (const [path, span] of note.frontMatter.spans)
    if (NAMING_KEY.test(path)) lines.push(`${path}: ${note.text.slice(span.start, span.end)}`);
  return lines;
}

const namesIn = (text: string): string[] => (text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).map(fold);

const NAMING_KEY =
  /^(?:authors?|creators?|by|institutions?|affiliations?|organi[sz]ations?|publisher|venue|title|source)\b/i;
const AUTHORS = /^[^\p{L}]*(?:authors?|creators?|by|作者)\b/iu;

const GOES_ON = /\bet al\b|\band others\b|…|\.\.\.|等/i;

/** Without its accents, its case and a trailing "'s". */
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s?$/, '')
    .toLowerCase();

/** Words of a body's name that tell it from no other. */
const GENERIC = new Set(
  'university institute college school center centre department laboratory lab labs research group national international world state academy society association agency organization organisation the'.split(
    ' ',
  ),
);
