import { branchName, companyName } from './customer-names.ts';
import { EDGE_CUSTOMERS, type EdgeCustomer } from './edge-customers.ts';
import { readProducts, type Product, type ProductKind } from './products.ts';
import { between, createRandom, guid, hashText, mix, shuffle, weightedIndex, type Random } from './random.ts';

/** The most rows the latest snapshot can have. */
export const MAX_DEMO_ROWS = 1_000_000;

export type DemoOptions = {
  /** The exact number of rows in the latest snapshot: 0 to `MAX_DEMO_ROWS`. */
  readonly rows: number;
  /** Equal seeds give equal data for equal `rows` and day. */
  readonly seed: string;
  /** The latest snapshot is that of the day (UTC) before this moment. */
  readonly now: Date;
};

export type Customer = { readonly customerTenantId: string; readonly customerName: string | null };

/**
 * One snapshot, column by column: row i is a subscription with its figures that day.
 * The order of rows is the same each time, and no order a client could rely on.
 */
export type Snapshot = {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly length: number;
  readonly customer: Uint32Array;
  readonly product: Uint16Array;
  readonly channel: Uint8Array;
  readonly licensesSold: Uint32Array;
  readonly licensesDeployed: Uint32Array;
};

/**
 * The customers of a fictitious partner and their licenses, day by day. The columns of a snapshot are indices into
 * these lists.
 */
export type DemoData = {
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
  readonly channels: readonly string[];
  /** The day of the latest snapshot, `YYYY-MM-DD`. */
  readonly latest: string;
  /** The day of the first snapshot, which is 13 months earlier. */
  readonly first: string;
  /** The snapshot of a day, `YYYY-MM-DD`; null where that day has none. */
  readonly snapshot: (date: string) => Snapshot | null;
  /** The day of the last snapshot before that day; null where there is none. */
  readonly snapshotBefore: (date: string) => string | null;
};

const CHANNELS: readonly string[] = ['reseller', 'direct', 'indirect provider', 'advisor'];
const drawChannel = weightedIndex([62, 19, 13, 6]);

const MONTHS = 13;
/**
 * The days without a snapshot, counted back from the latest one: a night in which the service did not finish, and two
 * in a row.
 */
const MISSING_DAYS_BACK = [37, 38, 171];
const SNAPSHOTS_KEPT = 4;
/** With more rows, a customer would have most of the price list. */
const MAX_ROWS_OF_A_CUSTOMER = 250;
const MAX_SEATS = 60_000;
const DAY = 86_400_000;
const FOREVER = 0x7fff;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * What a customer has of a product through a channel, over all 13 months, column by column. Days count from the first
 * snapshot. The figures are those of the last day; those of earlier days follow from `shape` and the customer.
 */
type Subscriptions = {
  length: number;
  readonly customer: Uint32Array;
  readonly product: Uint16Array;
  readonly channel: Uint8Array;
  readonly firstDay: Int16Array;
  readonly lastDay: Int16Array;
  readonly licensesSold: Uint32Array;
  readonly licensesDeployed: Uint32Array;
  /** Random bits that decide how the figures change; with 0 they never change. */
  readonly shape: Uint32Array;
};

/** How the use of each customer changes: so many days ago it was `ratio` times today's, and it changed smoothly. */
type UseTrends = { readonly ratio: Float32Array; readonly days: Int16Array };

function emptySubscriptions(capacity: number): Subscriptions {
  return {
    length: 0,
    customer: new Uint32Array(capacity),
    product: new Uint16Array(capacity),
    channel: new Uint8Array(capacity),
    firstDay: new Int16Array(capacity),
    lastDay: new Int16Array(capacity),
    licensesSold: new Uint32Array(capacity),
    licensesDeployed: new Uint32Array(capacity),
    shape: new Uint32Array(capacity),
  };
}

type Subscription = { [Column in Exclude<keyof Subscriptions, 'length'>]: number };

function add(to: Subscriptions, subscription: Subscription): void {
  const at = to.length;
  to.customer[at] = subscription.customer;
  to.product[at] = subscription.product;
  to.channel[at] = subscription.channel;
  to.firstDay[at] = subscription.firstDay;
  to.lastDay[at] = subscription.lastDay;
  to.licensesSold[at] = subscription.licensesSold;
  to.licensesDeployed[at] = subscription.licensesDeployed;
  to.shape[at] = subscription.shape;
  to.length += 1;
}

/** The number of customers for so many rows: 2,200 for 20,000 rows, 50,000 for a million. */
function customerCount(rows: number): number {
  return Math.min(rows, Math.max(1, Math.round(2_200 * (rows / 20_000) ** 0.7985)));
}

/**
 * The seats of each customer, the largest last: there are few large customers and many small ones. They are the
 * quantiles of a Pareto distribution, because one customer that is drawn at random can outweigh all others together.
 */
function seatsOfCustomers(count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Math.min(MAX_SEATS, Math.floor(5 / (1 - (index + 0.5) / count) ** (1 / 1.35))),
  );
}

/** Splits `rows` over customers: each gets at least one, larger ones get more, and all together get exactly `rows`. */
function rowsOfCustomers(seats: readonly number[], rows: number): Uint16Array {
  const counts = new Uint16Array(seats.length);
  const weights = seats.map((count) => (1 + Math.log(count)) ** 1.5);
  const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0);
  const toSplit = rows - seats.length;
  let weight = 0;
  let given = 0;
  weights.forEach((own, customer) => {
    weight += own;
    const due = customer === weights.length - 1 ? toSplit : Math.floor((toSplit * weight) / weightOfAll);
    const more = Math.min(due - given, MAX_ROWS_OF_A_CUSTOMER - 1);
    counts[customer] = 1 + more;
    given += more;
  });
  return counts;
}

const SHARE_OF_SEATS: Readonly<Record<ProductKind, readonly [from: number, to: number]>> = {
  suite: [0.3, 1],
  addOn: [0.03, 0.4],
  few: [0.005, 0.05],
};

/** The licenses of a product that are sold to a customer with so many seats. */
function drawSold(random: Random, seats: number, kind: ProductKind): number {
  const [from, to] = SHARE_OF_SEATS[kind];
  // The share is squared: most customers take few licenses, some take them for everyone.
  const share = kind === 'suite' ? random() : random() ** 2;
  return Math.max(1, Math.round(seats * (from + (to - from) * share)));
}

/** Rounds up as often as the fraction says, so that sums of small numbers stay correct on average. */
function roundAtRandom(random: Random, value: number): number {
  return Math.floor(value + random());
}

type Trend = { readonly use: number; readonly ratio: number; readonly days: number };

/** The share of its licenses that a customer uses today, and how the share has changed. */
function drawTrend(random: Random, seats: number): Trend {
  const roll = random();
  const days = [4, 30, 90, 200][between(random, 0, 3)] ?? 30;
  // The few largest customers are left out: one of them alone would change the partner's whole utilization.
  if (roll < 0.06 && seats < 1_000) {
    const use = 0.3 + 0.25 * random();
    return { use, ratio: Math.min(2.2, 0.9 / use), days };
  }
  if (roll < 0.14 && seats < 1_000)
    return { use: 0.78 + 0.15 * random(), ratio: 0.45 + 0.4 * random(), days };
  // Large customers all look after their licenses; small ones differ.
  const spread = 0.08 + 0.3 / (1 + Math.log10(seats));
  return { use: Math.min(1, 0.84 + spread * (2 * random() - 1)), ratio: 1, days };
}

function drawDeployed(random: Random, sold: number, use: number): number {
  const roll = random();
  if (roll < 0.02) return Math.max(sold + 1, roundAtRandom(random, sold * (1.02 + 0.25 * random())));
  if (roll < 0.05) return 0;
  return Math.min(sold, roundAtRandom(random, sold * Math.min(1, use + 0.2 * (random() - 0.5))));
}

/** Draws products that a customer does not have yet. */
function createProductDraw(products: readonly Product[], random: Random) {
  const draw = weightedIndex(products.map((product) => product.popularity));
  const ownerPlusOne = new Uint32Array(products.length);
  /** A product that this owner has not drawn before. Owners have to come one after the other. */
  return (owner: number): number => {
    let product = draw(random);
    for (let tries = 0; ownerPlusOne[product] === owner + 1 && tries < 12; tries += 1) product = draw(random);
    // A customer that has all the best sellers takes the next product in the list.
    while (ownerPlusOne[product] === owner + 1) product = (product + 1) % products.length;
    ownerPlusOne[product] = owner + 1;
    return product;
  };
}

/** The day on which each product came on the market: before the first snapshot, except for a few. */
function drawLaunchDays(products: readonly Product[], random: Random, days: number): Int16Array {
  return Int16Array.from(products, ({ popularity }) =>
    popularity <= 1 && random() < 0.03 ? between(random, 30, days - 30) : 0,
  );
}

function edgesWithin(rows: number): readonly EdgeCustomer[] {
  const taken: EdgeCustomer[] = [];
  let left = Math.floor(rows / 20);
  for (const edge of EDGE_CUSTOMERS) {
    left -= edge.rows.length;
    if (left < 0) break;
    taken.push(edge);
  }
  return taken;
}

type Population = {
  readonly customers: Customer[];
  readonly subscriptions: Subscriptions;
  readonly trends: UseTrends;
};

/** The products that can be bought, and their likelihoods. */
type Market = {
  readonly random: Random;
  readonly products: readonly Product[];
  readonly drawProduct: (owner: number) => number;
  readonly launchDays: Int16Array;
  /** The number of the last day; the first is 0. */
  readonly days: number;
  /** The names of customers so far. */
  readonly names: Set<string | null>;
};

function addEdgeCustomer(
  { customers, subscriptions }: Population,
  { products }: Market,
  edge: EdgeCustomer,
): void {
  const customer = customers.length;
  customers.push({ customerTenantId: edge.customerTenantId, customerName: edge.customerName });
  for (const row of edge.rows) {
    add(subscriptions, {
      customer,
      product: products.findIndex(({ stringId }) => stringId === row.product),
      channel: CHANNELS.indexOf(row.channel),
      firstDay: 0,
      lastDay: FOREVER,
      licensesSold: row.licensesSold,
      licensesDeployed: row.licensesDeployed,
      shape: 0,
    });
  }
}

function drawName({ random, names }: Market): string {
  const name = companyName(random);
  // As in reality, some names belong to more than one customer.
  const own = names.has(name) && random() < 0.9 ? branchName(name, random) : name;
  names.add(own);
  return own;
}

type Holder = {
  readonly seats: number;
  /** The number of subscriptions in the latest snapshot, or on the last day of a customer that has left. */
  readonly rowCount: number;
  readonly lastDay: number;
};

function addCustomer(population: Population, market: Market, { seats, rowCount, lastDay }: Holder): void {
  const { customers, subscriptions, trends } = population;
  const { random, products, drawProduct, launchDays, days } = market;
  const customer = customers.length;
  customers.push({ customerTenantId: guid(random), customerName: drawName(market) });
  const trend = drawTrend(random, seats);
  trends.ratio[customer] = trend.ratio;
  trends.days[customer] = trend.days;

  const mainChannel = drawChannel(random);
  // One customer in twelve has come within the 13 months; customers that have left were there from the start.
  const joined = lastDay === FOREVER && random() < 0.08 ? between(random, 1, days) : 0;
  for (let index = 0; index < rowCount; index += 1) {
    const product = drawProduct(customer);
    const channel = random() < 0.92 ? mainChannel : drawChannel(random);
    const bought = random() < 0.1 ? between(random, joined, days) : joined;
    const firstDay = Math.min(lastDay, Math.max(bought, launchDays[product] ?? 0));
    const nothingSold = random() < 0.004;
    const sold = nothingSold ? 0 : drawSold(random, seats, products[product]?.kind ?? 'addOn');
    const deployed = nothingSold ? between(random, 1, 12) : drawDeployed(random, sold, trend.use);
    const subscription: Subscription = {
      customer,
      product,
      channel,
      firstDay,
      lastDay,
      licensesSold: sold,
      licensesDeployed: deployed,
      shape: between(random, 1, 0xffff_ffff),
    };
    add(subscriptions, subscription);
    if (random() > 0.06) continue;
    // What came before: the same product through another channel, or another product that was given up.
    const moved = firstDay > joined && random() < 0.5;
    const otherChannel = (channel + between(random, 1, CHANNELS.length - 1)) % CHANNELS.length;
    const earlier = moved ? product : drawProduct(customer);
    add(subscriptions, {
      ...subscription,
      channel: moved ? otherChannel : channel,
      product: earlier,
      firstDay: Math.max(joined, launchDays[earlier] ?? 0),
      lastDay: moved ? firstDay - 1 : Math.min(lastDay, between(random, 10, days - 1)),
      shape: mix(subscription.shape) || 1,
    });
  }
}

function populate({ rows, seed }: DemoOptions, products: readonly Product[], days: number): Population {
  const random = createRandom(hashText(`${seed}/${rows}`));
  const edges = edgesWithin(rows);
  const edgeRows = edges.reduce((sum, edge) => sum + edge.rows.length, 0);
  const present = customerCount(rows - edgeRows);
  // The customers that have left before the latest snapshot.
  const gone = Math.floor(present * 0.04);
  const seatsOfPresent = seatsOfCustomers(present);
  const rowCounts = rowsOfCustomers(seatsOfPresent, rows - edgeRows);
  const holders: readonly Holder[] = [
    ...seatsOfPresent.map((seats, index) => ({ seats, rowCount: rowCounts[index] ?? 0, lastDay: FOREVER })),
    ...seatsOfCustomers(gone).map((seats) => {
      return { seats, rowCount: between(random, 1, 15), lastDay: between(random, 5, days - 1) };
    }),
  ];

  const count = edges.length + holders.length;
  const population: Population = {
    customers: [],
    // 6 % of the subscriptions have an earlier one.
    subscriptions: emptySubscriptions(Math.ceil(rows * 1.25) + gone * 30 + 64),
    trends: { ratio: new Float32Array(count).fill(1), days: new Int16Array(count).fill(1) },
  };
  const market: Market = {
    random,
    products,
    drawProduct: createProductDraw(products, random),
    launchDays: drawLaunchDays(products, random, days),
    days,
    names: new Set(edges.map((edge) => edge.customerName)),
  };
  // The rows are in the order of customers, and customers come in a random order.
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  shuffle(random, order);
  for (const index of order) {
    const edge = edges[index];
    const holder = holders[index - edges.length];
    if (edge !== undefined) addEdgeCustomer(population, market, edge);
    else if (holder !== undefined) addCustomer(population, market, holder);
  }
  return population;
}

// One period of a sine, so that a snapshot of a million rows needs no million calls of Math.sin.
const SINE = Float32Array.from({ length: 256 }, (_, index) => Math.sin((index / 256) * 2 * Math.PI));
const sine = (turns: number): number => SINE[Math.floor(turns * 256) & 255] ?? 0;

/** Computes the figures of one day. Those of the last day are the ones the subscriptions hold. */
function snapshotOf(
  { subscriptions, trends }: Population,
  date: string,
  day: number,
  days: number,
): Snapshot {
  const of = subscriptions;
  const capacity = of.length;
  const customer = new Uint32Array(capacity);
  const product = new Uint16Array(capacity);
  const channel = new Uint8Array(capacity);
  const licensesSold = new Uint32Array(capacity);
  const licensesDeployed = new Uint32Array(capacity);
  const back = days - day;
  let length = 0;
  for (let index = 0; index < capacity; index += 1) {
    if ((of.firstDay[index] ?? 0) > day || (of.lastDay[index] ?? 0) < day) continue;
    const soldLast = of.licensesSold[index] ?? 0;
    const deployedLast = of.licensesDeployed[index] ?? 0;
    const owner = of.customer[index] ?? 0;
    const shape = of.shape[index] ?? 0;
    let sold = soldLast;
    let deployed = deployedLast;
    if (shape !== 0 && back > 0) {
      // Eight bits each: the growth within 13 months (−10 % to +25 %), the days between purchases, today's place
      // between two of them, and the phase of a slow wave in use.
      const growth = ((shape & 255) / 255) * 0.35 - 0.1;
      const period = 25 + ((shape >>> 8) & 127);
      const phase = (shape >>> 16) % period;
      const wave = (shape >>> 24) / 256;
      // Licenses are bought a few at a time, and assigned to people day by day.
      const soldBack = Math.max(0, Math.floor((back + phase) / period) * period - phase);
      if (soldLast > 0) sold = Math.max(1, Math.round(soldLast * (1 - (growth * soldBack) / days)));
      const turned = Math.min(1, back / (trends.days[owner] ?? 0));
      const use = 1 + ((trends.ratio[owner] ?? 0) - 1) * turned * turned * (3 - 2 * turned);
      const swing = 1 + 0.03 * (sine(wave + back / (2 * period)) - sine(wave));
      deployed = Math.round(deployedLast * (1 - (growth * back) / days) * use * swing);
      if (deployedLast <= soldLast && deployed > sold) deployed = sold;
    }
    customer[length] = owner;
    product[length] = of.product[index] ?? 0;
    channel[length] = of.channel[index] ?? 0;
    licensesSold[length] = sold;
    licensesDeployed[length] = deployed;
    length += 1;
  }
  return {
    date,
    length,
    customer: customer.subarray(0, length),
    product: product.subarray(0, length),
    channel: channel.subarray(0, length),
    licensesSold: licensesSold.subarray(0, length),
    licensesDeployed: licensesDeployed.subarray(0, length),
  };
}

/** Makes the demo data. Snapshots are computed when asked for, and the last few are kept. */
export function createDemoData(options: DemoOptions): DemoData {
  const { now } = options;
  const latestTime = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1);
  const latestDay = new Date(latestTime);
  const firstTime = Date.UTC(
    latestDay.getUTCFullYear(),
    latestDay.getUTCMonth() - MONTHS,
    latestDay.getUTCDate(),
  );
  const days = Math.round((latestTime - firstTime) / DAY);
  const products = readProducts();
  const population = populate(options, products, days);
  const kept = new Map<string, Snapshot>();

  const dayNumber = (date: string): number | null => {
    const day = Math.round((Date.parse(`${date}T00:00:00Z`) - firstTime) / DAY);
    return day >= 0 && day <= days && !MISSING_DAYS_BACK.includes(days - day) ? day : null;
  };

  const snapshot = (date: string): Snapshot | null => {
    const day = dayNumber(date);
    if (day === null) return null;
    const found = kept.get(date) ?? snapshotOf(population, date, day, days);
    // A snapshot that was used last is removed last.
    kept.delete(date);
    kept.set(date, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= SNAPSHOTS_KEPT) break;
      kept.delete(oldest);
    }
    return found;
  };

  const snapshotBefore = (date: string): string | null => {
    for (let time = Date.parse(`${date}T00:00:00Z`) - DAY; time >= firstTime; time -= DAY) {
      if (dayNumber(dayOf(time)) !== null) return dayOf(time);
    }
    return null;
  };

  return {
    customers: population.customers,
    products,
    channels: CHANNELS,
    latest: dayOf(latestTime),
    first: dayOf(firstTime),
    snapshot,
    snapshotBefore,
  };
}
