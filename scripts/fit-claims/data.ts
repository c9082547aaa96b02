/**
 * The labelled sets as examples: a sentence in its context with a label, the document it comes from, and the set.
 * Read from ../shared/data; nothing of their text is kept. Each set says whether the shipped weights may learn from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupOfSentence, inputsOfNote, type Group } from '../../core/src/claims/context.ts';
import { parseNote } from '../../core/src/note/index.ts';
import { DATA, linesOf } from './lines.ts';
import { sciargAbstracts } from './sciarg.ts';

export type HeadName = 'claim' | 'needsSource';

export interface Example {
  readonly set: string;
  readonly document: string;
  /** Characters into the document, or into its sentences joined by single spaces where the set gives sentences alone. */
  readonly offset: number;
  /** For baselines that read the words; lives in memory alone. */
  readonly text: string;
  /** The text around it, and no more than two sentences each way; none for lone sentences and whole documents. */
  readonly around?: string;
  readonly nearby?: string;
  readonly group: Group;
  readonly label: 0 | 1;
  /** How much it counts in fitting. */
  readonly weight: number;
  /** Only the main form of a sentence is scored; its other forms (less context) are for fitting. */
  readonly scored: boolean;
}

/** Without a note around it; a note may have the shape of an abstract, and its sentences then a stretch too. */
export const isInStretch = ({ group }: Example): boolean => group.inputs[group.at]?.register !== 'document';

export interface DataSet {
  readonly name: string;
  readonly head: HeadName;
  /** Whether its licence lets shipped weights learn from it, and why. */
  readonly fitted: boolean;
  readonly licence: string;
  /** For sets of several licences: whether this document's lets the shipped weights learn from it. */
  readonly granted?: (document: string) => boolean;
  load(): Example[];
}

/** Where a sentence begins when all are joined by single spaces. */
export const offsetAmong = (sentences: readonly string[], at: number): number =>
  sentences.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);

/** Of those in a row, one with no more than two each way. */
export const nearby = <T>(all: readonly T[], at: number): readonly T[] =>
  all.slice(Math.max(0, at - 2), at + 3);

/** A labelled sentence among others, in the forms in which the model may meet it. */
function forms(
  set: string,
  document: string,
  sentences: readonly string[],
  at: number,
  label: 0 | 1,
  scored: 'whole' | 'single',
): Example[] {
  const text = sentences[at] ?? '';
  const joined = sentences.join(' ');
  const near = nearby(sentences, at).join(' ');
  const make = (around: string | undefined, weight: number, isScored: boolean): Example => ({
    set,
    document,
    offset: offsetAmong(sentences, at),
    text,
    ...(sentences.length > 1 ? { around: joined, nearby: near } : {}),
    group: groupOfSentence(text, around),
    label,
    weight,
    scored: isScored,
  });
  if (sentences.length === 1) return [make(undefined, 1, true)];
  const whole = make(joined, scored === 'whole' ? 0.6 : 0.3, scored === 'whole');
  const window = make(near, 0.2, false);
  const single = make(undefined, scored === 'single' ? 0.6 : 0.2, scored === 'single');
  return [whole, window, single];
}

const sciclaim: DataSet = {
  name: 'sciclaim-pubmed',
  head: 'claim',
  fitted: false,
  licence: 'no licence stated, and its README says evaluation only: measured on, not fitted on.',
  load: () =>
    linesOf<{ doc_id: string; sentences: string[]; labels: (number | string)[] }>(
      'sciclaim-pubmed/dev/claims.jsonl',
    ).flatMap(({ doc_id, sentences, labels }) =>
      sentences.flatMap((_, at) =>
        forms('sciclaim-pubmed', doc_id, sentences, at, Number(labels[at]) === 1 ? 1 : 0, 'whole'),
      ),
    ),
};

const sciark: DataSet = {
  name: 'sciark',
  head: 'claim',
  fitted: false,
  licence: 'no licence stated, evaluation only: measured on, not fitted on.',
  load: () =>
    linesOf<{ doc_id: string; sentences: string[]; labels: (string | null)[] }>(
      'sciark/dev/abstracts.jsonl',
    ).flatMap(({ doc_id, sentences, labels }) =>
      sentences.flatMap((_, at) =>
        forms('sciark', doc_id, sentences, at, labels[at] === 'Claim' ? 1 : 0, 'whole'),
      ),
    ),
};

/** Outcomes and facts about the world are claims; proposals and methods are not. */
const CLAIMS_OF_SCIARG: ReadonlySet<string> = new Set(['outcomes', 'motivation']);

const sciarg: DataSet = {
  name: 'sciarg',
  head: 'claim',
  fitted: false,
  licence: 'GPL-3.0: asks derived works to be under it too, so it is measured on and not fitted on.',
  load: () =>
    sciargAbstracts().flatMap(({ document, units }) => {
      const sentences = units.map(({ text }) => text);
      return units.flatMap(({ type }, at) =>
        forms('sciarg', document, sentences, at, CLAIMS_OF_SCIARG.has(type) ? 1 : 0, 'whole'),
      );
    }),
};

const policlaim: DataSet = {
  name: 'policlaim',
  head: 'claim',
  fitted: false,
  licence: 'no licence file: measured on, not fitted on.',
  load: () => {
    const speeches = new Map<string, { text: string; label: 0 | 1 }[]>();
    for (const row of linesOf<{ speech: string; text: string; golden: string }>(
      'policlaim/dev/policlaim_train_golden.jsonl',
    )) {
      const list = speeches.get(row.speech) ?? [];
      list.push({ text: row.text, label: row.golden === '1' ? 1 : 0 });
      speeches.set(row.speech, list);
    }
    return [...speeches].flatMap(([speech, rows]) => {
      const texts = rows.map(({ text }) => text);
      return rows.flatMap((row, at) => {
        const around = nearby(texts, at);
        return forms('policlaim', speech, around, Math.min(2, at), row.label, 'whole').map((example) => ({
          ...example,
          offset: offsetAmong(texts, at),
        }));
      });
    });
  },
};

const clef: DataSet = {
  name: 'clef-ct24-checkworthy',
  head: 'claim',
  fitted: false,
  licence: 'research use: a shipped product is more than that, so it is measured on and not fitted on.',
  load: () =>
    readFileSync(join(DATA, 'clef-ct24-checkworthy/dev/CT24_checkworthy_english_dev.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line.includes('\t'))
      .flatMap((line) => {
        const [id = '', text = '', label = ''] = line.split('\t');
        return forms(
          'clef-ct24-checkworthy',
          id,
          [text.replace(/^"|"$/g, '')],
          0,
          label.trim() === 'Yes' ? 1 : 0,
          'single',
        );
      }),
};

export const scitweets: DataSet = {
  name: 'scitweets',
  head: 'claim',
  fitted: true,
  licence: 'CC BY 4.0 (SciTweets, Hafid et al. 2022): fitted on, for posts.',
  load: () =>
    linesOf<{ id: string; text: string; sci_claim: string }>('scitweets/dev/scitweets.jsonl')
      .filter((row) => row.sci_claim !== '0.5')
      .flatMap((row) =>
        forms('scitweets', row.id, [row.text], 0, Number(row.sci_claim) >= 0.5 ? 1 : 0, 'single'),
      ),
};

/** Where a citation was taken out of a text. */
export interface Cited {
  readonly offset: number;
  readonly narrative?: number | boolean;
}

/** A whole document, read as the product reads any note: each sentence with the note around it, with two sentences each way, alone. */
export function examplesOfDocument(
  set: string,
  document: string,
  text: string,
  citations: readonly Cited[],
): Example[] {
  const note = parseNote(text);
  const all = inputsOfNote(note);
  const prose = note.sentences.filter((sentence) => all[sentence.index] !== null);
  const inputs = all.filter((input) => input !== null);
  return prose.flatMap((sentence, at): Example[] => {
    const { start, end } = sentence.span;
    // A marker stood at its offset: within the sentence or right behind its full stop.
    const own = citations.filter(({ offset }) => offset > start && offset <= end + 1);
    if (own.some(({ narrative }) => Boolean(narrative))) return [];
    const base = {
      set,
      document,
      offset: start,
      text: sentence.words,
      label: own.length > 0 ? 1 : 0,
    } as const;
    const around = nearby(prose, at).map((each) => each.words);
    return [
      { ...base, group: { inputs, at }, weight: 0.7, scored: true },
      { ...base, group: groupOfSentence(sentence.words, around.join(' ')), weight: 0.2, scored: false },
      { ...base, group: groupOfSentence(sentence.words, undefined), weight: 0.1, scored: false },
    ];
  });
}

/** The stripped documents of other authors. */
const mdCite: DataSet = {
  name: 'md-cite',
  head: 'needsSource',
  fitted: true,
  // The two books are CC BY-NC-SA 4.0; the manuscripts are CC BY 4.0, the posts MIT. Of RO-Crate's the manifest says CC BY 4.0 and the
  // README that its licence differs: where the set's own files disagree, nothing is learnt.
  granted: (document) => !/^(?:rlhf-book|iml-book)__|^stain__ro-crate-paper$/.test(document),
  licence:
    'manuscripts CC BY 4.0 and posts MIT: fitted on. The two books (CC BY-NC-SA 4.0) and a manuscript of uncertain licence: measured on, not fitted on. Weights only, no text.',
  load: () => {
    const root = join(DATA, 'md-cite/dev');
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .flatMap((document) =>
        examplesOfDocument(
          'md-cite',
          document,
          readFileSync(join(root, document, 'stripped.md'), 'utf8'),
          JSON.parse(readFileSync(join(root, document, 'citations.json'), 'utf8')) as Cited[],
        ),
      );
  },
};

/** Whether the shipped weights may learn from a document. */
export const isFitted = (set: DataSet, document: string): boolean =>
  set.fitted && (set.granted?.(document) ?? true);

export const dataSets: readonly DataSet[] = [mdCite, sciclaim, sciark, sciarg, policlaim, clef, scitweets];
