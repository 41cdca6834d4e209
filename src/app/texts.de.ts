import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  productName: 'License Lens',
  skipToContent: 'Zum Inhalt springen',
  heading: 'Lizenzbereitstellung',
  views: 'Ansichten',
  viewNames: {
    overview: 'Übersicht',
    opportunities: 'Chancen',
    anomalies: 'Auffälligkeiten',
    trend: 'Verlauf',
  },
  signIn: 'Anmelden',
  account: 'Konto',
  signedInAs: 'Angemeldet als {username}',
  commands: 'Befehle',
  commandsKey: '{control, select, Ctrl {Befehle (Strg K)} other {Befehle ({control} K)}}',
  reload: 'Neu laden',
  charts: 'Diagramme',
  rows: 'Zeilen',
  viewOptions: 'Ansichtsoptionen',
  done: 'Fertig',
};
