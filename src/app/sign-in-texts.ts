import { defineTexts } from '#ui/catalogue.ts';

/** The texts where the page cannot get to the sign-in. */
export const signInTexts = defineTexts('app/sign-in-texts', {
  signInImpossible: {
    authorityUnknown:
      'In config.json, authority is {detail}, which is no sign-in of Microsoft’s; that of another provider has to be named in knownAuthorities too. Whoever runs this site can mend it in that one file; then reload this page.',
    authoritySilent:
      'In config.json, authority is {detail}, but no sign-in could be found there. Check the network; if it stays, the address is wrong, or its host is missing in knownAuthorities. Whoever runs this site can mend it in that one file; then reload this page.',
    // `detail` is what the error says itself.
    other: 'The sign-in could not be opened: {detail}',
  },
  // What the page's own policy has blocked.
  blocked:
    'The policy of this site (Content-Security-Policy, {directive}) does not let the page reach {address}',
  blockedAdvice:
    'That address follows from config.json, and the policy from the file of the web server: whoever runs this site writes that file anew for the configuration (npm run deploy:files). Then reload this page.',
  // The same as one text.
  blockedSaid:
    'The policy of this site (Content-Security-Policy, {directive}) does not let the page reach {address}. That address follows from config.json, and the policy from the file of the web server: whoever runs this site writes that file anew for the configuration (npm run deploy:files). Then reload this page.',
});
