/** Lines that say where what stands above them is from, and nothing else: "Source: https://…", "(via [[note]])", "Ref: Wynn, K. (1992). …". */
import type { Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import { isWrittenWork } from '../sources/written-works.ts';
import { isOnlySources } from './lead-lines.ts';

/** "See: …" and "References: …" point somewhere; they vouch for nothing above them. */
const LABEL =
  /^[^\p{L}]*(?:(?:(?:data|text|original|main|primary) )?sources?|via|from|ref(?:erence)?|citation|(?:adapted|taken|copied|quoted|excerpted) from|quellen?|来源|资料来源|数据来源|出处)(?:\s?[:：]|\s(?=\S*$))/iu;

export function isSourceLine(note: Note, leaf: Block, sources: readonly Source[]): boolean {
  if (sources.length === 0 || leaf.prose === undefined || !LABEL.test(leaf.prose.text)) return false;
  return isOnlySources(note, leaf, sources) || isWrittenWork(note, leaf);
}
