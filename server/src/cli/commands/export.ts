/** `inquiry export`: what a note cites, as BibTeX, CSL-JSON or a formatted bibliography. */
import { defaultSettings } from '#core';
import { exportCited } from '../../bibliography/export.ts';
import { bundledStyles } from '../../bibliography/styles.ts';
import type { Command } from '../command.ts';
import { analyseNote, readOneNote, shownName } from '../one-note.ts';
import { choiceFrom, libraryFrom, parse, SHARED, todayFrom } from '../options.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'what a note cites: BibTeX, CSL-JSON or a formatted bibliography',
  help: `inquiry export NOTE

Writes the references of everything that a note cites, in the order in which it does. Fields are those of the files that
hold them. What the library does not hold is named on standard error. “-” reads standard input.

  --format bibtex|csl-json|bibliography   (default: bibtex)
  --style NAME|STYLE.csl    of a bibliography: a style that comes along, or any CSL style's file (default: apa)
  --locale LANGUAGE|FILE    the bibliography's language, such as de-DE, or a locales-….xml file (default: the style's)
  --markup markdown|html|text   (default: markdown)
  --list-styles             the styles that come along
  --library PATH            a file or folder with references; repeatable
  --no-bundled-library      leave the bundled seed library out
  --today YYYY-MM-DD        the day to read the note on (default: the machine's)
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      format: { type: 'string' },
      style: { type: 'string' },
      locale: { type: 'string' },
      markup: { type: 'string' },
      'list-styles': { type: 'boolean' },
    });
    if (values['list-styles'] === true) {
      const styles = await bundledStyles();
      await terminal.write(styles.map(({ name, title }) => `${name.padEnd(22)} ${title}\n`).join(''));
      return 0;
    }
    const format = choiceFrom('format', values.format, ['bibtex', 'csl-json', 'bibliography'], 'bibtex');
    const markup = choiceFrom('markup', values.markup, ['markdown', 'html', 'text'], 'markdown');
    const file = await readOneNote('export', positionals, terminal);
    const { library, unreadable } = await libraryFrom(values, terminal, file ? [file] : []);
    if (!file) return 2;
    const analysis = analyseNote(file, library, defaultSettings, todayFrom(values.today));
    const exported = await exportCited(analysis, {
      format,
      markup,
      style: values.style ?? 'apa',
      ...(values.locale === undefined ? {} : { locale: values.locale }),
    });
    if (!exported.ok) {
      terminal.complain(exported.fault);
      return 2;
    }
    const { text, works, missing, unprinted } = exported.value;
    if (unprinted.length > 0)
      terminal.complain(
        `The style prints nothing of ${unprinted.join(', ')}: it knows no such kind of work.`,
      );
    if (works === 0 && unprinted.length === 0)
      terminal.complain(`${shownName(file.path)} cites nothing that the library holds.`);
    if (missing.length > 0)
      terminal.complain(
        `Left out, for the library does not hold ${missing.length === 1 ? 'it' : 'them'}: ${missing.join(', ')}`,
      );
    await terminal.write(text);
    return unreadable ? 2 : 0;
  },
};
