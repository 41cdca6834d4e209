import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  range: 'Zeitraum',
  ranges: { 7: '7 Tage', 30: '30 Tage', 90: '90 Tage', 396: '13 Monate' },
  from: 'Von',
  to: 'Bis',
  date: 'Datum',
  of: '{figure}, {member}',
  reading: 'Tage werden gelesen',
  stop: 'Lesen beenden',
  goOn: 'Weiterlesen',
  searchNeedsRows:
    'Der Verlauf umfasst alles, was der Filter durchlässt: Der Dienst kann nicht suchen, und Zeilen vergangener Tage sind nicht geladen.',
  clearSearch: 'Suche löschen',
  noData: 'Für diesen Zeitraum liegt noch keine Momentaufnahme vor.',
  failed: 'Nicht gelesene Tage: {days}.',
  missing: '{days} von {all} angefragten Tagen haben keine Momentaufnahme: Dort hat die Linie eine Lücke.',
  everyDay: '{snapshots} Momentaufnahmen',
  sampled: '{asked} von {days} Tagen, gleichmäßig ausgewählt',
  fromTo: '{from} bis {to}',
  hint: 'Wählen Sie einen Tag, um ihn anzuzeigen, oder zwei, um sie zu vergleichen. Ziehen Sie über Tage, um sie genauer zu betrachten.',
  axisBegins: 'Die Achse beginnt bei {value}.',
  chosenOne: '{date} ist ausgewählt. Wählen Sie zum Vergleich einen weiteren Tag.',
  show: '{date} anzeigen',
  compare: '{earlier} mit {later} vergleichen',
  clearChoice: 'Auswahl aufheben',
  splitBy: 'aufgeteilt nach {field}: die derzeit größten nach „{measure}“',
  othersInTable: 'Die übrigen {count} stehen zusammengefasst in der Tabelle.',
  othersLeftOut: 'Die übrigen {count} haben keine Zeilen.',
  ofTheseAlone:
    'Die Tagessummen umfassen nur diese: Die übrigen {count} müssten für jeden Tag alle gelesen werden.',
  ofThese: '{figure}, diese zusammen',
  other: 'Übrige ({count})',
  point:
    '{date}: {sold} verkauft, {deployed} bereitgestellt, {utilization} genutzt{figure, select, none {} other {, {figure}: {value}}}{isOfThese, select, yes {, diese zusammen} other {}}',
  measure: 'Kennzahl',
  soldAndDeployed: 'Verkauft und bereitgestellt',
  idleFinding: 'Der Aufwand für die ungenutzten Lizenzen eines Tages wird ermittelt.',
  idleOffer:
    'Ungenutzte Lizenzen sind nur für geladene Momentaufnahmen bekannt. Für andere Tage muss jedes Produkt jedes Kunden gelesen werden: {days} Tage benötigen etwa {requests} Anfragen.',
  readIdle: 'Lesen',
  idleTooMany:
    'Ungenutzte Lizenzen sind nur für geladene Momentaufnahmen bekannt: Schon zwei Tage würden mehr Anfragen benötigen, als für einen Verlauf zulässig sind. Mit einem Filter werden es weniger.',
  idleUnknown:
    'Ungenutzte Lizenzen sind nur für geladene Momentaufnahmen bekannt: Wie viel für andere Tage zu lesen wäre, ist nicht bekannt.',
};
