import type { Catalogue } from '#ui/language.ts';
import type { NamedView } from './views.ts';

export type Advice = { readonly heading: string; readonly advice: string };

export type AppTexts = {
  readonly productName: string;
  readonly skipToContent: string;
  readonly heading: string;
  readonly views: string;
  readonly viewNames: Readonly<Record<NamedView, string>>;
  readonly signIn: string;
  readonly account: string;
  readonly signedInAs: (username: string) => string;
  readonly commands: string;
  readonly shortcuts: string;
  readonly signOut: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly reload: string;
  /** Stands in the account menu. */
  readonly secondFactorDue: string;
  readonly charts: string;
  readonly rows: string;
};

export const texts: Catalogue<AppTexts> = {
  en: {
    productName: 'License Lens',
    skipToContent: 'Skip to content',
    heading: 'License deployment',
    views: 'Views',
    viewNames: {
      overview: 'Overview',
      opportunities: 'Opportunities',
      anomalies: 'Anomalies',
      trend: 'Trend',
    },
    signIn: 'Sign in',
    account: 'Account',
    signedInAs: (username) => `Signed in as ${username}`,
    commands: 'Commands',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    reload: 'Reload',
    secondFactorDue:
      'Your sign-in shows no second factor. The service still answers, but says that this will stop working: ' +
      'ask your administrator for multi-factor sign-in.',
    charts: 'Charts',
    rows: 'Rows',
  },
};
