import type { ServedData } from '#emulator/license-deployment.ts';
import type { Snapshot } from '#emulator/demo-data.ts';
import type { Values } from '#emulator/query.ts';
import { between, createRandom, mix, pick, type Random } from '#emulator/random.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';

// All that the endpoint's description names as possible in rows, each of it often: no value, empty texts, nothing sold,
// deployed above sold, values in several letter cases, equal rows, seats by the million, names from anywhere, and equal
// names of different customers.

const NAMES: readonly (string | null)[] = [
  'Contoso',
  'Contoso 2',
  'Contoso 10',
  "O'Neil & Sons",
  "''",
  'ΟΔΟΣ ΑΕ',
  'Ærø Færgen',
  'Æro',
  'Aero',
  'Straße 7',
  'STRASSE 7',
  'İstanbul Ltd',
  'ılık',
  'Cafe\u0301',
  'Café',
  '北京星辰科技有限公司',
  'שלום בע״מ',
  'Rocket 🚀 Works',
  '=HYPERLINK("https://example.com/")',
  'Comma, "Quotes" \\ and a\tTab',
  'a and b or c',
  ' leading and trailing ',
  '__proto__',
  'null',
  'x',
  '',
  null,
];

const SERVICES: Values['products'][number]['service'][] = [
  { serviceCode: 'o365', serviceName: 'Microsoft Office 365' },
  { serviceCode: 'm365', serviceName: 'Microsoft 365' },
  { serviceCode: 'ems', serviceName: "Mobility's best" },
  { serviceCode: 'dyn365', serviceName: '' },
  { serviceCode: '', serviceName: 'Ωmega' },
  { serviceCode: null, serviceName: null },
];

const CHANNELS: readonly (string | null)[] = [
  'reseller',
  'Reseller',
  'RESELLER',
  'direct',
  'Direct',
  'indirect provider',
  '',
  null,
];

/** A text in another letter case, or as it is. Some capitals are other letters to the endpoint: those it leaves. */
export function inOtherCase(random: Random, text: string): string {
  const other = pick(random, [
    text.toUpperCase(),
    text.toLowerCase(),
    text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
  ]);
  return foldCase(other) === foldCase(text) ? other : text;
}

const respelt = (random: Random, value: string | null): string | null =>
  value === null || random() < 0.3 ? value : inOtherCase(random, value);

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => between(random, 0, 15).toString(16)).join('');

function someCustomers(random: Random, count: number): Values['customers'] {
  const customers = Array.from({ length: count }, (_, at) => {
    const id = `${hex(random, 8)}-${hex(random, 4)}`;
    // Few without an id, and one whose id is empty.
    const customerTenantId = random() < 0.03 ? null : at === 1 ? '' : id;
    const name = pick(random, NAMES);
    const isOwn = random() < 0.5 && name !== null && name !== '';
    return { customerTenantId, customerName: isOwn ? `${name} ${at}` : name };
  });
  const twins = customers
    .filter(() => random() < 0.25)
    .map(({ customerTenantId, customerName }) => ({
      customerTenantId: respelt(random, customerTenantId),
      customerName: respelt(random, customerName),
    }));
  return [...customers, ...twins];
}

function someProducts(random: Random, count: number): Values['products'] {
  const products = Array.from({ length: count }, (_, at) => ({
    productId: random() < 0.05 ? null : at === 1 ? '' : `${hex(random, 4)}-${at}`,
    productName: random() < 0.6 ? `Office E${at}` : pick(random, NAMES),
    service: pick(random, SERVICES),
  }));
  const twins = products
    .filter(() => random() < 0.4)
    .map(({ productId, productName, service }) => ({
      productId: respelt(random, productId),
      productName: respelt(random, productName),
      service: {
        serviceCode: respelt(random, service.serviceCode),
        serviceName: respelt(random, service.serviceName),
      },
    }));
  return [...products, ...twins];
}

function drawSold(random: Random): number {
  const form = random();
  if (form < 0.12) return 0;
  if (form < 0.6) return between(random, 1, 9);
  if (form < 0.9) return between(random, 10, 3_000);
  // As free products come; and, since nothing says that this is the most, so many that few rows are beyond 32 bits.
  return form < 0.99 ? between(random, 10_000, 1_000_000) : between(random, 2 ** 30, 2 ** 32 - 1);
}

function drawDeployed(random: Random, sold: number): number {
  const form = random();
  if (form < 0.15) return 0;
  if (form < 0.3) return sold;
  if (form < 0.8) return between(random, 0, sold);
  return Math.min(2 ** 32 - 1, sold + between(random, 1, Math.max(5, sold)));
}

/** Small numbers are more likely than large ones. */
const often = (random: Random, count: number): number => Math.floor(random() ** 2 * count);

function snapshotOf(random: Random, date: string, rows: number, values: Values): Snapshot {
  const snapshot: Snapshot = {
    date,
    length: rows,
    customer: new Uint32Array(rows),
    product: new Uint16Array(rows),
    channel: new Uint8Array(rows),
    licensesSold: new Uint32Array(rows),
    licensesDeployed: new Uint32Array(rows),
  };
  const { customer, product, channel, licensesSold, licensesDeployed } = snapshot;
  // Some snapshots come by customer, as services often write them: neighbours then share values.
  const isByCustomer = random() < 0.5;
  for (let row = 0; row < rows; row += 1) {
    const twin = row > 0 && random() < 0.06 ? (isByCustomer ? row - 1 : between(random, 0, row - 1)) : null;
    if (twin !== null) {
      for (const column of [customer, product, channel, licensesSold, licensesDeployed]) {
        column[row] = column[twin] ?? 0;
      }
      continue;
    }
    const isSame = isByCustomer && row > 0 && random() < 0.95;
    customer[row] = isSame ? (customer[row - 1] ?? 0) : often(random, values.customers.length);
    product[row] = often(random, values.products.length);
    channel[row] = between(random, 0, values.channels.length - 1);
    const sold = drawSold(random);
    licensesSold[row] = sold;
    licensesDeployed[row] = drawDeployed(random, sold);
  }
  return snapshot;
}

/**
 * Two snapshots, of a day and the day before, whose rows are as unkind as rows can be.
 *
 * @param seed equal seeds give equal data
 * @param latest the day of the later one, `YYYY-MM-DD`
 */
export function createUnkindData(seed: number, rows: number, latest: string): ServedData {
  const random = createRandom(mix(seed));
  const values: Values = {
    customers: someCustomers(random, Math.ceil(rows / 6)),
    products: someProducts(random, 40),
    channels: CHANNELS,
  };
  const before = new Date(Date.parse(latest) - 86_400_000).toISOString().slice(0, latest.length);
  const snapshots = new Map(
    [latest, before].map((date, at) => [date, snapshotOf(random, date, rows + at, values)]),
  );
  return {
    ...values,
    latest,
    snapshot: (date) => snapshots.get(date) ?? null,
    snapshotBefore: (date) => (date === latest ? before : null),
  };
}
