import { PublicClientApplication } from '@azure/msal-browser';

// The least that shows the first figures: the same sign-in, the same requests, and one line with the sums. The query of
// its address has the requests that the app made for its own.

type Config = {
  readonly clientId: string;
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly knownAuthorities?: readonly string[];
  readonly authorityMetadata?: unknown;
  readonly protocolMode?: 'AAD' | 'OIDC';
};

type Answer = { readonly Value: readonly { readonly licensesSold: number }[] };

const config = (await (await fetch('../config.json')).json()) as Config;
const { clientId, authority, scopes, knownAuthorities, authorityMetadata, protocolMode } = config;
const msal = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    ...(knownAuthorities === undefined ? {} : { knownAuthorities: [...knownAuthorities] }),
    ...(authorityMetadata === undefined ? {} : { authorityMetadata: JSON.stringify(authorityMetadata) }),
  },
  cache: { cacheLocation: 'sessionStorage' },
  system: protocolMode === undefined ? {} : { protocolMode },
});
await msal.initialize();
const account = msal.getActiveAccount();
if (account === null) throw new Error('The tab is not signed in.');
const { accessToken } = await msal.acquireTokenSilent({ account, scopes: [...scopes] });

let sold = 0;
for (const address of new URLSearchParams(location.search).getAll('ask')) {
  const response = await fetch(address, { headers: { Authorization: `Bearer ${accessToken}` } });
  const { Value } = (await response.json()) as Answer;
  sold = Value.reduce((sum, { licensesSold }) => sum + licensesSold, 0);
}
const output = document.querySelector('output');
if (output !== null) output.textContent = sold.toLocaleString();
