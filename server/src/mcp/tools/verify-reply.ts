/** `verify_reply`: what `inquiry verify` says of a model's reply. */
import { prettyReply, verifyReply as verify, verifyReport } from '#core';
import { readGiven } from '../notes.ts';
import { makeTool, noteText, path, words } from '../tool.ts';

export const verifyReply = makeTool({
  name: 'verify_reply',
  title: 'Verify a model’s reply',
  description:
    'Checks a model’s answer to a research prompt against the library: every identifier that it cites (in the library, unknown, impossible, or with a title, date or authors that are not its own), every claim that it makes without a source and, with the note that asked, which of the note’s claims it says fell, held or held in part. Use it on any text with citations, your own draft included, before it goes into a note.',
  arguments: {
    reply: words('The reply’s whole text, Markdown or plain.'),
    note_path: path('Path of the note whose prompt was asked, absolute or from an open folder.').optional(),
    note_text: noteText('That note’s whole text. Instead of note_path.').optional(),
  },
  async run({ reply, note_path, note_text }, { folders, open, today }) {
    const note =
      note_path === undefined && note_text === undefined
        ? undefined
        : await readGiven(folders, { path: note_path, text: note_text }, ['note_path', 'note_text']);
    const file = { path: '-', text: reply };
    const { warnings, analyse } = await open(note ? [file, note] : [file]);
    const day = today();
    const report = verify(analyse(reply, day), note && analyse(note.text, day));
    return {
      words: prettyReply(report, { color: false }),
      data: { ...verifyReport(report, { reply: '-', ...(note && { note: note.shown }) }) },
      warnings,
    };
  },
});
