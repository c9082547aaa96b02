/** Made-up bibliography entries: what the engine can tell of them without a network, and its false alarms on real ones. */
import path from 'node:path';
import { impossibleArxivId, parseArxivId } from '#core/identifiers/index.ts';
import { DATA, jsonLines } from '../suggest/sets.ts';

interface Item {
  fields: Record<string, string | undefined>;
  label: string;
  hallucination_type?: string | null;
}

const TODAY = { year: 2026, month: 11, day: 23 };

/** Why an entry cannot be, from its own fields alone; undefined when nothing speaks against it. */
export function tellsOffline(fields: Item['fields']): string | undefined {
  const year = Number(/\d{4}/.exec(fields.year ?? '')?.[0]);
  if (year > TODAY.year) return 'year to come';
  const authors = fields.author ?? '';
  if (
    /\b(?:john doe|jane doe|john smith and jane|firstname|lastname|author ?(?:one|two|1|2|a|b)\b|test author|et al\.? and|anonymous and)/i.test(
      authors,
    )
  )
    return 'placeholder authors';
  for (const text of [fields.eprint, fields.url, fields.doi, fields.journal]) {
    const written = /(?:arxiv[.:/]|abs\/|^)\s*(\d{4}\.\d{3,6}(?:v\d+)?)/i.exec(text ?? '')?.[1];
    if (written === undefined) continue;
    const parsed = parseArxivId(written);
    if (parsed?.malformed !== undefined) return 'malformed arXiv ID';
    if (parsed && impossibleArxivId(parsed.id, TODAY) !== undefined) return 'impossible arXiv ID';
  }
  const doi = fields.doi;
  if (doi !== undefined && doi !== '' && !/^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/.test(doi))
    return 'malformed DOI';
  return undefined;
}

export function hallmark(): string[] {
  const items = jsonLines<Item>(path.join(DATA, 'hallmark/dev_public.jsonl'));
  const byType = new Map<string, { count: number; told: number }>();
  for (const item of items) {
    const type =
      item.label === 'VALID' || item.label === 'valid' ? '(real)' : (item.hallucination_type ?? 'made up');
    const row = byType.get(type) ?? { count: 0, told: 0 };
    row.count++;
    if (tellsOffline(item.fields) !== undefined) row.told++;
    byType.set(type, row);
  }
  return [...byType]
    .sort((a, b) => b[1].told / b[1].count - a[1].told / a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(([type, row]) => `hallmark ${type.padEnd(32)} told ${String(row.told)}/${String(row.count)}`);
}
