/** `npm run new-rule <id>`: writes a rule's file and its page and registers both, ready to be filled in. The page fails until they are. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'core/src/rules');
const id = process.argv[2];

if (id === undefined || !/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
  console.error(
    'Usage: npm run new-rule <name>, such as “circular-source”: lower case, with hyphens, the pattern flagged.',
  );
  process.exit(2);
}
const file = join(folder, `${id}.ts`);
if (existsSync(file)) {
  console.error(`${file} exists.`);
  process.exit(2);
}
const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

writeFileSync(
  file,
  `/** Say in a sentence what is flagged, and what is left to whom. */
import type { Finding, Rule } from './model.ts';

export const ${name}: Rule = {
  id: '${id}',
  severity: 'hint',
  *check(analysis): Iterable<Finding> {
    for (const { sentence } of analysis.sentences)
      if (sentence.words.includes('${id}')) yield { span: sentence.span, message: 'say what is wrong and why.' };
  },
};
`,
);
writeFileSync(
  join(folder, `${id}.md`),
  ['What', 'Why', 'Flagged', 'Not flagged', 'Fixed', 'Options', 'See also'].reduce(
    (page, heading) =>
      `${page}\n## ${heading}\n\n${heading.includes('lagged') ? '```markdown\n\n```\n' : ''}`,
    `# ${id}\n`,
  ),
);
edit('index.ts', (text) =>
  text
    .replace(/\nexport const rules/, `import { ${name} } from './${id}.ts';\n\nexport const rules`)
    .replace(/\n\];/, `\n  ${name},\n];`),
);
edit('ids.ts', (text) => text.replace("  'unused-ignore',", `  '${id}',\n  'unused-ignore',`));
edit('model.ts', (text) => text.replace("  | 'uncited-source';", `  | 'uncited-source'\n  | '${id}';`));
edit('descriptions.ts', (text) =>
  text.replace("  'unused-ignore':", `  '${id}': 'Say in one line what is flagged.',\n  'unused-ignore':`),
);
console.log(
  `Wrote core/src/rules/${id}.ts and its page. Next: a setting in core/src/settings.ts, examples on the page,`,
);
console.log('then `npm run test:unit -- -u` draws the carets and `npm run generate-docs` writes the lists.');

function edit(path: string, change: (text: string) => string): void {
  const full = join(folder, path);
  const text = readFileSync(full, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${path} has changed its shape: register ${id} by hand.`);
  writeFileSync(full, changed);
}
