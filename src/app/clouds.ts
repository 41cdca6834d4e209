/** Where a cloud of Microsoft's has its sign-in and its Partner Center. */
export type Cloud = {
  /** The sign-in's host; the directory comes behind it. Source: Microsoft's list of national clouds. */
  readonly signIn: string;
  /** Where the report is. Source: Microsoft Learn, "Partner Center REST URLs". */
  readonly partnerCenter: string;
};

const PARTNER_CENTER = 'https://api.partnercenter.microsoft.com';

/** The clouds that `cloud` in `config.json` chooses among. A further one is a further entry. */
export const CLOUDS = {
  global: { signIn: 'https://login.microsoftonline.com', partnerCenter: PARTNER_CENTER },
  // Operated by 21Vianet.
  china: {
    signIn: 'https://login.partner.microsoftonline.cn',
    partnerCenter: 'https://partner.partnercenterapi.microsoftonline.cn',
  },
  // Its Partner Center is the global one.
  usGovernment: { signIn: 'https://login.microsoftonline.us', partnerCenter: PARTNER_CENTER },
} as const satisfies Readonly<Record<string, Cloud>>;

export type CloudName = keyof typeof CLOUDS;
