import { expect, test } from 'vitest';
import { inFolder, inquiry } from './command-line.ts';

test('library conflicts tells which file says what, with its line, and nothing where all agree', () =>
  inFolder(
    {
      'refs.bib': '\n@article{tides, title={Warm pools}, doi={10.1000/a}, journal={Nature}, year={2021}}\n',
      'zotero.json':
        '[{"id":"x","title":"Warm Pools","DOI":"10.1000/A","container-title":"Nature","issued":{"date-parts":[[2022]]}}]',
    },
    async (at) => {
      const libraries = ['--library', at('refs.bib'), '--library', at('zotero.json'), '--no-bundled-library'];
      const pretty = await inquiry(['library', 'conflicts', ...libraries]);
      expect(pretty.complaints).toEqual([]);
      expect(pretty).toMatchObject({
        code: 1,
        out: `tides  Warm pools\n  date: 2021 (${at('refs.bib')}:2)\n  date: 2022 (${at('zotero.json')}:1)\n`,
      });
      const json = await inquiry(['library', 'conflicts', '--format', 'json', ...libraries]);
      expect(JSON.parse(json.out)).toMatchObject({
        version: 1,
        entries: [
          { id: 'tides', conflicts: [{ field: 'date', values: [{ value: '2021' }, { value: '2022' }] }] },
        ],
      });
      expect(await inquiry(['library', 'conflicts', ...libraries.slice(2)])).toMatchObject({
        code: 0,
        out: '',
      });
    },
  ));
