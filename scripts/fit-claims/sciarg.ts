/** SciARG's abstracts (GPL-3.0: measured on, not fitted on), with what each of their units does. */
import { linesOf } from './lines.ts';

export interface SciargAbstract {
  readonly document: string;
  readonly units: readonly {
    readonly text: string;
    /** "outcomes", "motivation", else as the set names it: "proposal", "proposal_implementation", "means" … */
    readonly type: string;
  }[];
}

export function sciargAbstracts(): SciargAbstract[] {
  const documents = new Map<string, { text: string; type: string }[]>();
  for (const file of ['cl-training', 'bio-training'])
    for (const unit of linesOf<{ doc_id: string; text: string; coarse_aty: string; aty: string }>(
      `sciarg/dev/${file}.jsonl`,
    )) {
      const document = `${file}/${unit.doc_id}`;
      const units = documents.get(document) ?? [];
      documents.set(document, units);
      units.push({ text: joined(unit.text), type: typeOf(unit.coarse_aty, unit.aty) });
    }
  return [...documents].map(([document, units]) => ({ document, units }));
}

const typeOf = (coarse: string, fine: string): string =>
  coarse === 'outcomes' ? coarse : fine.startsWith('motivation') ? 'motivation' : fine;

/** The set's words are set apart from their punctuation. */
const joined = (text: string): string => text.replace(/ ([.,;:)\]])/g, '$1').replace(/([([]) /g, '$1');
