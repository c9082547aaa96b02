/**
 * Reads what Crossref, DataCite and OpenAlex say of a DOI into a work. Knows no network.
 * Formats: https://api.crossref.org/swagger-ui, https://support.datacite.org/docs/api-get-doi,
 * https://docs.openalex.org/api-entities/works/work-object
 */
import type { Entry } from '../library/model.ts';
import { splitName } from './arxiv-atom.ts';
import type { FoundWork } from './model.ts';
import { isRecord, list, text } from './shape.ts';

export type DoiService = 'crossref' | 'datacite' | 'openalex';

/** Undefined when the answer does not have the service's shape or lacks a title. */
export function parseDoiAnswer(service: DoiService, doi: string, json: unknown): FoundWork | undefined {
  if (!isRecord(json)) return undefined;
  switch (service) {
    case 'crossref':
      return isRecord(json['message']) ? crossref(doi, json['message']) : undefined;
    case 'datacite':
      return isRecord(json['data']) && isRecord(json['data']['attributes'])
        ? datacite(doi, json['data']['attributes'])
        : undefined;
    case 'openalex':
      return openalex(doi, json);
  }
}

function crossref(doi: string, message: Record<string, unknown>): FoundWork | undefined {
  const authors = list(message['author'])
    .filter(isRecord)
    .map((author) => name(text(author['family']) || text(author['name']), text(author['given'])));
  // A retraction stands in either of two fields: the notice's `update-to`, or the work's `updated-by`.
  const notice = [...list(message['updated-by']), ...list(message['update-to'])]
    .filter(isRecord)
    .find((update) => /retract|withdraw/i.test(text(update['type'])));
  const isNotice = list(message['update-to']).some((update) => update === notice);
  return work(doi, {
    title: text(list(message['title'])[0]),
    authors,
    date: dateParts(message['issued']) ?? dateParts(message['published']),
    venue: text(list(message['container-title'])[0]),
    abstract: text(message['abstract'])
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    retracted: notice !== undefined && !isNotice ? text(notice['label']) || 'Retracted' : undefined,
    path: 'api.crossref.org',
  });
}

function datacite(doi: string, attributes: Record<string, unknown>): FoundWork | undefined {
  const dates = list(attributes['dates']).filter(isRecord);
  const submitted =
    dates.find((date) => date['dateType'] === 'Submitted') ??
    dates.find((date) => date['dateType'] === 'Issued');
  const year = attributes['publicationYear'];
  const description = list(attributes['descriptions'])
    .filter(isRecord)
    .find((one) => one['descriptionType'] === 'Abstract');
  return work(doi, {
    title: text(list(attributes['titles']).filter(isRecord)[0]?.['title']),
    authors: list(attributes['creators'])
      .filter(isRecord)
      .map((creator) =>
        name(text(creator['familyName']) || text(creator['name']), text(creator['givenName'])),
      ),
    date:
      /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text(submitted?.['date']))?.[0] ??
      (typeof year === 'number' ? String(year) : undefined),
    venue: text(attributes['publisher']),
    abstract: text(description?.['description']),
    retracted: undefined,
    path: 'api.datacite.org',
  });
}

function openalex(doi: string, json: Record<string, unknown>): FoundWork | undefined {
  const location = json['primary_location'];
  const source = isRecord(location) ? location['source'] : undefined;
  return work(doi, {
    title: text(json['title']) || text(json['display_name']),
    authors: list(json['authorships'])
      .filter(isRecord)
      .map((authorship) =>
        splitName(isRecord(authorship['author']) ? text(authorship['author']['display_name']) : ''),
      ),
    date: /^\d{4}-\d{2}-\d{2}$/.exec(text(json['publication_date']))?.[0],
    venue: isRecord(source) ? text(source['display_name']) : '',
    abstract: '',
    retracted: json['is_retracted'] === true ? 'Retracted, says OpenAlex' : undefined,
    path: 'api.openalex.org',
  });
}

interface Facts {
  readonly title: string;
  readonly authors: Entry['authors'];
  readonly date: string | undefined;
  readonly venue: string;
  readonly abstract: string;
  readonly retracted: string | undefined;
  readonly path: string;
}

function work(doi: string, facts: Facts): FoundWork | undefined {
  if (facts.title === '') return undefined;
  return {
    entry: {
      id: doi,
      kind: 'paper',
      title: facts.title,
      authors: facts.authors.filter((author) => author.family !== ''),
      doi,
      url: `https://doi.org/${doi}`,
      origin: { path: facts.path, line: 0 },
      ...(facts.date === undefined ? {} : { date: facts.date, dateIs: 'issued' as const }),
      ...(facts.venue === '' ? {} : { venue: facts.venue }),
      ...(facts.abstract === '' ? {} : { text: facts.abstract }),
      ...(facts.retracted === undefined ? {} : { status: 'retracted' as const }),
    },
    ...(facts.retracted === undefined ? {} : { withdrawn: facts.retracted }),
  };
}

const name = (family: string, given: string): { readonly family: string; readonly given?: string } =>
  given === '' ? { family } : { family, given };

/** CSL and Crossref date parts: `{"date-parts": [[2025, 3, 18]]}`. */
function dateParts(value: unknown): string | undefined {
  const parts = isRecord(value) ? list(list(value['date-parts'])[0]) : [];
  const [year, month, day] = parts;
  if (typeof year !== 'number') return undefined;
  const two = (part: unknown): string =>
    typeof part === 'number' ? `-${String(part).padStart(2, '0')}` : '';
  return `${String(year).padStart(4, '0')}${two(month)}${typeof month === 'number' ? two(day) : ''}`;
}
