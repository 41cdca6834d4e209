import type { Translation } from '#ui/catalogue.ts';
import type { aboutTexts } from './about-texts.ts';

export const messages: Translation<typeof aboutTexts> = {
  heading: 'Über License Lens',
  facts: { version: 'Version', commit: 'Commit', license: 'Lizenz' },
  notices: 'Hinweise zu Drittanbietern',
  noticesExplained: 'Wessen Arbeit in dieser Seite steckt und unter welchen Lizenzen.',
  asFile: 'Als Datei öffnen',
  close: 'Schließen',
};
