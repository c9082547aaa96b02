/** Words that stand before a year in a date, in the languages that notes are written in: "(Stand: März 2025)", "(Été 2024)". English has its own in `author-year.ts`. */

/** By language: German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian ones, Polish, Russian. */
const MONTHS =
  'januar jänner februar märz maerz april mai juni juli august september oktober november dezember mrz okt dez ' +
  'janvier février mars avril juin juillet août septembre octobre novembre décembre ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre ' +
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro ' +
  'januari februari maart mei augustus december maj augusti marts desember ' +
  'styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień ' +
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь';

const SEASONS =
  'frühling frühjahr sommer herbst wintersemester sommersemester ' +
  'printemps été automne hiver primavera verano otoño invierno estate autunno inverno verão outono lente zomer herfst';

/** What says how old a statement is, and what counts the parts of a text. */
const LABELS =
  'stand seit anfang mitte ende aktualisiert geprüft abgerufen zuletzt abbildung abb tabelle kapitel abschnitt jahr ' +
  'depuis début consulté vérifié desde hasta consultado actualizado aggiornato verificato sinds';

/** In lower case. Many are family names as well: "Mai", "Sommer", "Mars". */
export const DATE_WORDS: ReadonlySet<string> = new Set(`${MONTHS} ${SEASONS} ${LABELS}`.split(' '));
