/** `inquiry check --format sarif`: SARIF 2.1.0, as code-scanning services read it. https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
import { ruleDescriptions } from '../rules/descriptions.ts';
import { ruleUrl } from '../rules/index.ts';
import type { Problem } from '../rules/model.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { CheckedFile } from './files.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A SARIF log, ready for `JSON.stringify`. */
export function sarifReport(files: readonly CheckedFile[], version: string): object {
  const used = [...new Set(files.flatMap(({ result }) => result.problems.map(({ rule }) => rule)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Inquiry',
            semanticVersion: version,
            informationUri: 'https://github.com/inquiry-notes/inquiry',
            rules: used.map((id) => ({
              id,
              shortDescription: { text: ruleDescriptions[id] },
              helpUri: ruleUrl(id),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) =>
          file.result.problems.map((problem) => result(file, problem, used.indexOf(problem.rule))),
        ),
      },
    ],
  };
}

function result({ path, analysis }: CheckedFile, problem: Problem, ruleIndex: number): object {
  const { lines } = analysis.note;
  return {
    ruleId: problem.rule,
    ruleIndex,
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: region(lines, problem.span),
        },
      },
    ],
  };
}

/** Lines and columns from 1. */
function region(lines: Lines, span: Span): object {
  const { start, end } = lines.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

/** A path as a relative or file URI. */
function uriOf(path: string): string {
  const encoded = path
    .replace(/\\/g, '/')
    .split('/')
    .map((name) => encodeURIComponent(name).replace(/%3A/gi, ':'))
    .join('/');
  if (/^[a-z]:\//i.test(encoded)) return `file:///${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
