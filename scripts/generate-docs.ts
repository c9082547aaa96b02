/**
 * Writes what can be derived: the settings part of package.json, its texts in package.nls.json and docs/settings.md from the settings'
 * schema, docs/rules.md from the rules' pages, the tables of docs/templates.md. `npm run generate-docs`; test/docs.test.ts fails when a
 * file is not what this writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { placeholders, type Placeholders } from '../core/src/prompt/templates/placeholders.ts';
import { ruleDescriptions } from '../core/src/rules/descriptions.ts';
import { ruleIds } from '../core/src/rules/ids.ts';
import { settingsSchema } from '../core/src/settings.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: unknown;
}

/** Settings in the order and the groups in which the editor shows them. */
const GROUPS: readonly { readonly title: string; readonly keys: RegExp }[] = [
  { title: 'Inquiry', keys: /^[a-zA-Z]+$/ },
  { title: 'In the Text', keys: /^(?:codeLens|inlayHints|outline)\./ },
  { title: 'Claims', keys: /^claims\./ },
  { title: 'Dates', keys: /^dates\./ },
  { title: 'Library', keys: /^library\./ },
  { title: 'Bibliography', keys: /^bibliography\./ },
  { title: 'Prompt', keys: /^prompt\./ },
  { title: 'Rules', keys: /^rules\./ },
];

function properties(): readonly (readonly [key: string, property: Property])[] {
  const { properties: all = {} } = z.toJSONSchema(settingsSchema, { io: 'input' });
  return Object.entries(all as Record<string, Property>);
}

/** `contributes.configuration` of the manifest. */
export function configuration(): readonly object[] {
  const grouped = GROUPS.map(({ title, keys }, order) => ({
    title: order === 0 ? title : `%${nameOfGroup(title)}%`,
    order,
    properties: Object.fromEntries(
      properties()
        .filter(([key]) => keys.test(key))
        .map(([key, property]) => [`inquiry.${key}`, forEditor(key, property)]),
    ),
  })).filter((group) => Object.keys(group.properties).length > 0);
  const told = new Set(grouped.flatMap((group) => Object.keys(group.properties)));
  const missed = properties().filter(([key]) => !told.has(`inquiry.${key}`));
  if (missed.length > 0) throw new Error(`Settings in no group: ${missed.map(([key]) => key).join(', ')}`);
  return grouped;
}

/** The description goes by a name, so that the settings editor speaks the person's language. */
function forEditor(key: string, { description: _named, ...rest }: Property): object {
  return { ...rest, markdownDescription: `%${nameOfSetting(key)}%`, scope: 'resource' };
}

const nameOfSetting = (key: string): string => `setting.${key}`;
const nameOfGroup = (title: string): string => `settings.${title.toLowerCase().replaceAll(' ', '-')}`;

/** package.nls.json with the settings' texts behind all else. */
export function manifestTexts(text: string): string {
  const others = Object.entries(JSON.parse(text) as Record<string, string>).filter(
    ([name]) => !/^settings?\./.test(name),
  );
  const texts = [
    ...others,
    ...GROUPS.slice(1).map(({ title }) => [nameOfGroup(title), title] as const),
    ...properties().map(([key, { description }]) => [nameOfSetting(key), description ?? ''] as const),
  ];
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}

/** package.json with its settings part in place; all else as it stands. */
export function manifest(text: string): string {
  const parsed = JSON.parse(text) as { contributes: Record<string, unknown> };
  const { configuration: _old, ...contributes } = parsed.contributes;
  return `${JSON.stringify({ ...parsed, contributes: { configuration: configuration(), ...contributes } }, null, 2)}\n`;
}

export function settingsPage(): string {
  const out = [
    '# Settings',
    '',
    '<!-- Written by `npm run generate-docs` from core/src/settings.ts. -->',
    '',
    'All of them can be set for the user, the workspace or a folder. A value that cannot be used falls back to its default, and the Problems view says so once.',
  ];
  for (const { title, keys } of GROUPS) {
    const group = properties().filter(([key]) => keys.test(key));
    if (group.length === 0) continue;
    out.push(
      '',
      `## ${title}`,
      '',
      '| Setting | Default | Values | What it does |',
      '| --- | --- | --- | --- |',
    );
    for (const [key, property] of group) {
      const preset = `\`${JSON.stringify(property.default)}\``;
      out.push(`| \`inquiry.${key}\` | ${preset} | ${values(property)} | ${property.description ?? ''} |`);
    }
  }
  return `${out.join('\n')}\n`;
}

function values(property: Property): string {
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(', ');
  if (property.type === 'integer')
    return `${String(property.minimum ?? '')} to ${String(property.maximum ?? '')}`;
  return property.type === 'boolean'
    ? '`true`, `false`'
    : property.type === 'string'
      ? 'a name or a path'
      : 'a list of paths';
}

export function rulesPage(): string {
  const presets = new Map(properties().map(([key, { default: preset }]) => [key, preset]));
  const out = [
    '# Rules',
    '',
    '<!-- Written by `npm run generate-docs` from the pages in core/src/rules. -->',
    '',
    'Each rule has a page with examples of what it flags, what it leaves alone and what its fixes do; the pages are run as tests. `inquiry.rules.<rule>` sets a rule’s severity; `off` switches it off.',
    '',
    '| Rule | What it flags | Default |',
    '| --- | --- | --- |',
  ];
  for (const id of ruleIds) {
    const preset = presets.get(`rules.${id}`) ?? 'hint';
    out.push(`| [\`${id}\`](../core/src/rules/${id}.md) | ${ruleDescriptions[id]} | ${String(preset)} |`);
  }
  for (const id of ruleIds) {
    const page = readFileSync(join(root, 'core/src/rules', `${id}.md`), 'utf8');
    out.push(
      '',
      `## ${id}`,
      '',
      section(page, 'What'),
      '',
      section(page, 'Why'),
      '',
      `[Examples and fixes](../core/src/rules/${id}.md)`,
    );
  }
  out.push(
    '',
    '## Ignoring',
    '',
    'A comment silences what it names, and its reason is kept: `inquiry check` lists it.',
    '',
    '| Comment | Silences |',
    '| --- | --- |',
    '| `<!-- inquiry-ignore unsourced-claim: own observation -->` | the next block |',
    '| `<!-- inquiry-ignore-line unsourced-claim: own observation -->` | the line it stands on; `-next-line` the one after |',
    '| `<!-- inquiry-ignore-sentence unsourced-claim: own observation -->` | the sentence that it stands in or behind |',
    '| `<!-- inquiry-ignore-start: draft -->` … `<!-- inquiry-ignore-end -->` | what stands between |',
    '| front matter `inquiry-ignore:` with a line `unsourced-claim: a diary` | the file |',
    '',
    'Without a rule’s name every rule is meant. A start whose end was forgotten silences all to the note’s end and is told, with the number of problems that it silences, as a warning; so are misspelt rules and forms and an end too many, as information.',
  );
  return `${out.join('\n')}\n`;
}

function section(page: string, heading: string): string {
  const found = new RegExp(`^## ${heading}\\n+([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1];
  // Links in a page are relative to it.
  return (found ?? '').trim().replace(/\]\((?!https?:|#)([^)]+)\)/g, '](../core/src/rules/$1)');
}

/** docs/templates.md with its tables behind what is written by hand. */
export function templatesPage(text: string): string {
  const [own = ''] = text.split(/(?<=^<!-- The tables are written by .*-->\n)/m);
  const tables = [
    ...namesTable('Texts:', placeholders, 'text'),
    ...namesTable('A yes or no:', placeholders, 'flag'),
    ...namesTable('Lists:', placeholders, 'list'),
    ...Object.entries(placeholders).flatMap(([name, { each }]) =>
      each ? namesTable(`Of each of \`${name}\`:`, each) : [],
    ),
  ];
  return `${own}${tables.join('\n')}\n`;
}

function namesTable(title: string, names: Placeholders, only?: 'text' | 'flag' | 'list'): string[] {
  const rows = Object.entries(names).filter(([, { kind }]) => only === undefined || kind === only);
  return [
    ...['', title, '', '| name | what it is |', '| --- | --- |'],
    ...rows.map(([name, { about }]) => `| \`${name}\` | ${about} |`),
  ];
}

export const generated: readonly { readonly path: string; make(current: string): string }[] = [
  { path: 'package.json', make: manifest },
  { path: 'package.nls.json', make: manifestTexts },
  { path: 'docs/settings.md', make: settingsPage },
  { path: 'docs/rules.md', make: rulesPage },
  { path: 'docs/templates.md', make: templatesPage },
];

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, make } of generated) {
    const file = join(root, path);
    const current = readFileSync(file, 'utf8');
    writeFileSync(file, make(current));
    console.log(`Wrote ${path}.`);
  }
