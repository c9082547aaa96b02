/** The arXiv ID and the DOI of a CSL-JSON item, wherever reference managers put them, its note among the places. */

export type Item = Readonly<Record<string, unknown>>;

// New-style since 2007-04, old-style before: https://info.arxiv.org/help/arxiv_identifier.html
const ARXIV =
  /(?:^|arxiv[:./\s]\s*|\/(?:abs|pdf|html)\/|\b)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z-]{2,})?\/\d{7})(?:v(\d+))?(?:\.pdf)?\b/i;
const ARXIV_SOURCE = /arxiv/i;

/** By hand "archivePrefix" is often left out; no other repository's numbers look so. */
const BY_FORM = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;

const namesRepository = (item: Item): boolean =>
  [item.archive, item.archiveprefix, item.eprinttype].some((value) => text(value) !== undefined);

/** The arXiv ID without its version, wherever reference managers put it. */
export function arxivOf(item: Item): string | undefined {
  const custom = isRecord(item.custom) ? item.custom : {};
  const stated = bareArxiv(text(custom.arxiv) ?? text(item.arxiv));
  if (stated !== undefined) return stated;
  const doi = text(item.DOI) ?? text(item.doi);
  const ofDoi = /10\.48550\/arxiv\.(.+)$/i.exec(doi ?? '');
  if (ofDoi) return bareArxiv(ofDoi[1]);
  const url = text(item.URL) ?? text(item.url);
  if (url !== undefined && /arxiv\.org\//i.test(url)) {
    const ofUrl = bareArxiv(url);
    if (ofUrl !== undefined) return ofUrl;
  }
  const says = (value: unknown): boolean => ARXIV_SOURCE.test(text(value) ?? '');
  for (const field of ['archive_location', 'archive-location', 'eprint', 'number']) {
    const value = text(item[field]);
    if (value === undefined) continue;
    const repository =
      ARXIV_SOURCE.test(value) ||
      [
        item.archive,
        item.archiveprefix,
        item.eprinttype,
        item.source,
        item.publisher,
        item['container-title'],
        item['collection-title'],
      ].some(says);
    if (repository) {
      const found = bareArxiv(value);
      if (found !== undefined) return found;
    }
  }
  const unnamed = text(item.eprint);
  if (unnamed !== undefined && !namesRepository(item) && BY_FORM.test(unnamed)) return bareArxiv(unnamed);
  // Google Scholar: "arXiv preprint arXiv:1706.03762"; DBLP: journal CoRR, volume abs/1706.03762.
  const journal = text(item['container-title']);
  const ofJournal = /arxiv[:\s]+((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7}))/i.exec(journal ?? '')?.[1];
  if (ofJournal !== undefined) return ofJournal.toLowerCase();
  if (journal === 'CoRR') {
    const ofVolume = bareArxiv(/^abs\/(.+)$/.exec(text(item.volume) ?? '')?.[1]);
    if (ofVolume !== undefined) return ofVolume;
  }
  const note = noteFields(text(item.note));
  return bareArxiv(note.get('arxiv') ?? (says(note.get('archive')) ? note.get('eprint') : undefined));
}

function bareArxiv(value: string | undefined): string | undefined {
  const match = value === undefined ? null : ARXIV.exec(value.trim());
  return match?.[1]?.toLowerCase();
}

export function doiOf(item: Item): string | undefined {
  const note = noteFields(text(item.note));
  const value =
    text(item.DOI) ??
    text(item.doi) ??
    note.get('doi') ??
    /doi\.org\/(10\..+)$/i.exec(text(item.URL) ?? '')?.[1];
  const match = /10\.\d{4,9}\/\S+/.exec(value ?? '');
  return match?.[0].toLowerCase().replace(/[.,;]+$/, '');
}

/** Zotero keeps what CSL has no field for as "Name: value" lines in the note. */
export function noteFields(note: string | undefined): Map<string, string> {
  const fields = new Map<string, string>();
  if (note === undefined) return fields;
  for (const line of note.split(/\r?\n/)) {
    const match = /^([A-Za-z][\w -]{1,24}):\s*(\S.*)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined)
      fields.set(match[1].toLowerCase().replace(/[-_]/g, ' '), match[2].trim());
  }
  return fields;
}

export const isRecord = (value: unknown): value is Item =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
