/** Loaded by VS Code's extension host: runs every test of the suite with Mocha and writes what came of it. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { defineAgentTests } from './agents.ts';
import { defineEditorToolTests } from './editor-tools.ts';
import { defineTests } from './editor.ts';
import { defineInLineTests } from './in-line.ts';
import { defineLineTests } from './lines.ts';
import { defineRenameTests } from './rename.ts';
import { defineReferenceTests } from './references.ts';
import { defineReplyTests } from './verify-reply.ts';
import { defineTemplateTests } from './templates.ts';
import { defineViewTests } from './views.ts';

export interface SuiteResult {
  readonly tests: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly milliseconds: number;
    readonly error?: string;
  }[];
}

/** The name and shape that VS Code calls. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineTests();
  defineInLineTests();
  defineReferenceTests();
  defineRenameTests();
  defineReplyTests();
  defineTemplateTests();
  defineLineTests();
  defineViewTests();
  defineAgentTests();
  defineEditorToolTests();
  const tests: SuiteResult['tests'][number][] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) =>
        tests.push({ title: test.fullTitle(), ok: true, milliseconds: test.duration ?? 0 }),
      )
      .on('fail', (test, error: unknown) => {
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
        tests.push({ title: test.fullTitle(), ok: false, milliseconds: 0, error: words });
      });
  });
  const file = process.env.INQUIRY_TEST_RESULT;
  if (file !== undefined) writeFileSync(file, JSON.stringify({ tests } satisfies SuiteResult));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
