import type { Catalogue } from '#ui/language.ts';

export type Advice = { readonly heading: string; readonly advice: string };

export type AppTexts = {
  readonly productName: string;
  readonly skipToContent: string;
  readonly heading: string;
  readonly signIn: string;
  readonly account: string;
  readonly signedInAs: (username: string) => string;
  readonly signOut: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly reload: string;
  readonly linkProblems: string;
  readonly notYet: string;
  readonly notYetAspects: Readonly<Record<'view' | 'measure' | 'order', (value: string) => string>>;
  readonly noSnapshot: (date: string) => Advice;
  readonly noData: Advice;
  readonly showLatest: string;
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
    signIn: 'Sign in',
    account: 'Account',
    signedInAs: (username) => `Signed in as ${username}`,
    signOut: 'Sign out',
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    reload: 'Reload',
    linkProblems: 'Part of this link could not be read. The rest of it applies.',
    notYet: 'This link asks for more than this page can show yet',
    notYetAspects: {
      view: (value) => `The view “${value}” is not there yet: this is the overview.`,
      measure: (value) => `The measure “${value}” is not computed yet: the chart ranks by what was sold.`,
      order: (value) => `The order by “${value}” is not computed yet, so it does not apply.`,
    },
    noSnapshot: (date) => ({
      heading: `No data for ${date}`,
      advice: 'The service has no snapshot of that day. Filters and grouping are kept: choose another day.',
    }),
    noData: {
      heading: 'No licenses yet',
      advice:
        'The service has no deployment data for this account. It appears about a day after the first sale.',
    },
    showLatest: 'Show the latest snapshot',
    secondFactorDue:
      'Your sign-in shows no second factor. The service still answers, but says that this will stop working: ' +
      'ask your administrator for multi-factor sign-in.',
    charts: 'Charts',
    rows: 'Rows',
  },
};
