/**
 * Finds author-year citations that German writes around a verb: "Walker zeigte 2017, dass …", "2017 wies Walker nach, …",
 * "wie Walker 2017 zeigte". Any noun has a capital in German: only a name without an article, with a verb of finding and what was
 * found behind it, is one. Brackets are `author-year.ts`'s, as in every language.
 */
import type { IdentifierMatch } from './model.ts';
import { isPlaceOrEvent } from './not-authors.ts';

const YEAR = '((?:1[89]\\d|20[0-3])\\d[a-k]?)(?![\\p{L}\\d])';
const NAME = '(?:(?:[Vv]on|[Vv]an|[Dd]e) )?(?:(?:der|den|dem|zu) )?\\p{Lu}[\\p{L}\\p{M}’-]+';
const OTHERS = '(?: (?:et al\\.?|u\\. ?a\\.|und (?:Kolleg(?:en|innen)|Mitarbeiter(?:innen)?)))';
/** First and family name of each; the first family name is the citation's. */
const NAMES = `(?:(?!V[ao]n |De )(\\p{Lu}[\\p{Ll}-]+) )?(${NAME})(?:(?:, ${NAME}){0,4} und ${NAME}|${OTHERS})?`;
const FOUND =
  '(?:zeigten?|belegten?|bewies(?:en)?|fand(?:en)?|entdeckten?|beobachteten?|wies(?:en)?|stellten?|konnten?|argumentierten?|schätzten?)';
const WHEN = '(?:(?:bereits|schon|erstmals|zuerst|als erster?|auch|im Jahre?) ){0,2}';
/** What was found, in a clause of its own, or the verb's other half before it. */
const THAT =
  '(?=(?: (?!statt)[\\p{L}\\d-]+){0,12}(?:,| (?:nach|fest|heraus)[,:.]) ?(?:dass|wie|warum|weshalb|ob|in welche[mnr]?)(?!\\p{L}))';
const BEGINS = '(?<=^|[.!?:;,(–—>•] ?|(?<!\\p{L})(?:dass|weil|denn|und|aber|doch) )';

const FORMS: readonly RegExp[] = [
  `${BEGINS}${NAMES} ${FOUND} ${WHEN}${YEAR}${THAT}`,
  `${BEGINS}(?:(?:Bereits|Schon|Erst) )?(?:[Ii]m Jahre? )?(?<year>${YEAR}) ${FOUND} ${NAMES}${THAT}`,
  `(?<=(?<!\\p{L})[Ww]ie )${NAMES} ${YEAR}(?= (?:zeigten?|belegten?|bewies(?:en)?|nachwies(?:en)?|fand(?:en)?|feststellten?|herausfand(?:en)?|berichteten?)(?!\\p{L}))`,
].map((form) => new RegExp(form, 'gu'));
const GATE = new RegExp(`(?<!\\p{L})(?:${FOUND}|nachwies|feststellte|herausfand|berichtete)`, 'u');

/** Nobody's name: articles at a sentence's beginning, and nouns that go without one. */
const NO_NAME =
  /^(?:Der|Die|Das|Dies\p{Ll}*|Ein\p{Ll}*|Kein\p{Ll}*|Sein\p{Ll}*|Ihr\p{Ll}*|Man|Er|Sie|Es|Wir|Ich|Auch|Dort|Hier|Nur|Andere|Einige|Viele|Mehrere|Neue\p{Ll}*|Erste|Zwei|Drei|Forsch\p{Ll}+|Wissenschaft\p{Ll}+|Expert\p{Ll}+|Ökonom\p{Ll}+|Psycholog\p{Ll}+|Ärzt\p{Ll}+|Autor\p{Ll}+|Kritiker\p{Ll}*|Fachleute|Daten|Zahlen|Tests?|Versuche?|Experimente?|Ergebnisse|Statistiken?|Medien|Zeitungen|Firmen?|Patient\p{Ll}+|Proband\p{Ll}+|Teilnehm\p{Ll}+|Menschen|Frauen|Männer|Kinder|Deutschland|Österreich|Europa)$|(?:ung|ungen|heit|keit|schaft|tion|tionen|ität|ismus|studien?|berichte?|analysen?|umfragen?|institute?|ministerium|behörden?|regierung|konzerne?|verband|kammer)$/u;

/** In order; `id` is the first author's family name and the year, in lower case: "walker 2017". */
export function findGermanAuthorYears(text: string): IdentifierMatch[] {
  if (!GATE.test(text)) return [];
  const matches: IdentifierMatch[] = [];
  for (const form of FORMS)
    for (const found of text.matchAll(form)) {
      const [whole] = found;
      const inFront = found.groups?.year;
      const [first, family, year] = inFront === undefined ? found.slice(1) : [found[3], found[4], inFront];
      if (family === undefined || year === undefined) continue;
      if (NO_NAME.test(family) || (first !== undefined && NO_NAME.test(first))) continue;
      if (isPlaceOrEvent(family, '', '')) continue;
      const start = found.index + (inFront === undefined ? whole.lastIndexOf(year) : whole.indexOf(year));
      matches.push({
        type: 'author-year',
        id: `${family.toLowerCase()} ${year}`,
        span: { start: found.index, end: found.index + whole.length },
        idSpan: { start, end: start + year.length },
        narrative: true,
      });
    }
  return matches.sort((a, b) => a.span.start - b.span.start);
}
