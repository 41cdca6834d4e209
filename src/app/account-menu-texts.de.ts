import type { Translation } from '#ui/catalogue.ts';
import type { accountMenuTexts } from './account-menu-texts.ts';

export const messages: Translation<typeof accountMenuTexts> = {
  dialogs: { commands: 'Befehle', shortcuts: 'Tastenkürzel', help: 'Hilfe', about: 'Über License Lens' },
  signOut: 'Abmelden',
  language: 'Sprache',
  languageFailed: 'Die Sprache konnte nicht geladen werden. Wählen Sie sie erneut, sobald Sie online sind.',
  theme: 'Design',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  secondFactorDue:
    'Ihre Anmeldung enthält keinen zweiten Faktor. Der Dienst antwortet noch, kündigt aber an, dass das enden wird: Bitten Sie Ihre Administration um eine mehrstufige Anmeldung.',
};
