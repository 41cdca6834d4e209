/** Where a cloud of Microsoft's has its sign-in and its Partner Center. */
export type Cloud = {
  /** The sign-in's host; the directory comes behind it. Source: Microsoft's list of national clouds. */
  readonly signIn: string;
  /** Where the report is. Source: Microsoft Learn, "Partner Center REST URLs". */
  readonly partnerCenter: string;
};

const PARTNER_CENTER = 'https://api.partnercenter.microsoft.com';

/** What `cloud` in `config.json` may be. */
export const CLOUD_NAMES = ['global', 'china', 'usGovernment'] as const;

export type CloudName = (typeof CLOUD_NAMES)[number];

/** The clouds by their names. */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  global: { signIn: 'https://login.microsoftonline.com', partnerCenter: PARTNER_CENTER },
  // Operated by 21Vianet.
  china: {
    signIn: 'https://login.partner.microsoftonline.cn',
    partnerCenter: 'https://partner.partnercenterapi.microsoftonline.cn',
  },
  // Its Partner Center is the global one.
  usGovernment: { signIn: 'https://login.microsoftonline.us', partnerCenter: PARTNER_CENTER },
};
