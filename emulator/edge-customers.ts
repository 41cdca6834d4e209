/** A row of an edge customer; it is the same in every snapshot. `product` is a string id of `products.tsv`. */
type EdgeRow = {
  readonly product: string;
  readonly channel: string;
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

/** A customer whose name or figures have broken programs before. */
export type EdgeCustomer = {
  readonly customerTenantId: string;
  readonly customerName: string | null;
  readonly rows: readonly EdgeRow[];
};

const ORDINARY: readonly EdgeRow[] = [
  { product: 'SPB', channel: 'reseller', licensesDeployed: 21, licensesSold: 25 },
  { product: 'POWER_BI_PRO', channel: 'direct', licensesDeployed: 3, licensesSold: 10 },
];

// The tenant ids are fixed, so that a test can ask for one of these customers whatever the seed.
const tenant = (index: number): string => `E0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const NAMES: readonly (string | null)[] = [
  "O'Neill & Sons",
  // Spreadsheets run a text that begins with one of = + - @ (CSV injection,
  // owasp.org/www-community/attacks/CSV_Injection).
  '=HYPERLINK("https://example.com/","Open")',
  '+49 Telefonbau',
  '@Work Services',
  '<b>Bold</b> & <img src=x onerror=alert(1)> Ltd',
  'شركة النور للتجارة 2000',
  'חברת הצפון בע״מ',
  '北京星辰科技有限公司',
  '株式会社さくら製作所',
  'Rocket 🚀 Works 👩‍💻',
  // A person sees one name, but a program two: one is written with combining accents, the other is not.
  'Cafe\u0301 Zu\u0308rich',
  'Café Zürich',
  `The Worshipful Company of ${'Makers and Repairers of Exceptionally Long Names, '.repeat(5)}London`,
  // Equal names under different tenant ids are different customers.
  'Northwind Traders',
  'Northwind Traders',
  null,
  'Comma, Semicolon; "Quotes" \\ and a\tTab',
  '__proto__',
];

const FIGURES: readonly EdgeCustomer[] = [
  {
    customerTenantId: tenant(90),
    customerName: 'Nothing Sold Ltd',
    rows: [
      { product: 'SPE_E3', channel: 'direct', licensesDeployed: 12, licensesSold: 0 },
      { product: 'VISIOCLIENT', channel: 'reseller', licensesDeployed: 0, licensesSold: 0 },
    ],
  },
  {
    customerTenantId: tenant(91),
    customerName: 'Over-assigned AG',
    rows: [
      { product: 'ENTERPRISEPACK', channel: 'reseller', licensesDeployed: 31, licensesSold: 20 },
      // A product with too many deployed must not hide the idle licenses of another.
      { product: 'PROJECTPROFESSIONAL', channel: 'reseller', licensesDeployed: 0, licensesSold: 8 },
    ],
  },
  {
    // A GUID may come in either letter case.
    customerTenantId: 'e0000000-0000-4000-8000-00000000ABcd',
    customerName: 'Mixed Case Pty Ltd',
    rows: ORDINARY,
  },
];

/** The customers that every demo data set of 1,000 rows or more has, whatever its seed. */
export const EDGE_CUSTOMERS: readonly EdgeCustomer[] = [
  ...NAMES.map((customerName, index) => ({ customerTenantId: tenant(index), customerName, rows: ORDINARY })),
  ...FIGURES,
];
