/** What is wrong with a YAML text, in words for the person who wrote it: the parser's own are about tokens and nodes. */
import type { YAMLError } from 'yaml';

/** The end of a sentence, without its full stop: "a value begins with “@”; put quotation marks around it". */
export function yamlReason(errors: readonly YAMLError[], text: string): string {
  const [error] = errors;
  if (!error) return 'something in it cannot be told';
  // Often found out only lines later, by what it makes of them.
  if (/^ *\t[ \t]*\S/m.test(text)) return TAB;
  const at = error.pos[0];
  const isUneven = (): boolean => errors.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return TAB;
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (text.charAt(at) === '?') return beginsWith('?');
      return isUneven() ? UNEVEN : 'a value has “: ” in it; put quotation marks around all of it';
    case 'MULTILINE_IMPLICIT_KEY':
      return NO_VALUE;
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return beginsWith(text.charAt(at));
    case 'MISSING_CHAR':
      return /quote/.test(error.message) ? 'a quotation mark is never closed' : NO_VALUE;
    case 'BAD_INDENT': {
      const closing = /end with an? ([\]}])/.exec(error.message)?.[1];
      return closing === undefined
        ? UNEVEN
        : `a bracket “${closing === ']' ? '[' : '{'}” is never closed, or not before the next line`;
    }
    case 'BAD_DQ_ESCAPE':
      return 'a backslash stands in double quotation marks; write it twice, or use single ones';
    case 'MULTIPLE_DOCS':
      return 'a second document begins in it, with “---”';
    case 'UNEXPECTED_TOKEN': {
      const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      const block = /:\s*([>|])[-+\d]*\s*$/.exec(before)?.[1];
      if (block !== undefined) return beginsWith(block);
      if (before.trim() === '') return UNEVEN;
      return 'words stand behind a value that had ended; put quotation marks around all of it';
    }
    default:
      return (error.message.split('\n')[0] ?? '').replace(/ at line.*|[.:]$/, '');
  }
}

const TAB = 'a tab indents a line; YAML takes blanks only';
const UNEVEN = 'lines that belong together are not indented alike';
const NO_VALUE = 'a line has no “name: value”';
const beginsWith = (sign: string): string => `a value begins with “${sign}”; put quotation marks around it`;
