/** What a check or an extract comes to, in each format that the command line offers. Pure: hosts print it. */
export { abstentionNotice, unknownLanguageOf, type UnknownLanguage } from './abstention.ts';
export { checkReport, type CheckReport } from './check-json.ts';
export { extractReport, type ExtractReport } from './extract-json.ts';
export type { CheckedFile } from './files.ts';
export { githubReport } from './github.ts';
export { prettyReport, type PrettyOptions } from './pretty.ts';
export { verifyReport, type VerifyReport } from './reply-json.ts';
export { replyMarkdown } from './reply-markdown.ts';
export { prettyReply, replySummary } from './reply-pretty.ts';
export { sarifReport } from './sarif.ts';
export { prettySuggestions, suggestionsReport, type SuggestionsReport } from './suggestions.ts';
export { isClaim, summaryOf, type NoteSummary } from './summary.ts';
export { wrongFlagReport, type WrongFlagOptions } from './wrong-flag.ts';
