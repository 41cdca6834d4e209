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
  readonly reload: string;
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
    reload: 'Reload',
    charts: 'Charts',
    rows: 'Rows',
  },
};
