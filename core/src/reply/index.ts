/** A model's reply: what it cites, what it claims, and what it says of the note that asked. */
export { verifyReply } from './build.ts';
export { newLines, retestMarks, type NewLine, type RetestMark } from './take-over.ts';
export { STATUSES } from './cited.ts';
export type {
  CitedFinding,
  CitedStatus,
  CitedIdentifier,
  ClaimAnswer,
  ReplyQuestion,
  ReplyRemark,
  ReplyReport,
  Verdict,
} from './model.ts';
