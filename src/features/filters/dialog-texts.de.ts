import type { Translation } from '#ui/catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  editFilter: 'Filter bearbeiten',
  field: 'Feld',
  operator: 'Operator',
  operators: { is: 'ist', isNot: 'ist nicht' },
  values: 'Werte',
  chooseValues: 'Tippen zum Eingrenzen',
  chosenValues: 'Ausgewählte Werte',
  noneChosen: 'Noch nichts ausgewählt.',
  apply: 'Anwenden',
  cancel: 'Abbrechen',
  extends: 'Erweitert den Filter „{condition}“.',
  totals: '{sold} verkauft · {deployed} bereitgestellt',
  loadingValues: 'Werte werden geladen …',
  valuesFailed: 'Konnte nicht geladen werden.',
  noValues: 'Die anderen Filter lassen nichts zur Auswahl übrig.',
  noMatch: 'Kein Wert enthält diesen Text.',
  moreOptions: '{count} weitere: tippen zum Eingrenzen',
};
