/** The research prompt: an analysed note as data, and the data as text. */
export { buildPrompt } from './build.ts';
export { promptAsJson, renderPrompt } from './render.ts';
export { promptForWorkbench, type WorkbenchInput } from './workbench.ts';
export {
  builtInNames,
  builtInTemplate,
  builtInTemplates,
  chosenTemplate,
  isBuiltIn,
  missingTemplate,
  parseTemplate,
  templateFaultIn,
  type ChosenTemplate,
  type Template,
  type TemplateChoice,
} from './templates/index.ts';
