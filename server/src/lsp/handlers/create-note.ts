/** The fix of a link to a note that is not there: the note, with its title, where the link leads. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { resolvePath, type Analysis, type Problem } from '#core';
import { uriBeside } from '../beside.ts';

/** Undefined where the name could not be that of a file on every system, or leads out of the folder. */
export function createNote(
  { surroundings }: Analysis,
  { data }: Problem,
  uri: string,
): CodeAction | undefined {
  const { action, type, id } = data ?? {};
  if (action !== 'create-note' || typeof id !== 'string' || !surroundings) return undefined;
  const path = pathOf(surroundings.path, type === 'link', id);
  if (path === undefined) return undefined;
  const { title, extension } = path;
  const file = `${path.stem}${extension}`;
  const target = uriBeside(uri, surroundings, file);
  const start = { line: 0, character: 0 };
  return {
    title: `Create the note “${file}”`,
    kind: CodeActionKind.QuickFix,
    edit: {
      // A file that has come in the meantime fails the whole edit: nothing is overwritten.
      documentChanges: [
        { kind: 'create', uri: target },
        {
          textDocument: { uri: target, version: null },
          edits: [{ range: { start, end: start }, newText: `# ${title}\n\n` }],
        },
      ],
    },
  };
}

/** From the folder's root. A link says its path itself; a bare name is put beside the note, one with folders counts from the root. */
function pathOf(
  from: string,
  isLink: boolean,
  id: string,
): { stem: string; extension: string; title: string } | undefined {
  // In a link these begin what is no part of the path.
  if (!isLink && /[?#]/.test(id)) return undefined;
  const whole = resolvePath(isLink || !id.includes('/') ? from : '', id);
  const [, stem = '', extension = '.md'] = /^(.*?)(\.(?:md|markdown|qmd|mdx))?$/i.exec(whole ?? '') ?? [];
  const name = stem.replace(/^.*\//, '');
  // What Windows forbids, no note that is to be shared has.
  if (name === '' || /[<>:"|?*\\]|[. ]$/.test(stem)) return undefined;
  return { stem, extension, title: name };
}
