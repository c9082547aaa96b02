/** What a work is called by its identifier, wherever messages, reports and prompts name one. */
import type { Source } from '../analysis.ts';

/** "arXiv:2507.21509", "doi:10.1000/182", "@chen2025persona"; undefined where a source has no such name. */
export function identifierName({ type, id }: Pick<Source, 'type' | 'id'>): string | undefined {
  switch (type) {
    case 'arxiv':
      return `arXiv:${id}`;
    case 'doi':
      return `doi:${id}`;
    case 'key':
      return `@${id}`;
    default:
      return undefined;
  }
}
