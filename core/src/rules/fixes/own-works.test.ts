/** What “Cite …” offers of a note's own sources, without a library that knows them. */
import { describe, expect, it } from 'vitest';
import { analysisOf, library, type Circumstances } from '../../../../test/support.ts';
import { citeFixes } from './cite.ts';

/** Titles, and what each fix writes, for the sentence that begins so. */
function offers(text: string, claim: string, given: Circumstances = {}): (readonly [string, string])[] {
  const analysis = analysisOf(text, given);
  const sentence = analysis.note.sentences.find(({ words }) => words.startsWith(claim));
  if (!sentence) throw new Error('the claim is no sentence of the note');
  return citeFixes(analysis, sentence).map(({ title, edits }) => [title, edits[0]?.newText ?? '']);
}

const NUMBERED = `# Sleep

Sleep comes in stages [1]. It is light in the old [3].

Spindle density predicts overnight retention.

Grain prices doubled within ten years.

## References

1. Berg, A. (2013). Stages of slow-wave sleep. Journal of Nights, 3.
2. Lund, C. (2011). Spindle density and overnight retention. https://doi.org/10.1000/182
3. Dahl, E. (2003). Sleep in later life. Journal of Nights, 1.
`;

describe('the note’s own sources are offered', () => {
  it('by number, where it cites by number; a reference that is on something else is not', () => {
    expect(offers(NUMBERED, 'Spindle')).toEqual([
      ['Cite “Lund, C. (2011). Spindle density and overnight retention…”, a source of this note', ' [2]'],
    ]);
    expect(offers(NUMBERED, 'Grain')).toEqual([]);
  });

  it('by the words of a link, as it is written', () => {
    const text =
      'It was walked ([a park walk and attention](https://example.org/walk)). It was run [[running-and-mood]].\n\nWalks in a park raise attention by half.\n\nRunning lifts the mood of most.\n';
    expect(offers(text, 'Walks')).toEqual([
      [
        'Cite “a park walk and attention”, a source of this note',
        ' ([a park walk and attention](https://example.org/walk))',
      ],
    ]);
    expect(offers(text, 'Running')).toEqual([
      ['Cite “running and mood”, a source of this note', ' [[running-and-mood]]'],
    ]);
  });

  it('each by its own words, where one line holds several', () => {
    const text =
      'Sleep is light in the old.\n\nSpindle density predicts overnight retention.\n\n## References\n\n[Stages of sleep](https://arxiv.org/abs/1412.6572) [Spindles](https://arxiv.org/abs/1511.04508) [Spindle density and retention](https://example.org/a)\n';
    expect(offers(text, 'Spindle density').map(([, written]) => written)).not.toContain(
      ' ([arXiv:1412.6572](https://arxiv.org/abs/1412.6572))',
    );
  });

  it('by its footnote', () => {
    const text =
      'Infants count.[^wynn] Cats do not.\n\nInfants see sums of small numbers.\n\n[^wynn]: Wynn, K. (1992). Sums of small numbers in infants. Nature, 358.\n';
    expect(offers(text, 'Infants see').map(([, written]) => written)).toEqual(['[^wynn]']);
  });

  it('out of the front matter of a line', () => {
    const text = `---\nkind: line\nsources: ["[[attention-and-walks]]", lecture]\n---\n\nWalks raise attention by half.\n`;
    expect(offers(text, 'Walks').map(([, written]) => written)).toEqual([' [[attention-and-walks]]']);
  });

  it('without words to tell them by only where they are few', () => {
    const one = 'It drifts [@berg2026]. It does so early (arXiv:2511.00222).\n\nGrain prices doubled.\n';
    expect(offers(one, 'Grain')).toEqual([
      ['Cite @berg2026, a source of this note', ' [@berg2026]'],
      ['Cite arXiv:2511.00222, a source of this note', ' (arXiv:2511.00222)'],
    ]);
    expect(offers(`It stops [@lund2025].\n\n${one}`, 'Grain')).toEqual([]);
  });

  it('never what leads nowhere: a picture, a place on the page, the front page of whoever is named, an address without a word, an impossible ID', () => {
    const text =
      'See ![a chart](chart.png) and [below](#end). Claude by [Anthropic](https://anthropic.com) helps. Park [here](https://example.org/map) or at https://example.org/gate. It was in arXiv:2513.99999.\n\nGrain prices doubled.\n';
    expect(offers(text, 'Grain')).toEqual([]);
  });
});

describe('among those of the library', () => {
  const shelf = library(
    '@article{berg, title={Spindle density in the old}, author={Berg, A.}, year={2013}}\n@article{lund, title={Overnight retention and spindle density}, author={Lund, C.}, year={2011}}\n',
  );
  const text =
    'Sleep comes in stages [@berg].\n\nSpindle density is low in the old.\n\nSpindle density predicts overnight retention.\n';

  it('each says whether it is the note’s own, the better match first', () => {
    expect(offers(text, 'Spindle density is', { library: shelf }).map(([title]) => title)).toEqual([
      'Cite “Spindle density in the old” (2013), a source of this note',
      'Cite “Overnight retention and spindle density” (2011)',
    ]);
    expect(offers(text, 'Spindle density predicts', { library: shelf }).map(([title]) => title)).toEqual([
      'Cite “Overnight retention and spindle density” (2011)',
      'Cite “Spindle density in the old” (2013), a source of this note',
    ]);
  });

  it('one that is not in the library stands where its words put it', () => {
    const own = `${text}\nIt is known ([how spindle density predicts overnight retention](https://example.org/a)).\n`;
    expect(offers(own, 'Spindle density predicts', { library: shelf })[0]).toEqual([
      'Cite “how spindle density predicts overnight retention”, a source of this note',
      ' ([how spindle density predicts overnight retention](https://example.org/a))',
    ]);
  });
});
