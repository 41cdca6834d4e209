import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  noData: 'Der Dienst hat keine Momentaufnahme vom {asked}, mit der verglichen werden kann.',
  lookingFor: 'Der nächste frühere Tag mit Daten wird gesucht.',
  nearest: 'Der nächste frühere Tag mit Daten ist der {found}.',
  noneNear: 'Auch die zehn Tage davor haben keine. Wählen Sie einen anderen Tag.',
  compareWith: 'Mit {date} vergleichen',
  stopComparing: 'Nicht vergleichen',
  otherDay: 'Keine Momentaufnahme vom {asked}; verglichen wird mit {found}.',
  same: 'Die Momentaufnahme vom {date} wird bereits angezeigt. Wählen Sie zum Vergleichen einen früheren Tag.',
  later: '{asked} liegt nach {shown}, dem angezeigten Tag: Eine Änderung wird vom früheren Tag aus gezählt.',
  exchange: 'Die beiden Tage tauschen',
  needs: {
    search: 'Was eine Suche findet, lässt sich nur aus allen Zeilen beider Tage vergleichen.',
    rows: 'Einzelne Zeilen lassen sich nur aus allen Zeilen beider Tage vergleichen.',
    groups: 'So viele Gruppen lassen sich nur aus allen Zeilen beider Tage vergleichen.',
  },
  coming: 'Sie werden gerade geladen.',
  takes:
    'Das sind {rows, plural, one {# Zeile} other {# Zeilen}} in {requests, plural, one {# Anforderung} other {# Anforderungen}}.',
  tooMany: 'Es sind mehr, als Sie in diesem Browser zulassen.',
  loadBoth:
    '{known, select, yes {Beide Tage laden ({rows, plural, one {# Zeile} other {# Zeilen}})} other {Beide Tage laden}}',
  loading: 'Lizenzen vom {date} werden geladen',
  amount:
    '{known, select, yes {{date}: {loaded, number} von {total, plural, one {# Zeile} other {# Zeilen}}} other {{date}: {loaded, plural, one {# Zeile} other {# Zeilen}}}}',
  compared: 'Verglichen mit {date}.',
  comparedIn: 'Verglichen mit {date}: {rows, plural, one {# Zeile} other {# Zeilen}}.',
  stop: 'Laden von {date} anhalten',
  moversUp: 'Größte Zunahmen',
  moversDown: 'Größte Abnahmen',
  nobodyUp: 'Nichts hat zugenommen.',
  nobodyDown: 'Nichts hat abgenommen.',
  new: 'neu',
  gone: 'weggefallen',
  noValue: '(kein Wert)',
  blank: '(leer)',
  filterBy: 'Nach {member} filtern',
  failed: 'Konnte nicht geladen werden.',
  appeared: '{customers, plural, one {# neuer Kunde} other {# neue Kunden}}',
  vanished: '{customers, plural, one {# Kunde weggefallen} other {# Kunden weggefallen}}',
  showAppeared: '{customers}: in den Zeilen anzeigen',
  showVanished: '{customers}: in den Zeilen anzeigen',
};
