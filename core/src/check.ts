/**
 * Runs the rules over one analysed note: severities from the settings, ignore comments with their reasons, a fixed order.
 * A rule that throws loses its own problems and is named in `faults`; the rest goes on.
 */
import type { Analysis } from './analysis.ts';
import type { IgnoreComment } from './note/model.ts';
import { rules as allRules } from './rules/index.ts';
import type { Finding, Fix, Ignored, Problem, Rule } from './rules/model.ts';
import { unusedIgnores } from './rules/unused-ignore.ts';
import { defaultSettings, type SettingKey, type Severity } from './settings.ts';
import { compareSpans, type Span } from './text/span.ts';

export interface CheckResult {
  /** In document order; at one place in the order of the rules. */
  readonly problems: readonly Problem[];
  /** In document order. */
  readonly ignored: readonly Ignored[];
  /** Rules that threw, and what they said. */
  readonly faults: readonly { readonly rule: Rule['id']; readonly message: string }[];
}

const byPlace = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  compareSpans(a.span, b.span);

const NO_FIXES = (): readonly Fix[] => [];

export function check(analysis: Analysis, rules: readonly Rule[] = allRules): CheckResult {
  const problems: Problem[] = [];
  const ignored: Ignored[] = [];
  const faults: { rule: Rule['id']; message: string }[] = [];
  /** How many problems each comment silenced. */
  const used = new Map<IgnoreComment, number>();
  const ran = new Set<Rule['id']>();
  const { ignores } = analysis.note;

  for (const rule of rules) {
    const severity = severityOf(rule, analysis);
    if (severity === 'off') continue;
    let findings: readonly Finding[];
    try {
      findings = [...rule.check(analysis)];
    } catch (error) {
      faults.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
      continue;
    }
    ran.add(rule.id);
    for (const finding of findings) {
      const ignore = ignores.find((each) => silences(each, rule.id, finding));
      if (ignore) {
        used.set(ignore, (used.get(ignore) ?? 0) + 1);
        ignored.push({ rule: rule.id, reason: ignore.reason, span: finding.span });
      } else {
        const problem = toProblem(rule, severity, finding);
        if (problem) problems.push(problem);
      }
    }
  }
  // Only a whole run can tell that an ignore silences nothing.
  if (rules === allRules)
    for (const finding of unusedIgnores(analysis.note, used, ran)) {
      const problem = toProblem({ id: 'unused-ignore' }, 'hint', finding);
      if (problem) problems.push(problem);
    }

  // Sorting keeps the order of equals: found rule after rule, they stay in the order of the rules.
  return { problems: problems.sort(byPlace), ignored: ignored.sort(byPlace), faults };
}

function severityOf(rule: Rule, analysis: Analysis): Severity {
  const key = `rules.${rule.id}`;
  return key in defaultSettings ? (analysis.settings[key as SettingKey] as Severity) : rule.severity;
}

function toProblem(rule: Pick<Rule, 'id'>, severity: Severity, finding: Finding): Problem | undefined {
  const decided = finding.severity ?? severity;
  if (decided === 'off') return undefined;
  return {
    rule: rule.id,
    severity: decided,
    message: finding.message,
    span: finding.span,
    fixes: finding.fixes ?? NO_FIXES,
    data: finding.data,
  };
}

function silences(ignore: IgnoreComment, rule: Rule['id'], finding: Finding): boolean {
  if (ignore.form === 'stray-end' || ignore.form === 'unknown') return false;
  if (ignore.rules.length > 0 && !ignore.rules.includes(rule)) return false;
  const { start, end } = finding.span;
  return start < ignore.target.end && (end > ignore.target.start || start >= ignore.target.start);
}
