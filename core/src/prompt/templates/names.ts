/** The names of the templates that come with Inquiry, apart from their texts: all that the workbench's page needs. */

export const builtInNames = ['default', 'short', 'contradictions', 'deep-research'] as const;
export type BuiltInName = (typeof builtInNames)[number];

export const isBuiltIn = (name: string): name is BuiltInName =>
  (builtInNames as readonly string[]).includes(name);
