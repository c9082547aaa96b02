/** The research prompt: an analysed note as data, and the data as text. */
export { buildPrompt } from './build.ts';
export { promptAsJson, renderPrompt } from './render.ts';
export { promptForWorkbench, type WorkbenchInput } from './workbench.ts';
