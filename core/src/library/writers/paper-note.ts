/** A new note from a paper, by template. `{{title}}` and its kin are filled in; what is unknown leaves an empty place. */
import { formatCalendarDate, type CalendarDate } from '../../dates/calendar-date.ts';
import type { Entry } from '../model.ts';

export const DEFAULT_PAPER_NOTE = `---
kind: note
title: {{title-yaml}}
date: {{today}}
sources:
  - {{cite-yaml}}
---

# {{title}}

{{authors}} · {{date}} · [{{identifier}}]({{url}}){{status}}

## What it shows

## What it rests on

## What would overturn it
`;

/** The text, and a file name made of the title: lower case, words joined by hyphens, at most 80 characters. */
export function paperNote(
  entry: Entry,
  today: CalendarDate,
  template = DEFAULT_PAPER_NOTE,
): { readonly name: string; readonly text: string } {
  const identifier =
    entry.arxiv !== undefined
      ? `arXiv:${entry.arxiv}`
      : entry.doi !== undefined
        ? `doi:${entry.doi}`
        : `@${entry.id}`;
  const names = entry.authors.map(({ family, given }) =>
    given === undefined ? family : `${given} ${family}`,
  );
  const values: Readonly<Record<string, string>> = {
    title: entry.title,
    'title-yaml': JSON.stringify(entry.title),
    authors:
      names.length > 3 || entry.authorsComplete === false
        ? `${names.slice(0, 3).join(', ')} et al.`
        : names.join(', '),
    date: entry.date ?? '',
    today: formatCalendarDate(today),
    identifier,
    'cite-yaml': JSON.stringify(identifier),
    url: entry.url ?? (entry.doi === undefined ? '' : `https://doi.org/${entry.doi}`),
    status: entry.status === undefined ? '' : ` · **${entry.status}**`,
    abstract: entry.text ?? '',
    venue: entry.venue ?? '',
    key: entry.id,
  };
  const text = template.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  return { name: `${slug(entry.title)}.md`, text };
}

function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['untitled'];
  return words.join('-').slice(0, 80).replace(/-$/, '');
}
