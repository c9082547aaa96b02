/** `--template NAME|PATH` of `inquiry prompt` and `inquiry verify`. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateFrom } from '../../server/src/cli/template-option.ts';
import { inFolder, inquiry } from './command-line.ts';

const LINE = join(
  import.meta.dirname,
  '../../seeds/can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md',
);
const TODAY = ['--today', '2026-11-23'];
const prompt = (...more: string[]) => inquiry(['prompt', ...TODAY, LINE, ...more]);

describe('prompt --template', () => {
  it('is the default where none is named', async () => {
    expect(await prompt('--template', 'default')).toEqual(await prompt());
  });

  it('takes one that is built in, within a length', async () => {
    const { out, code } = await prompt('--template', 'short', '--tokens', '600', '--format', 'json');
    const { text, template, cut } = JSON.parse(out) as {
      text: string;
      template: string;
      cut: { why: string }[];
    };
    expect({ code, template }).toEqual({ code: 0, template: 'short' });
    expect(text.length).toBeLessThanOrEqual(2400);
    expect(cut.map(({ why }) => why)).toContain('over the length of 600 tokens');
    expect(cut.map(({ why }) => why)).toContain('the template “short” names none');
  });

  it('takes a file', () =>
    inFolder({ 'own.md': '{{! mine }}\n{{question}} Answer in German.\n' }, async (at) => {
      const { out, code } = await prompt('--template', at('own.md'));
      expect({ out, code }).toEqual({
        out: 'Can fine-tuning or RLHF alone solve the persona distortion problem? Answer in German.\n',
        code: 0,
      });
    }));

  it('says what is wrong with a file, and where, and prints no prompt', () =>
    inFolder(
      { 'own.md': '{{question}}\n{{#claims}}\n{{sentense}}\n{{/claims}}\n{{anchors}}' },
      async (at) => {
        expect(await prompt('--template', at('own.md'))).toEqual({
          code: 2,
          out: '',
          complaints: [
            `${at('own.md')}, line 3: “sentense” is no placeholder: did you mean “sentence”?`,
            `${at('own.md')}, line 5: “anchors” is a list: write {{#anchors}} … {{/anchors}} around what is said of each.`,
          ],
        });
      },
    ));

  it('names those that there are where there is none of the name', async () => {
    const { code, complaints } = await prompt('--template', 'shorter');
    expect(code).toBe(2);
    expect(complaints[0]).toMatch(
      /^There is no template “shorter” \(did you mean “short”\?\): built in are .*; your own are files in \.inquiry\/templates, or named by their path\. /,
    );
  });
});

it('a person’s own are found in their folder by name, with or without its ending', () =>
  inFolder({ 't/mine.md': 'a', 't/other.txt': 'b' }, async (at) => {
    const found = async (name: string) =>
      (await templateFrom(name, { complain: () => undefined }, at('t')))?.name;
    expect([await found('mine'), await found('mine.md'), await found('other')]).toEqual([
      ...['mine.md', 'mine.md', 'other.txt'],
    ]);
  }));

describe('verify knows the prompt itself', () => {
  const remark = async (reply: string, ...more: string[]): Promise<string> => {
    const { out } = await inquiry(['verify', ...TODAY, '-', '--note', LINE, ...more], reply);
    return out;
  };

  it.each(['default', 'short', 'contradictions', 'deep-research'])('as written by %s', async (template) => {
    const { out } = await prompt('--template', template);
    expect(await remark(out)).toContain('This is the prompt itself');
    // Without the note, and without the chat's own furniture at its end.
    expect((await inquiry(['verify', ...TODAY, '-'], out)).out).toContain('This is the prompt itself');
    expect(await remark(`${out}\nCopy\n`)).toContain('This is the prompt itself');
    expect(
      await remark(
        `${out}\n1. Holds (arXiv:2604.22503). 2. Holds. 3. Fallen. I found nothing on the others, though I looked at the proceedings of ACL, EMNLP and NeurIPS and at what cites these papers since they appeared. A broader search in the journals would be the next step.\n`,
      ),
    ).not.toContain('This is the prompt itself');
  });

  it('as written by their own, where that is named', () =>
    inFolder(
      {
        'own.md': '{{#claims}}\n{{number}}. {{text}}\n{{/claims}}\nWhich of these would you no longer sign?',
      },
      async (at) => {
        const { out } = await prompt('--template', at('own.md'));
        expect(await remark(out, '--template', at('own.md'))).toContain('This is the prompt itself');
      },
    ));
});
