/** The addresses of the sign-in and of Partner Center in one of Microsoft's clouds. */
export type Cloud = {
  /** The host of the sign-in; the directory comes after it. Source: Microsoft's list of national clouds. */
  readonly signIn: string;
  /** The address of the report. Source: Microsoft Learn, "Partner Center REST URLs". */
  readonly partnerCenter: string;
};

const PARTNER_CENTER = 'https://api.partnercenter.microsoft.com';

/** The possible values of `cloud` in `config.json`. */
export const CLOUD_NAMES = ['global', 'china', 'usGovernment'] as const;

export type CloudName = (typeof CLOUD_NAMES)[number];

/** The clouds by their names. */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  global: { signIn: 'https://login.microsoftonline.com', partnerCenter: PARTNER_CENTER },
  // 21Vianet operates this cloud.
  china: {
    signIn: 'https://login.partner.microsoftonline.cn',
    partnerCenter: 'https://partner.partnercenterapi.microsoftonline.cn',
  },
  // The Partner Center of this cloud is the global one.
  usGovernment: { signIn: 'https://login.microsoftonline.us', partnerCenter: PARTNER_CENTER },
};
