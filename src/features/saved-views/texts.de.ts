import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  name: 'Name',
  description: 'Beschreibung',
  needsName: 'Geben Sie einen Namen dafür ein.',
  isFull: 'Es ist Platz für {most} gespeicherte Ansichten. Löschen Sie einige, die Sie nicht mehr benötigen.',
  saved: '„{name}“ ist gespeichert.',
  search: 'Gespeicherte Ansichten durchsuchen',
  none: 'Es ist noch nichts gespeichert. Eine gespeicherte Ansicht ist diese Seite mit Filter, Gruppierung, Sortierung und Tagen unter einem Namen.',
  noneFound: 'Keine gespeicherte Ansicht enthält „{searched}“ im Namen oder in der Beschreibung.',
  start: 'Start',
  makeStart: 'Mit {name} starten',
  noStart: 'Nicht mit {name} starten',
  rename: '{name} umbenennen',
  duplicate: '{name} duplizieren',
  delete: '{name} löschen',
  apply: 'Anwenden',
  cancel: 'Abbrechen',
  deleted: '„{name}“ ist gelöscht.',
  undo: 'Rückgängig',
  keep: 'Beim Abmelden in diesem Browser behalten',
  keepHint:
    'Sie nennen, wonach Sie filtern, zum Beispiel Kunden, und wer diesen Browser benutzt, könnte sie lesen. Andernfalls werden sie beim Abmelden gelöscht.',
  notStored:
    'Dieser Browser speichert sie nicht: Sie bleiben nur, bis die Seite geschlossen wird. Exportieren Sie sie als Datei.',
  exportFile: 'Als Datei exportieren',
  importFile: 'Datei importieren',
  imported:
    '{views, plural, =0 {Die Datei enthält keine Ansicht, die nicht schon hier ist.} one {# Ansicht wurde importiert.} other {# Ansichten wurden importiert.}}',
  importedNot:
    '{views, plural, one {# Ansicht wurde nicht importiert: Es ist Platz für {most}.} other {# Ansichten wurden nicht importiert: Es ist Platz für {most}.}}',
  notRead:
    'Dies ist keine Datei mit gespeicherten Ansichten, oder Teile davon fehlen. Wählen Sie eine, die hier exportiert wurde.',
  problemIn: '{name}: {problem}',
  close: 'Schließen',
};
