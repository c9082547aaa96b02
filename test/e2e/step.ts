/** One thing that a person does in the driven editor, by what comes of it. */
import type { EditorDriver } from './editor-driver.ts';
import type { SampleWorkspace } from './sample-workspace.ts';

export type Step = readonly [
  name: string,
  run: (editor: EditorDriver, workspace: SampleWorkspace) => Promise<void>,
];
