/** What a YAML document holds, as plain data, whatever its aliases come to. */
import { Scalar, visit, type Document, type Node } from 'yaml';

/** An alias that leads nowhere becomes the text that it is: people write "*emphasis*" and mean it. Once, before `yamlData`. */
export function settleAliases(document: Document): void {
  visit(document, {
    Alias: (_, alias) => (alias.resolve(document) ? undefined : new Scalar(`*${alias.source}`)),
  });
}

/** Undefined where aliases stand for more than anybody wrote. */
export function yamlData(node: Node, document: Document): unknown {
  try {
    return node.toJS(document);
  } catch (error) {
    // https://eemeli.org/yaml/#document-options, maxAliasCount
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
