import type { Translation } from './catalogue.ts';
import type { refusalTexts } from './refusal-texts.ts';

export const messages: Translation<typeof refusalTexts> = {
  off: 'Das Aufbewahren von Zeilen in diesem Browser ist ausgeschaltet.',
  full: 'Dieser Browser hat keinen Platz mehr, um die Zeilen aufzubewahren.',
  unavailable: 'Dieser Browser erlaubt der Seite nicht, etwas aufzubewahren.',
  failed: 'Das war nicht möglich. Versuchen Sie es erneut; wenn es dabei bleibt, laden Sie die Seite neu.',
  'not-deleted':
    'Der Browser hat nicht bestätigt, dass die aufbewahrten Zeilen gelöscht sind. Versuchen Sie es erneut, oder löschen Sie die Daten dieser Website in den Einstellungen des Browsers.',
};
