/** Features that a browser could allow a page to use, and that this page never uses. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const;

/** The origins that the app has to reach besides its own; the local set-up has none. */
export type Reached = {
  /** The origins where people sign in. */
  readonly signIn: readonly string[];
  /** The origins of the report, where the page asks for it there and not at its own host. */
  readonly report: readonly string[];
  /** Where the page reports errors, if it does. */
  readonly errorReports?: readonly string[];
};

const NOTHING: Reached = { signIn: [], report: [] };

/** The headers any host of the app should send with every response, as name and value. The one source of all hosts. */
export function securityHeaders({
  signIn,
  report,
  errorReports = [],
}: Reached = NOTHING): readonly (readonly [name: string, value: string])[] {
  const listed = (...origins: readonly string[]): string => [...new Set(["'self'", ...origins])].join(' ');
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // Fluent UI and AG Grid put style elements into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src ${listed(...signIn, ...report, ...errorReports)}`,
    // MSAL renews a sign-in in a hidden frame, which ends at the app's own redirect page.
    `frame-src ${listed(...signIn)}`,
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${listed(...signIn)}`,
    // A text never becomes a script: the one policy gives out the addresses of the page's own workers (`src/main.tsx`).
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
  ];
}
