/** The injection grammar on VS Code's own Markdown grammar, as code-server ships it: what it colours, and that it stays out of code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Testbed } from '../../scripts/testbed/prepare.ts';
import { ownTokens } from '../grammar/tokenize.ts';

const markdown = `# Drift of 2025-04

- A list item (2025-04-18, arXiv:2504.07912v2), **bold arXiv:2507.21509**, see [[Persona drift|drift]].
> As [@smith2020, p. 3] quotes, and [@doe2021]; doi:10.1000/182.

<!-- inquiry-ignore unsourced-claim: own observation -->
\`arXiv:2504.07912\` and

\`\`\`python
x = "arXiv:2504.07912"  # 2025-04-18
\`\`\`
`;

export async function checkGrammar(testbed: Testbed): Promise<void> {
  const home = path.resolve(path.dirname(testbed.codeServer), '../../lib/vscode/extensions');
  const read = (file: string) => JSON.parse(readFileSync(path.join(home, file), 'utf8')) as object;
  const host = read('markdown-basics/syntaxes/markdown.tmLanguage.json');
  const html = read('html/syntaxes/html.tmLanguage.json');
  const tokens = await ownTokens(markdown, host, new Map([['text.html.basic', html]]));
  assert.deepEqual(
    tokens
      .filter((token) => !/^(meta|comment)/.test(token.scopes.at(-1) ?? ''))
      .map((token) => token.text.trim()),
    [
      '2025-04',
      '2025-04-18',
      'arXiv:2504.07912v2',
      'arXiv:2507.21509',
      'Persona drift',
      'drift',
      '@smith2020',
      '@doe2021',
      'doi:10.1000/182',
      'inquiry-ignore',
      'unsourced-claim',
    ],
  );
}
