/**
 * The signs of claims in German: figures with units, amounts of many cases, findings given to somebody; and by what the writer's own is
 * told from them. The figure of a run, a recipe or a plan looks like any other: whatever may be one is left alone.
 */
import type { Tongue } from './foreign-signs.ts';

const GERMAN_SAYS = String.raw`(?:zeig(?:en|te|ten|t)|fand(?:en)?|find(?:en|et)|beleg(?:en|te|ten|t)|bericht(?:en|et|ete|eten)|ergab(?:en)?|ergeben|argumentier(?:en|t|te|ten)|beobacht(?:en|et|ete|eten)|schätz(?:en|t|te|ten)|schreib(?:en|t)|schrieb(?:en)?|betont?(?:en)?|behaupt(?:en|et|ete|eten)|warn(?:en|t|te|ten)|schließen|folgern|nennen|messen|maßen|leg(?:en|t|te|ten) nahe|weis(?:en|t) (?:darauf|nach)|deut(?:en|et) darauf|komm(?:en|t) zu (?:dem|der)|kam(?:en)? zu (?:dem|der)|ha(?:t|ben) (?:\p{L}+ ){0,6}?(?:gezeigt|herausgefunden|ergeben|nachgewiesen|festgestellt|gefunden|berichtet|belegt)|konnten? (?:\p{L}+ ){0,6}?(?:zeigen|nachweisen|belegen))(?!\p{L})`;
const GERMAN_WORK = String.raw`(?:Studien?|Untersuchung(?:en)?|Umfragen?|Erhebung(?:en)?|Analysen?|Metaanalysen?|Experimente?|Berichte?|Forscher(?:innen)?|Forschende|Wissenschaftler(?:innen)?|Ökonomen|Psycholog(?:en|innen)|Expert(?:en|innen)|Autor(?:en|innen)|Kritiker|Fachleute)`;
const GERMAN_SOME = String.raw`(?:[Ee]ine[rn]?|[Mm]ehrere|[Vv]iele|[Ee]inige|[Zz]ahlreiche|[Vv]erschiedene|[Nn]eue(?:re|ste)?|[Aa]ktuelle|[Jj]üngere|[Jj]üngste|[Ff]rühere|[Ää]ltere|[Ww]eitere|[Aa]ndere|[Zz]wei|[Dd]rei)`;

/** "Pro Kopf", "je Hektar". */
const PER =
  '(?:pro|je) (?:Kopf|Person|Haushalt|Einwohner|Jahr|Monat|Woche|Tag|Stunde|Quadratmeter|Hektar|Tonne|Kilogramm|Kilometer|Liter|Kind|Schüler|Patient)';
const STATISTIC =
  '(?:der |ein |im )?(?:Median|Mittelwert|Durchschnittswert|Standardabweichung|Spannweite|Halbwertszeit|Lebenserwartung)';
/** "Stieg um", "senkt den Verbrauch um", "ist um 20 cm gestiegen". */
const CHANGE = String.raw`(?:stieg|stiegen|steigt|steigen|sank|sanken|sinkt|sinken|fiel|fielen|wuchs|wuchsen|wächst|erhöh(?:t|en|ten?)|verringer(?:t|n|ten?)|senk(?:t|en|ten?)|reduzier(?:t|en|ten?)|verlänger(?:t|n|ten?)|verkürz(?:t|en|ten?)|steiger(?:t|n|ten?)|verdoppelten?)(?!\p{L})[^.;]{0,60}? (?:um|auf|von)|um [^.;]{0,40}?(?:gestiegen|gesunken|gefallen|gewachsen|zurückgegangen|verlängert|verkürzt|erhöht|gesenkt)`;
const LEVEL = String.raw`betrug|betrugen|beträgt|betragen|(?:lag|liegt|lagen|liegen) (?:im Jahr \d{4} |\d{4} )?bei`;
/** "Länger als geplant" and "mehr als 5 Stunden" compare nothing with anything. */
const COMPARED = String.raw`(?:länger|kürzer|mehr|weniger|früher|später|schneller|langsamer|schwerer|leichter|größer|kleiner|höher|tiefer|niedriger|älter|jünger|dicker|dünner|wärmer|kälter) (?:\p{Ll}+ )?als (?!\d|geplant|erwartet|gedacht|gestern|sonst|vorgesehen|nötig|üblich|angegeben|beim letzten)(?=\p{L})\p{L}+`;
/** Whoever they are, they are many. */
const MANY = String.raw`(?:Kinder|Erwachsenen?|Jugendlichen?|Säuglinge|Frauen|Männer|Schüler(?:innen)?|Studierenden?|Deutschen?|Europäer|Raucher(?:innen)?|Mäuse|Ratten|Katzen|Hunde|Bienen|Vögel|Bäume|Pflanzen|Haushalte|Länder|Städte)`;
/** "Eine Kuh gibt": one that stands for all. */
const KIND_IN_GENERAL = String.raw`(?<=^|[.:;] )Eine? (?:\p{Ll}+e[rs]? )?\p{Lu}\p{L}+ (?:gibt|wiegt|enthält|verbraucht|braucht|benötigt|produziert|schläft|lebt|frisst|trinkt|speichert|liefert|bindet|verliert|legt|isst|wächst|erzeugt)`;

export const GERMAN: Tongue = {
  figure:
    /(?<![\p{L}\d])\d[\d.,]*\s?(?:%|‰|Prozent(?:punkte?)?(?!\p{L})|Promille|Millionen|Milliarden|Billionen|(?:Mio|Mrd|Tsd)(?:\.|(?!\p{L}))|Teilnehme(?:r|nde)\p{L}*|Patient(?:en|innen)|Proband(?:en|innen)|Befragte\p{L}*|Personen|Menschen)|(?<!\p{L})(?:\d+[-\s]?fach|(?:doppelt|dreimal|halb) so(?: viele?)?(?: \p{L}+)?)(?!\p{L})/u,
  amount:
    /(?<![\p{L}\d])(?:\d[\d.,]*\s?(?:€|Euro|Dollar|Franken|Cent|kg|Kilogramm|Gramm|g|Tonnen|t|Liter|l|km|Kilometer|Meter|m|cm|Stunden|Minuten|Tage|Jahre|kWh|MWh|GWh|TWh|MW|GW|°C|Grad|Gigabyte|GB|TB)(?![\p{L}/]|-\p{L})|€\s?\d[\d.,]*)/u,
  general: new RegExp(
    [
      PER,
      String.raw`durchschnittlich\p{Ll}*|mittlere[nrs]?|im (?:Schnitt|Mittel|Durchschnitt)|jährlich\p{Ll}*|täglich\p{Ll}*`,
      STATISTIC,
      CHANGE,
      LEVEL,
      COMPARED,
      MANY,
      KIND_IN_GENERAL,
      String.raw`(?:(?:[Ii]m Jahre?|[Ss]eit|[Zz]wischen|[Aa]nno) (?:1[6-9]|20)\d\d|[Ww]eltweit|[Bb]undesweit|[Dd]eutschlandweit|[Ee]uropaweit|[Ii]n (?:Deutschland|Österreich|der Schweiz|Europa|den USA|der EU|Frankreich|Italien|Spanien|England|Großbritannien|Polen|Norwegen|Schweden|Japan|China|Indien|Afrika|Asien))`,
    ]
      .map((words) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`)
      .join('|'),
    'u',
  ),
  attribution: new RegExp(
    [
      String.raw`(?<!\p{L})[Ll]aut (?!Plan|Anleitung|Handbuch|Abschnitt|Tabelle|Abbildung|Definition|Kapitel|Gleichung)(?:(?:eine[rms]|de[rmns]|diese[rm]|\p{Ll}+en) ){0,3}\p{Lu}\p{L}+`,
      String.raw`(?<!\p{L})[Nn]ach (?:Angaben|Aussagen?|Ansicht|Auffassung|Einschätzung|Schätzungen|Berechnungen|Erkenntnissen|Darstellung|Meinung) (?:de[rs]|von|eine[rs])(?: \p{L}+)?`,
      String.raw`(?<!\p{L})[Gg]emäß (?:eine[rm]|de[rmn]) (?:\p{Ll}+en )?${GERMAN_WORK}`,
      String.raw`(?:[Ee]ine[rm]|[Dd]e[rmn]|[Mm]ehreren|[Vv]ielen|[Ee]inigen) (?:\p{L}+ ){0,4}?zufolge`,
      String.raw`(?<!\p{L})[Ww]ie (?!ich|wir|man|oben|unten|gesagt)(?:\p{L}+ ){1,5}?(?:berichtet|schreibt|zeigt|berichten|schreiben|zeigen)(?!\p{L})`,
      String.raw`\p{Lu}[\p{L}-]+ (?:et al\.?|u\. ?a\.|und (?:Kolleg(?:en|innen)|Mitarbeiter)) (?:\([^()]{0,40}\) )?(?:\p{Ll}+ ){0,3}?${GERMAN_SAYS}`,
      String.raw`(?<!\p{L})${GERMAN_SOME} (?:\p{L}+ ){0,3}?${GERMAN_WORK} (?:[\p{L}\d-]+ ){0,6}?${GERMAN_SAYS}`,
      String.raw`(?:^|[.:;] )(?:Studien|Untersuchungen|Umfragen|Metaanalysen|Forscher(?:innen)?|Forschende|Wissenschaftler(?:innen)?|Experten) (?:[\p{L}\d-]+ ){0,6}?${GERMAN_SAYS}`,
      String.raw`[Ee]s (?:wurde|ist) (?:\p{Ll}+ ){0,3}?(?:gezeigt|nachgewiesen|berichtet|belegt) worden|[Ee]s wurde (?:\p{Ll}+ ){0,3}?(?:gezeigt|nachgewiesen|berichtet|belegt)`,
    ].join('|'),
    'u',
  ),
  own: /(?<!\p{L})(?:[Ww]ir|[Ii]ch|[Uu]ns|[Uu]nser(?:e[mnrs]?)?|[Mm]ir|[Mm]ich|[Mm]ein(?:e[mnrs]?)?)(?!\p{L})/u,
  ownRun: new RegExp(
    [
      // "Im Lauf der Jahre" is no run.
      String.raw`(?<![\p{L}]|[Ii]m )(?:(?:Test|Probe|Durch|Pilot|Trainings|Vor)l(?:auf|äufen?|aufs)|Lauf|Läufen?|Runs?|Builds?|Checkpoints?|Commits?|Skripte?n?|Updates?|Backups?|Testsatz|Validierungssatz|Test-Set|GPUs?|Server[ns]?)(?!\p{L})`,
      String.raw`(?<!\p{L})(?:Versuch|Probe|Ansatz|Messung|Durchgang|Charge|Serie|Experiment|Sitzung|Modell|Variante|Konfiguration) \d`,
      String.raw`(?<!\p{L})(?:erste|zweite|dritte|vierte|letzte|nächste|heutige|gestrige)[nrs]? (?:Versuch|Durchgang|Messung|Probe|Ansatz|Test|Sitzung)(?!\p{L})`,
      String.raw`(?<!\p{L})(?:[Gg]estern|[Vv]orgestern|[Vv]orhin|[Dd]iesmal|[Hh]eute (?:früh|[Mm]orgen|[Vv]ormittag|[Mm]ittag|[Nn]achmittag|[Aa]bend)|(?:[Aa]m|[Bb]is|[Aa]b) (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag))(?!\p{L})`,
      String.raw`^(?:Ziel|Plan|Budget|Frist|Termin|Aufgabe|Kosten|Preis|Zeitplan|Status|Stand|Dauer|Zutaten|Einstellung(?:en)?)\s?:`,
      // "Drittmittel: 1,2 Millionen Euro"; "Ergebnis: 30 % weniger" says what came of it.
      String.raw`^(?!Ergebnis|Befund|Fazit|Effekt|Resultat|Wirkung)\p{Lu}[\p{L} ]{2,24}: (?:ca\. |etwa |rund )?\d`,
      String.raw`(?<!\p{L})\d+ Epochen(?!\p{L})`,
      String.raw`^(?:Noch|Dann|Danach|Zuerst|Anschließend|Später|Alle \d+|Den)(?!\p{L})(?!.*(?<!\p{L})(?:ist|sind|hat|haben|wird|werden|kann|können)(?!\p{L})).*\p{Ll}e[rl]?n\s*[.!]?$`,
      String.raw`(?<!\p{L})(?:soll(?:en)?|geplant|erledigt)(?!\p{L})|(?<!\p{L})(?:ist|sind) (?:\p{Ll}+ ){0,2}fertig|(?:fehl(?:en|t)|offen) noch|noch offen`,
      String.raw`^(?:Der|Das|Die) (?:Workshop|Ticket|Paket|Praktikum|Teilnahme|Anmeldung|Abgabe|Raum|Sitzung|Besprechung|Fahrt|Zug|Flug|Kurs|Hotel|Zimmer|Teig|Ofen|Pumpe|Regler)(?!\p{L})`,
      // Steps end in an infinitive, a log's lines in a participle without its verb.
      String.raw`(?<!\p{L})(?:(?:zu|hinzu|auf|ab|ein|an|ver|vor|um|unter)?(?:geben|fügen|rühren|backen|kochen|heizen|hitzen|kühlen|mischen|schütteln|stellen|setzen|gießen|füllen|dünnen|wiegen|waschen|trocknen|ziehen|braten|kneten|warten|lösen|legen|schneiden|streuen)|inkubieren|zentrifugieren|erhitzen|kontrollieren|pipettieren)(?=\s*(?:[.!,;]|und(?!\p{L})|$))`,
      String.raw`^(?!.*(?<!\p{L})(?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|worden|kann|können)(?!\p{L})).*(?<!\p{L})(?:\p{Ll}{0,4}ge\p{Ll}{3,}(?:t|en)|\p{Ll}{3,}iert)\s*[.,!]?$`,
    ].join('|'),
    'u',
  ),
  noClaim:
    /\?["”“)]*\s*$|^(?:Wenn|Falls|Angenommen|Bitte|Stell|Nehmen wir an|TODO)(?!\p{L})|^\p{Lu}\p{Ll}+e?n Sie(?!\p{L})|(?<!\p{L})(?:würden?|sollten?|könnten?|definiert|bezeichne[nt]|nennt man|heißt|siehe)(?!\p{L})/u,
};
