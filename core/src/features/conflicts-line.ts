/** One quiet line of a card: where the files that describe a work disagree, and which says what. */
import type { Conflict, Entry } from '../library/model.ts';
import { opening, plain } from './words.ts';

const LONGEST_VALUE = 60;
const VALUES_SHOWN = 3;

/** Empty when nothing disagrees. */
export function conflictsLine({ conflicts = [] }: Entry): string {
  if (conflicts.length === 0) return '';
  const nameOf = namesFor(conflicts.flatMap(({ values }) => values.flatMap(({ origins }) => origins)));
  const parts = conflicts.map(({ field, values }) => {
    const said = values.slice(0, VALUES_SHOWN).map(({ value, origins }) => {
      const [origin] = origins;
      return `${plain(shown(field, value))}${origin === undefined ? '' : ` in ${plain(nameOf(origin))}`}`;
    });
    if (values.length > VALUES_SHOWN) said.push('and others');
    return `${NAMES[field]}: ${said.join(', ')}`;
  });
  return `Your files disagree on the ${parts.join('; on the ')}.`;
}

const NAMES = { title: 'title', authors: 'authors', date: 'date', venue: 'venue', doi: 'DOI' } as const;

const shown = (field: Conflict['field'], value: string): string =>
  field === 'title' || field === 'venue'
    ? `“${opening(value, LONGEST_VALUE)}”`
    : field === 'authors' && value.length > LONGEST_VALUE
      ? `${value.slice(0, LONGEST_VALUE).replace(/,[^,]*$/, '')} …`
      : value;

/** A file by its last name, and as much of its path as tells it from the others. */
function namesFor(origins: readonly Entry['origin'][]): (origin: Entry['origin']) => string {
  const paths = [...new Set(origins.map(({ path }) => path))];
  return ({ path, bundled, elsewhere }) => {
    if (elsewhere !== undefined) return elsewhere;
    if (bundled === true) return 'the bundled library';
    const parts = path.split(/[\\/]/);
    for (let count = 1; count < parts.length; count++) {
      const tail = parts.slice(-count).join('/');
      if (paths.every((other) => other === path || !`/${other.replace(/\\/g, '/')}`.endsWith(`/${tail}`)))
        return tail;
    }
    return path;
  };
}
