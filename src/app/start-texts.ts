import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the pages that stand before the dashboard or replace it. */
export const startTexts = defineTexts('app/start-texts', {
  tagline: 'Licenses deployed against licenses sold, for every customer and product.',
  signInExplained: 'Use the work account that has access to Partner Center.',
  signInFailed: 'The sign-in did not go through.',
  linkKept: 'The link you opened is kept and opens after sign-in.',
  configHeading: 'License Lens is not configured',
  // The rules that a field of config.json can break.
  configField: {
    missing: 'In config.json, {field} is missing.',
    object: 'In config.json, {field} must be a JSON object.',
    text: 'In config.json, {field} must be a text that is not empty and has no blanks around it.',
    headerText:
      'In config.json, {field} must be a text of Latin letters, digits and punctuation, without line breaks and blanks around it: it is sent in a header.',
    permission:
      'In config.json, {field} must be one permission such as https://api.partnercenter.microsoft.com/user_impersonation, without blanks.',
    permissions: 'In config.json, {field} must be a list of at least one permission.',
    address:
      'In config.json, {field} must be an https address (http only for localhost) without user name and "#".',
    host: 'In config.json, {field} must be the name of a host such as login.contoso.com, without https://.',
    hosts: 'In config.json, {field} must be a list of host names.',
    openId: 'In config.json, {field} must be an OpenID configuration, as a JSON object or as its text.',
    cloud: 'In config.json, {field} must be "global", "china" or "usGovernment".',
    authority:
      'In config.json, {field} must be an https address such as https://login.microsoftonline.com/organizations without user name, "?" and "#".',
    directory:
      'In config.json, {field} must name a directory, as https://login.microsoftonline.com/organizations does.',
    base: 'In config.json, {field} must be an https address (http only for localhost) such as https://api.partnercenter.microsoft.com without user name, "?" and "#", or "" for the one this page comes from.',
    protocolMode: 'In config.json, {field} must be "AAD" or "OIDC".',
    trueOrFalse: 'In config.json, {field} must be true or false.',
    wrong: 'In config.json, {field} is not what it should be.',
  },
  // What can be wrong with the file as a whole.
  configFile: {
    object: 'config.json must be a JSON object.',
    notFetched: 'config.json could not be fetched.',
    notThere: 'config.json is not there (status {status}).',
    notJson: 'config.json is not JSON.',
  },
  configFix: 'Whoever runs this site can mend it in that one file; then reload this page.',
  startFailed: 'License Lens could not start',
});
