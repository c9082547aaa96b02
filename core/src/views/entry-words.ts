/** What a narrow list says of an entry, and where its row leads. */
import type { Entry } from '../library/model.ts';

/** "Chen", "Chen and Lindsey", "Chen et al."; empty when nobody is known. */
export function shortAuthors({ authors, authorsComplete }: Entry): string {
  const [first, second] = authors;
  if (first === undefined) return '';
  if (second === undefined) return authorsComplete === false ? `${first.family} et al.` : first.family;
  return authors.length === 2 && authorsComplete !== false
    ? `${first.family} and ${second.family}`
    : `${first.family} et al.`;
}

export interface EntryLinks {
  /** arXiv's abstract, else the DOI's page, else its own address; undefined where it has none that a browser opens. */
  readonly page: string | undefined;
  /** Known of arXiv's papers alone. */
  readonly pdf: string | undefined;
}

export function entryLinks({ arxiv, doi, url }: Entry): EntryLinks {
  if (arxiv !== undefined)
    return { page: `https://arxiv.org/abs/${arxiv}`, pdf: `https://arxiv.org/pdf/${arxiv}` };
  const own = url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
  return { page: doi === undefined ? own : `https://doi.org/${encodeURI(doi)}`, pdf: undefined };
}
