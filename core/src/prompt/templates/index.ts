/** Templates of the research prompt: those that come with Inquiry, and people's own. */
import { builtInTemplates } from './built-in.ts';
import { missingTemplate, type OwnTemplates } from './missing.ts';
import { isBuiltIn, type BuiltInName } from './names.ts';
import { parseTemplate, templateFaultIn, type Template } from './template.ts';

export { builtInTemplates, commentedCopy } from './built-in.ts';
export { missingTemplate } from './missing.ts';
export { builtInNames, isBuiltIn, type BuiltInName } from './names.ts';
export {
  parseTemplate,
  templateFaultIn,
  type ReadTemplate,
  type Template,
  type TemplateFault,
} from './template.ts';

const read = new Map<BuiltInName, Template>();

/** Read on first use. */
export function builtInTemplate(name: BuiltInName): Template {
  const known = read.get(name);
  if (known) return known;
  const { template, faults } = parseTemplate(name, builtInTemplates[name]);
  if (!template) throw new Error(faults.map((fault) => templateFaultIn(name, fault)).join(' '));
  read.set(name, template);
  return template;
}

/** A built-in one by its name, or a person's own by the name of its file and its text. */
export interface TemplateChoice {
  readonly name: string;
  /** Absent where it is built in, or where there is no such file. */
  readonly text?: string | undefined;
}

export interface ChosenTemplate {
  /** Absent where it cannot be used: nothing is put in its place. */
  readonly template: Template | undefined;
  /** Why not, for people, and where in the file, from 0. */
  readonly faults: readonly { readonly message: string; readonly line: number }[];
}

/** `own`: where the person's own are looked for, should there be none of that name. */
export function chosenTemplate({ name, text }: TemplateChoice, own: OwnTemplates): ChosenTemplate {
  if (text !== undefined) {
    const { template, faults } = parseTemplate(name, text);
    return {
      template,
      faults: faults.map((fault) => ({ message: templateFaultIn(name, fault), line: fault.line })),
    };
  }
  if (isBuiltIn(name)) return { template: builtInTemplate(name), faults: [] };
  return { template: undefined, faults: [{ message: missingTemplate(name, own), line: 0 }] };
}
