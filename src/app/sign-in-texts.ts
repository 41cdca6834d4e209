import type { Obstacle } from '#auth/sign-in-impossible.ts';
import type { Catalogue } from '#ui/language.ts';
import type { PolicyBlock } from './policy-block.ts';

type SignInTexts = {
  /** The reason why a sign-in is not possible; `detail` is a value of the configuration, or the words of an error. */
  readonly signInImpossible: Readonly<Record<Obstacle, (detail: string) => string>>;
  /** What the page's own policy has blocked, as the heading of an alert. */
  readonly blocked: (block: PolicyBlock) => string;
  readonly blockedAdvice: string;
};

export const MEND = 'Whoever runs this site can mend it in that one file; then reload this page.';

/** The texts where the page cannot get to the sign-in. */
export const signInTexts: Catalogue<SignInTexts> = {
  en: {
    signInImpossible: {
      authorityUnknown: (authority) =>
        `In config.json, authority is ${authority}, which is no sign-in of Microsoft’s; that of another provider has to be ` +
        `named in knownAuthorities too. ${MEND}`,
      authoritySilent: (authority) =>
        `In config.json, authority is ${authority}, but no sign-in could be found there. Check the network; ` +
        `if it stays, the address is wrong, or its host is missing in knownAuthorities. ${MEND}`,
      other: (said) => `The sign-in could not be opened: ${said}`,
    },
    blocked: ({ directive, address }) =>
      `The policy of this site (Content-Security-Policy, ${directive}) does not let the page reach ${address}`,
    blockedAdvice:
      'That address follows from config.json, and the policy from the file of the web server: whoever runs this site ' +
      'writes that file anew for the configuration (npm run deploy:files). Then reload this page.',
  },
};
