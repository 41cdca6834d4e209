import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('app/texts', {
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
  signedInAs: 'Signed in as {username}',
  commands: 'Commands',
  // `control` is the key that the system's shortcuts use.
  commandsKey: 'Commands ({control} K)',
  reload: 'Reload',
  charts: 'Charts',
  rows: 'Rows',
  viewOptions: 'View options',
  done: 'Done',
});
