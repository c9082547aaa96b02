/** How rows of the library's views look and sound. */
import * as vscode from 'vscode';
import type { ClaimRow, EntryRow, Row } from '#core/views/messages.ts';
import type { RowNode } from './paged-tree.ts';

const { l10n } = vscode;
const { TreeItem, TreeItemCollapsibleState } = vscode;

type GroupRow = Extract<Row, { readonly kind: 'group' }>;

const ICONS = {
  paper: 'book',
  note: 'note',
  line: 'question',
  related: 'references',
  unused: 'circle-outline',
} as const;

/** Rows with a number in their badge are named by a URI of these schemes, the number in its query: of notes that cite, of works shared. */
const SCHEMES = { citing: 'inquiry-cited', sharing: 'inquiry-shared' } as const;

export function itemOf({ row }: RowNode): vscode.TreeItem {
  if (row.kind === 'group') return groupItem(row);
  return row.kind === 'entry' ? entryItem(row) : claimItem(row);
}

function groupItem({ group, total }: GroupRow): vscode.TreeItem {
  const names = {
    paper: l10n.t('Papers'),
    note: l10n.t('Notes'),
    line: l10n.t('Lines of Inquiry'),
    related: l10n.t('Share Sources with This Note'),
    unused: l10n.t('Notes That No Line Uses'),
  };
  const item = new TreeItem(names[group], TreeItemCollapsibleState.Collapsed);
  if (group === 'related') item.collapsibleState = TreeItemCollapsibleState.Expanded;
  item.description = total.toLocaleString();
  item.iconPath = new vscode.ThemeIcon(ICONS[group]);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${names[group]}, ${String(total)}` };
  return item;
}

function entryItem(row: EntryRow): vscode.TreeItem {
  const { entry, title, authors, year, shares, file } = row;
  // One label, so that typing finds any of it; papers by whose they are, as people speak of them.
  const who = [authors, year].filter((part) => part !== '').join(' ');
  const item = new TreeItem(
    entry === 'paper' && who !== '' ? `${who} · ${title}` : title,
    row.opens === undefined ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  item.description = shares === undefined ? (entry === 'paper' ? '' : year) : sharing(shares);
  item.iconPath = iconOf(row);
  item.contextValue = [
    'entry',
    entry,
    ...(['file', 'page', 'pdf', 'identifier'] as const).filter((part) => row[part]),
  ].join(' ');
  const [scheme, number] = shares ? [SCHEMES.sharing, shares.length] : [SCHEMES.citing, row.citedBy ?? 0];
  if (number > 0) item.resourceUri = vscode.Uri.from({ scheme, path: `/${row.id}`, query: String(number) });
  item.accessibilityInformation = { label: spoken(row) };
  if (file)
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [
        vscode.Uri.parse(file.uri),
        {
          selection: new vscode.Range(file.line, 0, file.line, 0),
          preview: true,
          // Whoever walks through a list stays in it.
          preserveFocus: true,
        } satisfies vscode.TextDocumentShowOptions,
      ],
    };
  return item;
}

function iconOf({ entry, status }: EntryRow): vscode.ThemeIcon {
  return status === 'withdrawn' || status === 'retracted'
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(ICONS[entry]);
}

const sharingSome = (works: number): string =>
  works === 1 ? l10n.t('shares 1 source') : l10n.t('shares {0} sources', works);

function sharing(titles: readonly string[]): string {
  const [first = ''] = titles;
  return titles.length === 1
    ? l10n.t('shares {0}', first)
    : l10n.t('shares {0} sources: {1}', titles.length, titles.join('; '));
}

function spoken({ entry, title, authors, year, status, citedBy, shares }: EntryRow): string {
  const kinds = { paper: l10n.t('Paper'), note: l10n.t('Note'), line: l10n.t('Line of inquiry') };
  const states = {
    withdrawn: l10n.t('withdrawn'),
    retracted: l10n.t('retracted'),
    superseded: l10n.t('superseded'),
  };
  return [
    kinds[entry],
    title,
    authors,
    year,
    status === undefined ? '' : states[status],
    citedBy === undefined ? '' : citing(citedBy),
    shares === undefined ? '' : sharing(shares),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const citing = (notes: number): string =>
  notes === 0
    ? l10n.t('cited in no note')
    : notes === 1
      ? l10n.t('cited in 1 note')
      : l10n.t('cited in {0} notes', notes);

function claimItem({ uri, path, line, character, text }: ClaimRow): vscode.TreeItem {
  const item = new TreeItem(text);
  const place = `${path}:${String(line + 1)}`;
  item.description = place;
  item.tooltip = `${text}\n\n${place}`;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.contextValue = 'claim';
  item.accessibilityInformation = { label: l10n.t('{0} In {1}, line {2}', text, path, line + 1) };
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Go to the claim'),
    arguments: [
      vscode.Uri.parse(uri),
      {
        selection: new vscode.Range(line, character, line, character),
        preview: true,
      } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  return item;
}

/** The number at the edge of a row, where a narrow side bar cuts nothing off. */
export const numberBadges: vscode.FileDecorationProvider = {
  provideFileDecoration({ scheme, query }) {
    const number = Number(query);
    // A badge has room for two signs.
    const badge = number > 99 ? '++' : String(number);
    if (scheme === SCHEMES.citing) return { badge, tooltip: citing(number), propagate: false };
    if (scheme === SCHEMES.sharing) return { badge, tooltip: sharingSome(number), propagate: false };
    return undefined;
  },
};
