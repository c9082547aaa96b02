/** What the client on the other side can do, as it said when it introduced itself. */
import type { InitializeParams } from 'vscode-languageserver';

export interface Abilities {
  pulls: boolean;
  refreshes: boolean;
  configuration: boolean;
  dynamicConfiguration: boolean;
  watches: boolean;
  /** Also outside the workspace's folders. */
  watchesAnywhere: boolean;
  folders: boolean;
  /** Asks again for what stands over and beside the text when the server says so. */
  refreshesLenses: boolean;
  refreshesHints: boolean;
  /** Asks for a hint's card when somebody looks at the hint. */
  resolvesHints: boolean;
  /** Takes edits for a certain version of a document only. */
  editsVersions: boolean;
  /** Renames files as a part of an edit. */
  renamesFiles: boolean;
  /** Makes files as a part of an edit. */
  createsFiles: boolean;
}

/** As long as the client has said nothing. */
export const noAbilities = (): Abilities => ({
  pulls: false,
  refreshes: false,
  configuration: false,
  dynamicConfiguration: false,
  watches: false,
  watchesAnywhere: false,
  folders: false,
  refreshesLenses: false,
  refreshesHints: false,
  resolvesHints: false,
  editsVersions: false,
  renamesFiles: false,
  createsFiles: false,
});

/** Into `abilities`, which others hold already. */
export function readAbilities({ capabilities }: InitializeParams, abilities: Abilities): void {
  abilities.pulls = capabilities.textDocument?.diagnostic !== undefined;
  abilities.refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  abilities.configuration = capabilities.workspace?.configuration === true;
  abilities.dynamicConfiguration =
    capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  const watching = capabilities.workspace?.didChangeWatchedFiles;
  abilities.watches = watching?.dynamicRegistration === true;
  abilities.watchesAnywhere = abilities.watches && watching?.relativePatternSupport === true;
  abilities.folders = capabilities.workspace?.workspaceFolders === true;
  abilities.refreshesLenses = capabilities.workspace?.codeLens?.refreshSupport === true;
  abilities.refreshesHints = capabilities.workspace?.inlayHint?.refreshSupport === true;
  abilities.editsVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const operations = capabilities.workspace?.workspaceEdit?.resourceOperations ?? [];
  abilities.renamesFiles = abilities.editsVersions && operations.includes('rename');
  abilities.createsFiles = abilities.editsVersions && operations.includes('create');
  abilities.resolvesHints =
    capabilities.textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true;
}
