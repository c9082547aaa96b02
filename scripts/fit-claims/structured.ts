/**
 * Abstracts whose authors wrote headings into them ("METHODS …", "CONCLUSIONS …"): the heading says what each sentence does,
 * so that nobody has to label it. SciFact's corpus, ODC-By 1.0; the headings are cut out, the sentences stay in memory.
 */
import { readFileSync } from 'node:fs';
import { splitSentences } from '../../core/src/note/sentences.ts';

export interface Abstract {
  readonly document: string;
  readonly sentences: readonly { readonly text: string; readonly offset: number; readonly part: Part }[];
}

export type Part = 'background' | 'method' | 'result' | 'conclusion' | 'other';

const HEADING =
  /(?:^|(?<=[.?!)\]%"”]\s{1,3}|\\n\s{0,2}))([A-Z][A-Z ,&/()-]{3,60}[A-Z)])(?::\s*|\s+)(?=[A-Z][a-z]|A \w|I |\d|["“(]|[A-Z]{2,}[-\d a-z])/g;

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['other', /FUNDING|REGIST|AVAILAB|CONTACT|SUPPLEMENT|TRUNCATED|UNLABEL|ABSTRACT/],
  ['conclusion', /CONCLUSION|INTERPRETATION|SIGNIFICANCE|IMPLICATION|RELEVANCE|SUMMARY/],
  ['result', /RESULT|FINDING/],
  [
    'method',
    /METHOD|DESIGN|SETTING|PARTICIPANT|PATIENT|MEASURE|INTERVENTION|DATA|SELECTION|SUBJECT|MATERIAL|PROCEDURE|EXPOSURE|OUTCOME|ANALYSIS|SYNTHESIS|EXTRACTION|SOURCES/,
  ],
  [
    'background',
    /BACKGROUND|CONTEXT|INTRODUCTION|OBJECTIVE|PURPOSE|AIM|IMPORTANCE|RATIONALE|MOTIVATION|HYPOTHES|QUESTION/,
  ],
];

const partOf = (heading: string): Part | undefined => PARTS.find(([, words]) => words.test(heading))?.[0];

/** Those that name a conclusion and at least one part before it. */
export function structuredAbstracts(path: string): Abstract[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { doc_id, abstract } = JSON.parse(line) as { doc_id: number; abstract: string };
      // Line ends stand in the corpus as a backslash and an n.
      const sentences = readParts(abstract);
      const parts = new Set(sentences.map(({ part }) => part));
      return parts.has('conclusion') && parts.size > 1 && sentences.length >= 5
        ? [{ document: String(doc_id), sentences }]
        : [];
    });
}

function readParts(abstract: string): Abstract['sentences'] {
  const marks = [...abstract.matchAll(HEADING)].flatMap((match) => {
    const part = partOf(match[1] ?? '');
    return part ? [{ part, start: match.index, end: match.index + match[0].length }] : [];
  });
  return marks.flatMap(({ part, end }, i) => {
    const text = abstract.slice(end, marks[i + 1]?.start ?? abstract.length);
    return splitSentences(text).flatMap((span) => {
      const sentence = text.slice(span.start, span.end).replace(/\\n/g, ' ').trim();
      return /[a-z]{2}/.test(sentence) ? [{ text: sentence, offset: end + span.start, part }] : [];
    });
  });
}
