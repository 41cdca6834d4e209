import { CLOUDS } from './clouds.ts';
import { authorityOf, scopeOf, type ConfigProblem, type FieldRule, type FileRule } from './config.ts';

/** The rules of the configuration in English, for the command line. The page says them in the person's language. */
const RULES = {
  missing: 'is missing',
  object: 'must be a JSON object',
  text: 'must be a text that is not empty and has no blanks around it',
  headerText:
    'must be a text of Latin letters, digits and punctuation, without line breaks and blanks around it: it is sent in a header',
  permission: `must be one permission such as ${scopeOf(CLOUDS.global)}, without blanks`,
  permissions: 'must be a list of at least one permission',
  address: 'must be an https address (http only for localhost) without user name and "#"',
  host: 'must be the name of a host such as login.contoso.com, without https://',
  hosts: 'must be a list of host names',
  openId: 'must be an OpenID configuration, as a JSON object or as its text',
  cloud: 'must be "global", "china" or "usGovernment"',
  authority: `must be an https address such as ${authorityOf(CLOUDS.global)} without user name, "?" and "#"`,
  directory: `must name a directory, as ${authorityOf(CLOUDS.global)} does`,
  base: `must be an https address (http only for localhost) such as ${CLOUDS.global.partnerCenter} without user name, "?" and "#", or "" for the one this page comes from`,
  protocolMode: 'must be "AAD" or "OIDC"',
  trueOrFalse: 'must be true or false',
  wrong: 'is not what it should be',
  notFetched: 'could not be fetched',
  notThere: 'is not there',
  notJson: 'is not JSON',
} as const satisfies Readonly<Record<FieldRule | FileRule, string>>;

/** A problem of the configuration in English: `clientId is missing`. */
export function configProblemSaid({ wrong: { field, rule } }: ConfigProblem): string {
  return `${field ?? 'it'} ${RULES[rule]}`;
}
