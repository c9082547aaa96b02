/**
 * Takes the translations that the editor has put into the page (`client/src/workbench-page.ts`), before anything is said. None are
 * there for English, or where a language has none: every text is then its own English.
 */
import * as l10n from '@vscode/l10n';

const translations = document.getElementById('translations')?.textContent ?? '';
if (translations !== '') l10n.config({ contents: translations });
