import type { Catalogue } from '#ui/language.ts';

type AccountMenuTexts = {
  readonly dialogs: Readonly<Record<'commands' | 'shortcuts' | 'about', string>>;
  readonly signOut: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly secondFactorDue: string;
};

/** The texts of the account menu, which are fetched with it. */
export const accountMenuTexts: Catalogue<AccountMenuTexts> = {
  en: {
    dialogs: { commands: 'Commands', shortcuts: 'Keyboard shortcuts', about: 'About' },
    signOut: 'Sign out',
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    secondFactorDue:
      'Your sign-in shows no second factor. The service still answers, but says that this will stop working: ' +
      'ask your administrator for multi-factor sign-in.',
  },
};
