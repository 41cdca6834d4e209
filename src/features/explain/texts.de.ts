import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  remedy: 'Bis zum Schwellenwert',
  computed: 'Berechnung',
  rows: 'Zeilen',
  allRows: 'Alle Zeilen der Momentaufnahme',
  found: 'mit „{search}“ im Namen eines Kunden oder Produkts',
  withoutChoice: 'die Auswahl im Diagramm selbst zählt nicht',
  snapshot: 'Momentaufnahme',
  days: 'Momentaufnahmen',
  range: '{from} bis {to}, eine Momentaufnahme pro Tag, soweit der Dienst sie hat',
  comparedWith: 'verglichen mit {snapshot}',
  summedBy: 'Summiert von',
  byService: {
    summary:
      '{known, select, yes {dem Dienst für jeden Kunden; dieser Browser addiert {sums, plural, one {diese eine Summe} other {diese # Summen}}} other {dem Dienst für jeden Kunden; dieser Browser addiert diese Summen}}',
    rows: 'niemandem: Jede Zeile ist so, wie der Dienst sie hat',
    groups: 'dem Dienst, für jede Gruppe',
    pairs: 'dem Dienst für jeden Kunden und jedes Produkt; dieser Browser addiert Ungenutztes und Fehlendes',
    members: 'dem Dienst für jeden Wert; dieser Browser ordnet sie',
    days: 'dem Dienst für jeden Tag; dieser Browser addiert dessen Kanäle oder Werte',
  },
  byBrowser:
    '{known, select, yes {diesem Browser, aus {rows, plural, one {der einen Zeile} other {# Zeilen}}, die er geladen hat} other {diesem Browser, aus den Zeilen, die er geladen hat}}',
  rowsAsTheyAre: 'niemandem: Jede Zeile ist so, wie der Dienst sie hat; dieser Browser hat sie geladen',
  requests: '{requests, plural, one {Die Anforderung dahinter} other {Die # Anforderungen dahinter}}',
  gives: {
    figure: {
      service:
        '{requests, plural, one {Das fragt die Seite den Dienst.} other {Diese Anfragen stellt die Seite an den Dienst.}}',
      snapshot:
        '{requests, plural, one {Das fragt die Seite den Dienst, solange sie die Zeilen nicht selbst geladen hat; die Zahlen sind dieselben.} other {Diese Anfragen stellt die Seite an den Dienst, solange sie die Zeilen nicht selbst geladen hat; die Zahlen sind dieselben.}}',
    },
    rows: 'Keine Anforderung liefert diese Zahl: Der Dienst kann nicht suchen und keine einzelnen Zeilen vergleichen. Abfragen lassen sich die Zeilen, aus denen die Zahl gebildet ist.',
    days: 'Jede fragt nach den Summen eines Tages; sie unterscheiden sich nur in processedDateTime.',
  },
  firstOf: 'Hier steht die erste von {count}.',
  more: 'Eine Antwort hat höchstens {most} Zeilen; hat sie einen @nextLink, führt er zum Rest.',
  token:
    'Für bash, zsh oder sh. Legen Sie zuerst ein Zugriffstoken für Partner Center in der Variablen TOKEN ab.',
  tooLong: 'Der Filter ist zu lang für Anforderungen.',
  copyRequest: '{requests, plural, one {Als curl kopieren} other {Alle als curl kopieren}}',
  requestCopied: 'Der Befehl ist kopiert.',
  copyLink: 'Link hierzu kopieren',
  linkCopied: 'Der Link ist kopiert.',
  notCopied: 'Das Kopieren war nicht möglich. Markieren und kopieren Sie es selbst.',
  close: 'Schließen',
};
