/** The people of the fictitious partner who can sign in. */
export type DemoAccount = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** The role as the sign-in page writes it. */
  readonly roleName: string;
  /** The roles in this person's tokens. */
  readonly roles: readonly string[];
  /** The ways in which they sign in, in the words of RFC 8176. */
  readonly amr: readonly string[];
};

/** A password alone, and a password with a second factor. */
const ONE_FACTOR = ['pwd'] as const;
export const TWO_FACTORS = ['pwd', 'mfa'] as const;

/** The fictitious partner's own tenant. */
export const PARTNER_TENANT_ID = '7c1e2f70-52a4-4d0a-9c3f-6a1f0e5b9d21';

/** The roles that can read insights, by the endpoint's documentation. */
export const REPORTING_ROLES: ReadonlySet<string> = new Set([
  'GlobalAdmin',
  'AccountAdmin',
  'ReportViewer',
  'ExecutiveReportViewer',
]);

/** The demo accounts, in the order of the sign-in page. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    id: '0b6f4c1e-3d55-4f0a-8a44-1f0c55d1a001',
    name: 'Avery Howard',
    username: 'avery@partner.example',
    roleName: 'Admin agent',
    // The role of an admin agent alone gives no reports; this person looks after the account as well.
    roles: ['AdminAgent', 'AccountAdmin'],
    amr: TWO_FACTORS,
  },
  {
    id: '0b6f4c1e-3d55-4f0a-8a44-1f0c55d1a002',
    name: 'Noor Haddad',
    username: 'noor@partner.example',
    roleName: 'Executive report viewer',
    roles: ['ExecutiveReportViewer'],
    amr: TWO_FACTORS,
  },
  {
    id: '0b6f4c1e-3d55-4f0a-8a44-1f0c55d1a003',
    name: 'Kenji Sato',
    username: 'kenji@partner.example',
    roleName: 'Report viewer',
    roles: ['ReportViewer'],
    amr: TWO_FACTORS,
  },
  {
    id: '0b6f4c1e-3d55-4f0a-8a44-1f0c55d1a004',
    name: 'Lucía Peña',
    username: 'lucia@partner.example',
    roleName: 'Helpdesk agent',
    roles: ['HelpdeskAgent'],
    amr: TWO_FACTORS,
  },
  {
    id: '0b6f4c1e-3d55-4f0a-8a44-1f0c55d1a005',
    name: 'Ingrid Olsen',
    username: 'ingrid@partner.example',
    roleName: 'Report viewer, one factor',
    roles: ['ReportViewer'],
    amr: ONE_FACTOR,
  },
];
