/**
 * Makes test libraries of any size with realistic lengths and vocabulary: records drawn word by word from a table of
 * word pairs learnt from real metadata, so that word frequencies and title and abstract lengths come out alike.
 * The made-up records belong to nobody. Usage: tsx bench/library/generate.ts COUNT OUT.jsonl [SEED]
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';

interface Sample {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** A small seeded generator (mulberry32): the same seed gives the same library. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function readSamples(
  path = new URL('../../../shared/data/arxiv-meta/sample-50k.jsonl.gz', import.meta.url),
): Sample[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
}

/** Records as lines of arXiv's bulk format. */
export function* generate(count: number, samples: readonly Sample[], seed = 1): Generator<string> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // A bigram chain over word numbers: text with real local frequencies, yet nobody's text.
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const followers: number[][] = [];
  const openings: number[] = [];
  for (const sample of samples.slice(0, 20_000)) {
    let before = -1;
    for (const word of sample.abstract.split(/\s+/)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.length;
        numbers.set(word, number);
        words.push(word);
        followers.push([]);
      }
      if (before < 0) openings.push(number);
      else followers[before]?.push(number);
      before = number;
    }
  }
  const text = (length: number): string => {
    const out: string[] = [];
    let at = pick(openings);
    for (let i = 0; i < length; i++) {
      out.push(words[at] ?? '');
      const next = followers[at];
      at = next && next.length > 0 ? pick(next) : pick(openings);
    }
    return out.join(' ');
  };
  for (let i = 0; i < count; i++) {
    const like = pick(samples);
    const month = Math.floor((i / count) * 12 * 19);
    const year = 2007 + Math.floor((month + 3) / 12);
    const monthInYear = ((month + 3) % 12) + 1;
    const id = `${String(year % 100).padStart(2, '0')}${String(monthInYear).padStart(2, '0')}.${String(i).padStart(7, '0')}`;
    const authors = like.authors.map(() => pick(pick(samples).authors));
    yield JSON.stringify({
      id,
      title: text(like.title.split(/\s+/).length).replace(/[.,;]$/, ''),
      abstract: text(like.abstract.split(/\s+/).length),
      authors: authors.join(', '),
      categories: like.categories.join(' '),
      versions: [
        { version: 'v1', created: `Mon, 2 ${MONTHS[monthInYear - 1] ?? 'Jan'} ${String(year)} 19:18:42 GMT` },
      ],
    });
  }
}

/** A real record as arXiv's bulk metadata would have it; its days are left out, as nothing here asks for them. */
const bulkLine = ({ id, title, abstract, authors, categories }: Sample): string =>
  JSON.stringify({ id, title, abstract, authors: authors.join(', '), categories: categories.join(' ') });

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `withReal`: the real records stand among them, evenly, so that they can be looked for. */
export async function generateFile(path: string, count: number, seed = 1, withReal = false): Promise<void> {
  const out = createWriteStream(path);
  const samples = readSamples();
  const every = withReal ? Math.max(1, Math.floor(count / samples.length)) : Infinity;
  let made = 0;
  for (const line of generate(count, samples, seed)) {
    const real = ++made % every === 0 ? samples[made / every - 1] : undefined;
    if (real && !out.write(bulkLine(real) + '\n')) await once(out, 'drain');
    if (!out.write(line + '\n')) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

if (process.argv[1] === import.meta.filename) {
  const [, , count, path, seed] = process.argv;
  if (count === undefined || path === undefined) {
    console.error('Usage: tsx bench/library/generate.ts COUNT OUT.jsonl [SEED]');
    process.exit(2);
  }
  await generateFile(path, Number(count), Number(seed ?? 1));
}
