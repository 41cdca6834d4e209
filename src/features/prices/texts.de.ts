import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  heading: 'Preise',
  intro:
    'Mit eigenen Preisen haben ungenutzte Lizenzen einen Wert. Der Dienst kennt keine: Geben Sie eine Preisliste an, oder tippen Sie die Preise der wichtigsten Produkte ein. Sie bleiben in diesem Browser und sind nie Teil eines Links.',
  inForce: 'In Verwendung: {products} mit Preis in {currency}, aus {source}, seit {changed}.',
  inForceTyped: 'In Verwendung: {products} mit Preis in {currency}, von Ihnen eingegeben, seit {changed}.',
  remove: 'Alle Preise entfernen',
  file: 'Preisliste',
  fileHint:
    'Eine CSV-Datei mit einer Spalte für Preise und einer für Produktnamen oder Produkt-IDs, etwa die Preisliste aus Partner Center. Sie wird hier gelesen und nirgendwohin gesendet.',
  readingFile: 'Die Liste wird gelesen …',
  waitsForProducts: 'Die Produkte des Berichts sind noch nicht da.',
  notRead: '„{file}“ konnte nicht gelesen werden.',
  problems: {
    empty: 'Die Datei ist leer.',
    tooLarge: 'Die Datei ist größer als 150 MB; keine Preisliste ist so groß.',
    archive:
      'Dies ist eine Excel-Datei oder ein Archiv. Speichern Sie es als CSV, oder entpacken Sie es zuerst, und wählen Sie dann diese Datei.',
    binary: 'Dies ist keine Textdatei. Speichern Sie die Liste als CSV, und wählen Sie diese Datei.',
    noHeader: 'In der ersten Zeile wurde keine Spalte für Preise und Produkte gefunden.',
    noColumns: 'Die erste Zeile nennt keine Spalte für Preise oder keine für Produkte. Sie enthält: {found}.',
    mixedDecimals:
      'Manche Preise haben ein Komma vor den Dezimalstellen, manche einen Punkt: {found}. Schreiben Sie alle gleich.',
    noRows: 'Die Datei hat eine erste Zeile, aber keine Preise darunter.',
  },
  choices: 'Welche ihrer Preise',
  column: 'Preisspalte',
  mark: 'Schreibweise der Zahlen',
  aspects: {
    market: 'Markt',
    currency: 'Währung der Liste',
    segment: 'Segment',
    term: 'Laufzeit',
    billing: 'Abrechnung',
    tier: 'Menge',
  },
  months: '{months, plural, one {# Monat ({raw})} other {# Monate ({raw})}}',
  none: '(keine)',
  choose: 'Auswählen …',
  all: 'Alle',
  ofTerms:
    'Die Preise gelten für eine ganze Laufzeit, gleich wie abgerechnet wird: Sie werden durch die Monate der Laufzeit geteilt.',
  read: '{rows, plural, one {# Zeile wurde gelesen. Sie betrifft {matched} der {products} Produkte des Berichts.} other {# Zeilen wurden gelesen. Sie betreffen {matched} der {products} Produkte des Berichts.}}',
  latin:
    'Die Datei ist kein UTF-8: Sie wurde als Windows-1252 gelesen. Prüfen Sie, ob Namen mit Sonderzeichen gefunden werden.',
  over: 'Für {products} sind alle Preise abgelaufen: Es zählen die, die zuletzt endeten.',
  unread:
    '{rows, plural, one {# Zeile dazu ist unbrauchbar: {examples}} other {# Zeilen dazu sind unbrauchbar: {examples}}}',
  rowProblems: {
    noPrice: 'Zeile {row} hat keinen Preis',
    wrongPrice: 'Zeile {row} hat „{value}“, was kein Preis ist',
    noTerm: 'Zeile {row} hat keine Laufzeit',
    wrongTerm: 'Zeile {row} hat die Laufzeit „{value}“, was keine Anzahl von Monaten ist',
  },
  priced: '{priced} von {products} Produkten haben einen Preis.',
  pricedIdle: 'Auf sie entfallen {percent} der {idle} ungenutzten Lizenzen.',
  severalPrices:
    '{products, plural, one {# Produkt hat mehrere Preise: Wählen Sie, welcher zählt.} other {# Produkte haben mehrere Preise: Wählen Sie, welche zählen.}}',
  ambiguous: 'Produkte mit mehreren Preisen',
  ambiguousHint: 'Produkte ohne Auswahl haben keinen Preis.',
  moreAmbiguous:
    '{products, plural, one {# weiteres Produkt hat mehrere Preise. Es hat keinen, bis Sie oben wählen.} other {# weitere Produkte haben mehrere Preise. Sie haben keinen, bis Sie oben wählen.}}',
  priceOf: 'Preis von {product}',
  unpriced: 'Kein Preis',
  typed: 'Eingegebene Preise pro Monat',
  typedHint:
    'Für eine Lizenz und einen Monat, etwa {example}. Eingegebene Preise haben Vorrang vor der Liste.',
  mostIdle: 'Die Produkte mit den meisten ungenutzten Lizenzen:',
  mostSold: 'Die meistverkauften Produkte:',
  idleCount: '{idle} ungenutzt',
  soldCount: '{sold} verkauft',
  wrongPrice: '„{typed}“ ist kein Preis. Schreiben Sie eine Zahl wie {example}.',
  currency: 'Währung',
  currencyHint: 'Drei Buchstaben, etwa EUR oder USD. Alle Preise sind in dieser Währung.',
  keep: 'Zeilen und Preise in diesem Browser behalten, bis ich mich abmelde',
  keepHint:
    'Verschlüsselt auf diesem Gerät. Es ist dieselbe Einwilligung wie für Zeilen. Ohne sie bleiben die Preise nur, solange dieser Tab geöffnet ist.',
  apply: 'Anwenden',
  cancel: 'Abbrechen',
  missingColumn: 'Wählen Sie die Preisspalte.',
  missingMark: 'Wählen Sie, wie die Zahlen geschrieben sind.',
  missingCurrency: 'Geben Sie mit drei Buchstaben an, in welcher Währung die Preise sind.',
  severalCurrencies: 'Die Liste hat mehrere Währungen: Wählen Sie eine.',
  nothingPriced: 'Noch hat kein Produkt einen Preis.',
  wrongTyped: 'Für einige Produkte ist etwas eingegeben, das kein Preis ist.',
};
