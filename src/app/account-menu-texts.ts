import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the account menu, which are fetched with it. */
export const accountMenuTexts = defineTexts('app/account-menu-texts', {
  dialogs: { commands: 'Commands', shortcuts: 'Keyboard shortcuts', help: 'Help', about: 'About' },
  signOut: 'Sign out',
  language: 'Language',
  languageFailed: 'The language could not be fetched. Choose it again when you are online.',
  theme: 'Theme',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  secondFactorDue:
    'Your sign-in shows no second factor. The service still answers, but says that this will stop working: ask your administrator for multi-factor sign-in.',
});
