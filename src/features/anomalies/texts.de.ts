import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  list: 'Auffälligkeiten',
  kindsLabel: 'Arten von Auffälligkeiten',
  kinds: {
    overDeployed: 'Überbelegt',
    nothingSold: 'Nichts verkauft',
    sharedName: 'Gemeinsamer Name',
    severalNames: 'Mehrere Namen',
    renamedProduct: 'Produkt umbenannt',
    customerGone: 'Kunde entfallen',
    droppedToNothing: 'Auf null gefallen',
    jump: 'Sprung',
  },
  meanings: {
    overDeployed: 'Bei einem Kunden ist mehr von einem Produkt bereitgestellt als verkauft.',
    nothingSold: 'Ein Produkt ist bereitgestellt, das dem Kunden nie verkauft wurde.',
    sharedName: 'Ein Kundenname steht für mehrere Mandanten.',
    severalNames: 'Ein Mandant hat mehrere Kundennamen.',
    renamedProduct: 'Kein Name des Produkts ist einer, den es am Vergleichstag hatte.',
    customerGone: 'Ein Mandant des Vergleichstags ist in dieser Momentaufnahme nicht enthalten.',
    droppedToNothing: 'Was einem Kunden am Vergleichstag verkauft war, ist auf null gefallen.',
    jump: 'Verkauft oder bereitgestellt hat sich stärker geändert, als es die Tage davor und danach erwarten lassen.',
  },
  kind: 'Art',
  about: 'Betrifft',
  customer: 'Kunde',
  why: 'Grund',
  licenses: 'Lizenzen',
  everything: 'Alle angezeigten Zeilen',
  noCustomer: '(kein Kunde)',
  noProduct: '(kein Produkt)',
  said: '{listed, plural, one {# Auffälligkeit, die mit den meisten Lizenzen zuerst.} other {# Auffälligkeiten, die mit den meisten Lizenzen zuerst.}}{leftOut, plural, =0 {} one { # gehört zu ausgeschalteten Arten.} other { # gehören zu ausgeschalteten Arten.}}',
  saidNothing:
    '{leftOut, plural, =0 {Nichts Auffälliges gefunden.} one {Nichts Auffälliges aufgeführt. # Auffälligkeit gehört zu ausgeschalteten Arten.} other {Nichts Auffälliges aufgeführt. # Auffälligkeiten gehören zu ausgeschalteten Arten.}}',
  overDeployed: '{deployed} bereitgestellt von {sold} verkauften, {more} zu viel.',
  nothingSold: '{deployed} bereitgestellt, keine verkauft.',
  sharedName:
    'Der Name von {tenants, plural, one {# Mandanten} other {# Mandanten}}: {some}{more, select, yes { (und weitere)} other {}}.',
  severalNames:
    'Ein Mandant mit {names, plural, one {# Namen} other {# Namen}}: {some}{more, select, yes { (und weitere)} other {}}.',
  quoted: '„{name}“',
  renamed: 'Hieß am {date} „{before}“.',
  gone: '{sold} verkauft am {date}, in dieser Momentaufnahme nicht mehr enthalten.',
  dropped:
    '{sold} verkauft am {date}, jetzt keine{stillDeployed, select, none {} other {, noch {stillDeployed} bereitgestellt}}.',
  jumped:
    '{measure, select, licensesSold {Verkauft} other {Bereitgestellt}} ist um {by} {way, select, up {gestiegen} other {gefallen}}: von {before} am {from} auf {after} am {to}. Üblich sind {usual} pro Tag; der Score dieser Änderung ist {score}.',
  needsCompare:
    'Umbenannte Produkte, entfallene Kunden und auf null gefallene Verkäufe erfordern eine frühere Momentaufnahme zum Vergleich.',
  compareWith: 'Mit dem {date} vergleichen',
  waitsForRows:
    'Umbenannte Produkte, entfallene Kunden und auf null gefallene Verkäufe folgen, sobald die Zeilen des Vergleichstags geladen sind.',
  jumpsMeaning:
    'Ein Sprung ist eine tägliche Änderung von verkauft oder bereitgestellt, deren modifizierter z-Score über {score} liegt: ihr Abstand von der medianen Änderung, gemessen am Median all dieser Abstände (Iglewicz und Hoaglin, 1993).',
  jumpsKnown:
    '{jumps, plural, =0 {Kein Sprung} one {# Sprung} other {# Sprünge}} in {snapshots} Momentaufnahmen von {from} bis {to}.',
  jumpsTooFew:
    '{snapshots, plural, one {# Momentaufnahme ist} other {# Momentaufnahmen sind}} zu wenig, um einen Sprung zu erkennen: Nötig sind {needed}.',
  jumpsFailed: 'Einige Tage konnten nicht gelesen werden, daher wird kein Sprung gemeldet.',
  readingDays: 'Tage für Sprünge werden gelesen',
  splitHint: 'Gruppieren Sie nach einem Feld, um Sprünge einzelner Gruppen zu suchen.',
  stopReadingDays: 'Sprünge auslassen',
  nothingOdd: 'Nichts Auffälliges gefunden',
  lookedFor: 'In der Momentaufnahme vom {date} gesucht: {kinds}.',
  allOff: 'Alle Arten sind ausgeschaltet',
  allOffAdvice: 'Schalten Sie oben eine ein, um Auffälligkeiten zu sehen.',
  showAll: 'Alle Arten anzeigen',
  loosenFilter: 'Eine Bedingung oder Suche lässt andere Zeilen aus.',
  noSuchPage: 'Auf Seite {page} gibt es keine Auffälligkeiten.',
  firstPage: 'Zur ersten Seite',
  failed: 'Konnte nicht geladen werden.',
  needsEverything:
    'Auffälligkeiten werden gefunden, sobald jedes Produkt jedes Kunden gelesen ist{groups, select, unknown {} other {: {groups} Gruppen}}{requests, select, unknown {} other {, {requests} Anfragen}}.',
  comes: 'Sie folgen mit den Zeilen, die gerade geladen werden.',
  load: 'Lesen',
  reading: 'Jedes Produkt jedes Kunden wird gelesen',
  stop: 'Lesen beenden',
};
