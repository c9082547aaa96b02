/** Every setting, once: the manifest and docs/settings.md are generated from this schema, and a test holds them to it. */
import * as z from 'zod';
import { settingFault } from './setting-fault.ts';

export const severitySchema = z.enum(['error', 'warning', 'information', 'hint', 'off']);
export type Severity = z.infer<typeof severitySchema>;

const severity = (preset: Severity, what: string) =>
  severitySchema.default(preset).describe(`Severity of \`${what}\`; \`off\` switches the rule off.`);

export const settingsSchema = z.object({
  run: z
    .enum(['onType', 'onSave'])
    .default('onType')
    .describe('When notes are checked: while you type, or when you save.'),
  'codeLens.enabled': z
    .boolean()
    .default(true)
    .describe(
      'Whether a note’s counts stand over its title: claims, those without a source, those to re-test, and the way to the research prompt.',
    ),
  'inlayHints.enabled': z
    .boolean()
    .default(true)
    .describe(
      'Whether a short title and a date stand behind an arXiv ID, a DOI or a citation key that your library knows, where the note does not name the work itself.',
    ),
  'outline.claims': z
    .boolean()
    .default(false)
    .describe('Whether the outline and “Go to Symbol in Editor” list a note’s claims, beside its headings.'),
  'claims.profile': z
    .enum(['gentle', 'standard', 'strict'])
    .default('standard')
    .describe(
      'How sure Inquiry must be before it asks for a source: `gentle` flags only what is sure, `strict` flags nearly every claim.',
    ),
  'claims.scope': z
    .enum(['sentence', 'standard', 'paragraph'])
    .default('standard')
    .describe(
      'How far a source reaches: its own sentence, the standard scope (list items, lead-ins, back to the previous citation in a paragraph), or its whole paragraph.',
    ),
  'dates.horizonMonths': z
    .int()
    .min(1)
    .max(1200)
    .default(6)
    .describe('How many months evidence for a perishable claim may age before it wants re-testing.'),
  'dates.hotMonths': z
    .int()
    .min(1)
    .max(1200)
    .default(3)
    .describe('Horizon, in months, of claims that spoil fast (leaderboards, prices, “currently the best”).'),
  'dates.coldMonths': z
    .int()
    .min(1)
    .max(1200)
    .default(24)
    .describe('Horizon, in months, of claims that spoil slowly.'),
  'dates.retested': z
    .enum(['inline', 'frontMatter'])
    .default('inline')
    .describe(
      'Where “Mark re-tested” writes the day first of all: beside each claim, `(checked 2026-11)`, or once for the note, `checked:` in its front matter.',
    ),
  'prompt.questions': z
    .int()
    .min(1)
    .max(10)
    .default(2)
    .describe('How many new research questions the prompt asks for.'),
  'prompt.maxClaims': z
    .int()
    .min(1)
    .max(100)
    .default(12)
    .describe('How many dated claims the prompt holds at most.'),
  'prompt.maxAnchors': z
    .int()
    .min(0)
    .max(50)
    .default(6)
    .describe('How many anchor papers the prompt names at most.'),
  'prompt.template': z
    .string()
    .default('default')
    .describe(
      'The template that a note’s research prompt follows until the workbench is told another: `default`, `short`, `contradictions`, `deep-research`, or the name of a file in your folder of templates, such as `mine.md`.',
    ),
  'prompt.templates': z
    .string()
    .default('.inquiry/templates')
    .describe(
      'The folder with your own templates of the research prompt (`.md` or `.txt`), relative to the workspace folder; “New Prompt Template…” writes one there.',
    ),
  'library.bundled': z
    .boolean()
    .default(true)
    .describe('Whether the bundled seed library answers beside your own.'),
  'library.paths': z
    .array(z.string())
    .default([])
    .describe(
      'Files or folders with references (CSL-JSON, BibTeX, Markdown notes), relative to the workspace folder; `~` is your home. Changes are picked up, wherever the file is. The Markdown notes, `.bib` and CSL-JSON files of the workspace are always read; on the command line, `--library` names them.',
    ),
  'library.remote': z
    .array(z.string())
    .default([])
    .describe(
      'Libraries of others, asked for what your notes cite: a folder in another repository, the address or folder of an export (`inquiry library export`), or a search index (`opensearch:https://host/index`). Nothing is asked in a workspace that is not trusted.',
    ),
  'library.arxivIndex': z
    .string()
    .default('')
    .describe(
      'An index of all of arXiv, built with `inquiry library build` (an absolute path, or relative to the workspace folder).',
    ),
  'library.addTo': z
    .string()
    .default('')
    .describe(
      'The CSL-JSON or `.bib` file that “Add Paper to Library” adds to, relative to the workspace folder. Asked for once when empty.',
    ),
  'library.zotero': z
    .enum(['off', 'on'])
    .default('off')
    .describe(
      'Whether the references of the Zotero that runs on this machine are read, through its local API (Zotero 7 or later), with Better BibTeX’s citation keys where it is installed. Nothing leaves the machine; only in a trusted workspace.',
    ),
  'library.zoteroPort': z
    .int()
    .min(1)
    .max(65535)
    .default(23119)
    .describe('The port on which Zotero listens.'),
  'bibliography.style': z
    .string()
    .default('apa')
    .describe(
      'The citation style of exported bibliographies: `apa`, `chicago-author-date`, `ieee`, `vancouver`, or the path of any `.csl` file, relative to the workspace folder.',
    ),
  'bibliography.locale': z
    .string()
    .default('')
    .describe(
      'The language of exported bibliographies, such as `de-DE`, or the path of a CSL `locales-….xml` file. Empty: the style’s own.',
    ),
  'rules.unsourced-claim': severity('warning', 'unsourced-claim'),
  'rules.undated-perishable': severity('information', 'undated-perishable'),
  'rules.stale-date': severity('warning', 'stale-date'),
  'rules.stale-evidence': severity('information', 'stale-evidence'),
  'rules.date-conflict': severity('warning', 'date-conflict'),
  'rules.malformed-arxiv-id': severity('error', 'malformed-arxiv-id'),
  'rules.unknown-source': severity('warning', 'unknown-source').describe(
    'Severity of `unknown-source` for keys and note links; arXiv IDs and DOIs stay hints. `off` switches the rule off.',
  ),
  'rules.misattributed-claim': severity('warning', 'misattributed-claim'),
  'rules.figure-not-in-source': severity('information', 'figure-not-in-source'),
  'rules.superseded-source': severity('information', 'superseded-source'),
  'rules.shared-evidence': severity('information', 'shared-evidence'),
  'rules.uncited-source': severity('hint', 'uncited-source'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const defaultSettings: Settings = settingsSchema.parse({});

/** A setting that could not be used as given. */
export interface SettingFault {
  readonly key: string;
  readonly message: string;
}

/**
 * Reads settings key by key: a bad value falls back to its default and costs one fault, nothing else.
 * `raw` holds the part below "inquiry.", nested or flat.
 */
export function parseSettings(raw: unknown): { settings: Settings; faults: readonly SettingFault[] } {
  const flat = new Map<string, unknown>();
  flatten(raw, '', flat);
  const settings: Record<string, unknown> = { ...defaultSettings };
  const faults: SettingFault[] = [];
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const value = flat.get(key);
    if (value === undefined || value === null) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) settings[key] = parsed.data;
    else
      faults.push({
        key: `inquiry.${key}`,
        message: settingFault(key, value, parsed.error.issues, settings[key]),
      });
  }
  return { settings: settings as Settings, faults };
}

function flatten(value: unknown, prefix: string, into: Map<string, unknown>): void {
  if (prefix in settingsSchema.shape) into.set(prefix, value);
  else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value))
      flatten(inner, prefix === '' ? key : `${prefix}.${key}`, into);
  }
}
