/** `inquiry suggest`: ranked citations for claims, one as an argument or many as JSON lines. */
import { prettySuggestions, suggestionsReport, type SearchHit } from '#core';
import { withFound } from '../../team-library/elsewhere.ts';
import type { Command } from '../command.ts';
import { choiceFrom, libraryFrom, numberFrom, parse, SHARED, UsageError } from '../options.ts';
import { jsonLines, type LineId } from '../json-lines.ts';

/** Of libraries elsewhere, to be ranked again among the library's own. */
const CANDIDATES = 50;

export const suggestCommand: Command = {
  name: 'suggest',
  summary: 'citations for a claim',
  help: `inquiry suggest [CLAIM]

Ranks the library's entries for a claim. Without an argument it reads JSON lines {"id","text","context"?} from standard input.

  --top K                how many entries (default: 3)
  --format pretty|jsonl  (default: pretty for an argument, jsonl for lines)
  --library PATH         a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      top: { type: 'string' },
      format: { type: 'string' },
    });
    const top = numberFrom('top', values.top, 1, 1000) ?? 3;
    const claim = positionals.join(' ');
    if (positionals.length > 0 && claim.trim() === '') throw new UsageError('The claim is empty.');
    const format = choiceFrom(
      'format',
      values.format,
      ['pretty', 'jsonl'],
      claim === '' ? 'jsonl' : 'pretty',
    );
    const { library, elsewhere, unreadable } = await libraryFrom(values, terminal);
    const suggest = async (claim: string, context?: string): Promise<readonly SearchHit[]> => {
      const found = elsewhere.isEmpty ? [] : await elsewhere.search(claim, CANDIDATES);
      return withFound(library, found).suggest(claim, context === undefined ? { top } : { top, context });
    };
    const answer = (id: LineId, hits: readonly SearchHit[], text: string): string =>
      format === 'jsonl' ? `${JSON.stringify(suggestionsReport(id, hits))}\n` : prettySuggestions(text, hits);
    let bad = false;
    if (claim !== '') await terminal.write(answer('1', await suggest(claim), claim));
    else
      for await (const line of jsonLines(terminal)) {
        if ('fault' in line) {
          bad = true;
          terminal.complain(line.fault);
        } else await terminal.write(answer(line.id, await suggest(line.text, line.context), line.text));
      }
    for (const message of elsewhere.faults) {
      bad = true;
      terminal.complain(message);
    }
    return unreadable || bad ? 2 : 0;
  },
};
