/** "Cite …": the library's best matches for a sentence, each as a fix in the note's own way of citing. */
import type { Analysis } from '../../analysis.ts';
import type { Entry } from '../../library/model.ts';
import type { Sentence } from '../../note/model.ts';
import type { Fix } from '../model.ts';
import { findDebt } from './citation-needed.ts';
import { beforeFullStop } from './place.ts';
import { citationOf, citationStyle } from './style.ts';

const OFFERED = 3;
const CONTEXT_SENTENCES = 2;

/** Best first; empty when the library has nothing near. */
export function citeFixes(analysis: Analysis, sentence: Sentence): readonly Fix[] {
  const cited = new Set<string>();
  for (const { entry } of analysis.sources) if (entry) cited.add(entry.id);
  const hits = analysis.library.suggest(sentence.words, {
    context: contextOf(analysis, sentence),
    cited: [...cited],
    top: OFFERED * 2,
  });
  const style = citationStyle(analysis);
  const debt = findDebt(analysis.note, sentence);
  const at = beforeFullStop(analysis.note, sentence);
  // A line of inquiry is a synthesis, often this very note: evidence is what it rests on.
  const evidence = hits.filter(
    ({ entry }) => entry.kind !== 'line' && entry.title !== analysis.note.title?.text,
  );
  return evidence.slice(0, OFFERED).map(({ entry }) => {
    const text = citationOf(entry, style, analysis);
    return {
      title: `Cite ${describe(entry)}`,
      // Which source is meant is the author's to say.
      safe: false,
      edits: debt
        ? [{ span: debt.span, newText: text.trimStart() }]
        : [{ span: { start: at, end: at }, newText: text }],
    };
  });
}

/** “Persona Vectors” (2025-07); a long title is cut at a word. */
function describe(entry: Entry): string {
  const title =
    entry.title.length <= 80 ? entry.title : `${entry.title.slice(0, 77).replace(/\s+\S*$/, '')}…`;
  const date = entry.date?.slice(0, 7);
  return date === undefined ? `“${title}”` : `“${title}” (${date})`;
}

function contextOf(analysis: Analysis, sentence: Sentence): string {
  const from = Math.max(0, sentence.index - CONTEXT_SENTENCES);
  return analysis.note.sentences
    .slice(from, sentence.index + CONTEXT_SENTENCES + 1)
    .map(({ words }) => words)
    .join(' ');
}
