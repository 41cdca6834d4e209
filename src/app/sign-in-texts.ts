import type { Obstacle } from '#auth/sign-in-impossible.ts';
import type { Catalogue } from '#ui/language.ts';

type SignInTexts = {
  /** Why nobody can sign in; `detail` is a value of the configuration, or an error's own words. */
  readonly signInImpossible: Readonly<Record<Obstacle, (detail: string) => string>>;
};

export const MEND = 'Whoever runs this site can mend it in that one file; then reload this page.';

/** Why there is no way to the sign-in. */
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
  },
};
