/** Answers `inquiry/verifyReply`: a model's reply against the library and the open note that asked. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  chosenTemplate,
  newLines,
  replyMarkdown,
  replySummary,
  retestMarks,
  verifyReply,
  type Analysis,
  type Settings,
} from '#core';
import type { VerifyReplyParams, VerifyReplyResult } from '#core/reply/messages.ts';
import type { Workspace } from '../workspace.ts';

export async function answerReply(
  { reply, folder, note, pasted }: VerifyReplyParams,
  workspace: Workspace,
  document: TextDocument | undefined,
): Promise<VerifyReplyResult> {
  const uri = document?.uri ?? folder ?? workspace.folders[0]?.uri ?? '';
  const settings = await workspace.settingsOf(uri);
  // A reply is no note of the person's: how gently their own notes are judged says nothing of it.
  const strict: Settings = { ...settings, 'claims.profile': 'standard' };
  const analysisOf = (text: string, by: Settings): Analysis => workspace.check(uri, text, by).analysis;
  let read = analysisOf(reply, strict);
  if (!workspace.elsewhere.isEmpty) {
    await workspace.elsewhere.askFor(read);
    read = analysisOf(reply, strict);
  }
  const asked = document && analysisOf(without(document.getText(), pasted), settings);
  const template =
    note?.template && chosenTemplate(note.template, { folder: settings['prompt.templates'] }).template;
  const report = verifyReply(read, asked, note, template);
  return {
    report: replyMarkdown(report),
    summary: [...report.remarks.map(({ message }) => message), replySummary(report)].join(' '),
    marks: retestMarks(report).map(({ numbers, text, edits }) => ({
      numbers: [...numbers],
      text,
      edits: edits.map(({ span, newText }) => ({ ...span, newText })),
    })),
    lines: newLines(report, workspace.runtime.today()).map((line) => ({ ...line })),
    unknown: report.cited
      .filter(
        ({ type, status, entry }) =>
          entry === undefined && status !== 'impossible' && (type === 'arxiv' || type === 'doi'),
      )
      .map(({ id, said }) => ({ id, ...(said === undefined ? {} : { said }) })),
    wrong:
      report.remarks.filter(({ severity }) => severity === 'warning').length +
      report.cited.filter(({ status }) => status === 'impossible' || /disagrees?$/.test(status)).length,
  };
}

/** The note without the reply that was pasted into it; every place stays where it is. */
function without(text: string, pasted: VerifyReplyParams['pasted']): string {
  if (!pasted) return text;
  const { start, end } = pasted;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}
