import type { Translation } from './catalogue.ts';
import type { partTexts } from './part-texts.ts';

export const messages: Translation<typeof partTexts> = {
  missing: 'Dieser Teil der Seite konnte nicht geladen werden.',
  failed: 'Dieser Teil der Seite konnte nicht angezeigt werden.',
  newVersion:
    'Möglicherweise gibt es eine neue Version der Seite. Beim Neuladen bleibt die Ansicht erhalten.',
  tryAgain: 'Erneut versuchen',
  reload: 'Neu laden',
};
