/** A model's reply against the library and the note that asked. Deterministic: the same texts, library and day give the same report. */
import type { Analysis } from '../analysis.ts';
import { check } from '../check.ts';
import type { Template } from '../prompt/templates/index.ts';
import { promptOf } from '../prompt/workbench.ts';
import type { PromptParams } from '../protocol.ts';
import { overlaps, type Span } from '../text/span.ts';
import { answersTo, unanswered } from './answers.ts';
import { citedWorks } from './cited.ts';
import type { ReplyReport } from './model.ts';
import { proposedQuestions } from './questions.ts';
import { remarksOn } from './remarks.ts';

/** What the check says of a reply's claims; what it says of identifiers is told of them. */
const OF_CLAIMS: ReadonlySet<string> = new Set([
  'unsourced-claim',
  'misattributed-claim',
  'figure-not-in-source',
]);
/** Marks that chats put in place of links: ChatGPT's "【12†source】", ":contentReference[oaicite:3]{index=3}", "citeturn0search1". */
const CHAT_MARK =
  /【\d+(?::\d+)?†[^【】\n]{0,80}】|:contentReference\[oaicite:\d+\]\{index=\d+\}|\ue200?cite(?:\ue202)?turn\d+\w+\d+(?:\ue202?turn\d+\w+\d+)*\ue201?|\[cite(?:_start|:\s?[\d, ]+)\]/g;

/**
 * Both analysed for the same day and library; `changes` are what a person changed in the note's prompt, `template` what it was
 * written in.
 */
export function verifyReply(
  reply: Analysis,
  note?: Analysis,
  changes?: Omit<PromptParams, 'uri' | 'template'>,
  template?: Template,
): ReplyReport {
  const cited = citedWorks(reply);
  const asked = note && promptOf(note, changes, template);
  const remarks = remarksOn(reply, note, asked && { prompt: asked, template });
  if (remarks.some(({ kind }) => kind !== 'language'))
    return {
      ...{ analysis: reply, note, remarks, cited, claims: [], questions: [], lost: [] },
      answers: asked ? unanswered(asked.claims) : [],
    };
  const { answers, restated } = asked ? answersTo(asked.claims, reply, cited) : { answers: [], restated: [] };
  const isRestated = (span: Span): boolean => restated.some((other) => overlaps(span, other));
  return {
    analysis: reply,
    note,
    remarks,
    cited,
    claims: check(reply).problems.filter(
      ({ rule, span }) => OF_CLAIMS.has(rule) && !(rule === 'unsourced-claim' && isRestated(span)),
    ),
    answers,
    questions: proposedQuestions(reply),
    lost: [...reply.note.text.matchAll(CHAT_MARK)].map(({ index, 0: mark }) => ({
      start: index,
      end: index + mark.length,
    })),
  };
}
