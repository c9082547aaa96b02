import { expect, test } from 'vitest';
import { keyPlaces } from './key-places.ts';

/** The text with each place of the key in angles. */
function shown(path: string, text: string, key: string): string {
  return keyPlaces(path, text, key).reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}‹${marked.slice(start, end)}›${marked.slice(end)}`,
    text,
  );
}

test.each([
  [
    'a.bib',
    '% lee2025\n@article{ ‹lee2025›,\r\n  title = {On lee2025},\n  ids = {old, ‹lee2025›}\n}\n@book{lee2025b, title = {x}}',
  ],
  [
    'a.bib',
    '@inproceedings{a, crossref = {‹lee2025›}, related = "b, ‹lee2025› , lee2025b"}\n@proceedings{‹lee2025›, title={P}}',
  ],
  ['a.bib', '\uFEFF@article(‹lee2025›,\n title = "x")\n@article{Lee2025, title = {y}}'],
  [
    'a.json',
    '[{"id":"‹lee2025›","title":"lee2025","custom":{"id":"lee2025"}},\n {"id": "b", "citation-key" : "‹lee2025›"}]',
  ],
  ['a.json', '{"items": [{"title": "x", "author": [{"family": "lee2025"}], "id": "‹lee2025›"}]}'],
  ['a.json', '{"id": "‹lee2025›", "title": "alone"}'],
  ['a.yaml', 'references:\n- id: ‹lee2025›\n  title: lee2025\n- citation-key: "‹lee2025›"\n  id: x\n'],
  ['a.ris', 'TY  - JOUR\nID  - ‹lee2025›\nTI  - lee2025\nER  -\n'],
  ['a.md', '---\nkind: paper\ncitekey: "@‹lee2025›"\nid: ‹lee2025›\ntitle: lee2025\n---\n\nlee2025\n'],
  ['a.opml', 'lee2025'],
])('the key in %s: %s', (path, text) => {
  expect(shown(path, text.replace(/[‹›]/g, ''), 'lee2025')).toBe(text);
});
