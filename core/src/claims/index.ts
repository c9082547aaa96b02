/**
 * The claim model's public face. Until the fitted model stands here, plain cue words judge: figures, comparatives, verbs of finding.
 */
import type { Note } from '../note/model.ts';
import type { ClaimInput, ClaimKind, ClaimScore } from './model.ts';

const CUES: readonly (readonly [ClaimKind, RegExp])[] = [
  ['statistic', /\d+(?:\.\d+)?\s?%|\b\d+(?:\.\d+)?(?:x|×)|\b\d{1,3}(?:,\d{3})+\b/i],
  ['attribution', /\b(?:studies|researchers|one study|some (?:papers|work|studies))\b/i],
  ['comparison', /\b(?:outperforms?|better than|worse than|more \w+ than|less \w+ than|faster than)\b/i],
  ['superlative', /\b(?:the best|the most|the first|the largest|state[- ]of[- ]the[- ]art)\b/i],
  ['finding', /\b(?:shows?|showed|demonstrates?|reduces?|improves?|increases?|causes?|leads? to)\b/i],
];

export function scoreSentence(input: ClaimInput): ClaimScore {
  for (const [kind, pattern] of CUES) {
    const match = pattern.exec(input.text);
    if (match) return { claim: 0.8, needsSource: 0.7, kind, reasons: [match[0]] };
  }
  return { claim: 0.2, needsSource: 0.1, kind: 'finding', reasons: [] };
}

export function scoreNote(note: Note): (ClaimScore | null)[] {
  return note.sentences.map((sentence) => {
    const block = note.blocks[sentence.block];
    if (!block || block.kind === 'heading' || block.kind === 'term' || sentence.allLink) return null;
    return scoreSentence({
      text: sentence.words,
      block: 'paragraph',
      heading: '',
      positionInBlock: 0,
      positionInNote: 0,
      noteKind: note.kind,
    });
  });
}

export const thresholds = (
  profile: 'gentle' | 'standard' | 'strict',
): { readonly claim: number; readonly needsSource: number } =>
  profile === 'gentle'
    ? { claim: 0.7, needsSource: 0.7 }
    : profile === 'strict'
      ? { claim: 0.3, needsSource: 0.3 }
      : { claim: 0.5, needsSource: 0.5 };

/** A sentence alone, with the text around it where that is known. */
export const scoreInContext = (text: string, _context?: string): ClaimScore =>
  scoreSentence({
    text,
    block: 'paragraph',
    heading: '',
    positionInBlock: 0,
    positionInNote: 0,
    noteKind: 'document',
  });
