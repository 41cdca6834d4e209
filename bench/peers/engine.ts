/** A row of the endpoint's response. */
export type Row = {
  readonly processedDateTime: string;
  readonly serviceCode: string | null;
  readonly serviceName: string | null;
  readonly channel: string | null;
  readonly customerTenantId: string | null;
  readonly customerName: string | null;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly licensesDeployed: number;
  readonly licensesSold: number;
};

/** The fields of a row that hold texts. */
export const TEXT_COLUMNS = [
  'processedDateTime',
  'serviceCode',
  'serviceName',
  'channel',
  'customerTenantId',
  'customerName',
  'productId',
  'productName',
] as const satisfies readonly (keyof Row)[];

/** The fields of a row that hold counts. */
export const COUNT_COLUMNS = ['licensesDeployed', 'licensesSold'] as const satisfies readonly (keyof Row)[];

export const COLUMNS = [...TEXT_COLUMNS, ...COUNT_COLUMNS];

/** The sums of the rows that have `key` in the grouped fields. */
export type Group = {
  readonly key: readonly (string | null)[];
  readonly licensesSold: number;
  readonly licensesDeployed: number;
};

/**
 * Such a group with the idle licenses of its pairs of a customer and a product: the sum over the pairs of max(0, sold −
 * deployed).
 */
export type IdleGroup = Group & { readonly idle: number };

/** The same with what those idle licenses cost: the sum over pairs of idle times `priceOf` the product. */
export type ValueGroup = IdleGroup & { readonly value: number };

/** The licenses sold to the rows that have `key` in the grouped fields, in two snapshots; 0 where there are none. */
export type ChangedGroup = {
  readonly key: readonly (string | null)[];
  readonly soldBefore: number;
  readonly soldAfter: number;
};

/** The number of anomalies of a kind, and the licenses that they are about together. */
export type KindCount = { readonly kind: string; readonly count: number; readonly licenses: number };

type Now<T> = T | Promise<T>;

/** The questions that every engine is asked. The answers with groups have most sold first, `TOP` of them. */
export type Questions = {
  /** By `customerTenantId`. */
  readonly topCustomers: () => Now<readonly Group[]>;
  /** Rows of `CHANNEL` without `LEFT_OUT_SERVICE`, by `productName`. */
  readonly filteredProducts: () => Now<readonly Group[]>;
  /** By `customerTenantId` and `serviceCode`. */
  readonly customersAndServices: () => Now<readonly Group[]>;
  /** The values of `customerName`, as a list shows them when it opens; a missing value is not one. */
  readonly members: () => Now<readonly Group[]>;
  /** Rows with `SEARCHED` in their customer's or product's name in any letter case, by `productName`. */
  readonly searchedProducts: () => Now<readonly Group[]>;
  /** `PAGE_SIZE` rows from `offset`, all rows sorted by utilization, highest first, undefined last. */
  readonly sortedPage: (offset: number) => Now<readonly Row[]>;
  /** Another page of the order that `sortedPage` has just been asked for. */
  readonly furtherPage: (offset: number) => Now<readonly Row[]>;
  /** By `customerTenantId`, the most idle first. */
  readonly idleCustomers: () => Now<readonly IdleGroup[]>;
  /** By `customerTenantId`, those first whose idle licenses cost most. */
  readonly valueCustomers: () => Now<readonly ValueGroup[]>;
  /** `PAGE_SIZE` groups from `offset`, all groups by `customerTenantId` and `productId` sorted by idle, most first. */
  readonly idlePage: (offset: number) => Now<readonly IdleGroup[]>;
  /**
   * The kinds that one snapshot shows, in any order: `overDeployed` and `nothingSold`, for pairs of `customerTenantId`
   * and `productId`, with what is deployed beyond sold; `sharedName` and `severalNames`, for names and tenants, with
   * what is sold.
   */
  readonly anomalies: () => Now<readonly KindCount[]>;
  /**
   * The kinds that an earlier snapshot shows, with what was sold then: `customerGone`, and `droppedToNothing`, for
   * tenants to whom nothing is sold any more, and for pairs of the other tenants.
   */
  readonly anomaliesSince: () => Now<readonly KindCount[]>;
  /** By `customerTenantId` in both snapshots, those first whose licenses sold grew most. */
  readonly changedCustomers: () => Now<readonly ChangedGroup[]>;
  /** The same by `productId`. */
  readonly changedProducts: () => Now<readonly ChangedGroup[]>;
};

type LoadOnly = Pick<Engine, 'load' | 'unload'>;

export type Engine = Questions & {
  /** Reads the bodies of the responses that make up a snapshot. After that every question can be answered. */
  readonly load: (pages: readonly ArrayBuffer[]) => Now<void>;
  /** Also reads an earlier snapshot, for the questions about two. It is not timed. */
  readonly loadEarlier?: (pages: readonly ArrayBuffer[]) => Now<void>;
  /**
   * Prepares what questions will need, as an app would while it is not asked anything. It is timed apart from loading.
   */
  readonly prepare?: () => Now<void>;
  /** Drops what is loaded. It is not timed. */
  readonly unload: () => Now<void>;
  /** Drops every answer and order that is kept, so that the next question is answered anew. It is not timed. */
  readonly forget?: () => Now<void>;
  /** The bytes held for all of it, where the engine can tell. */
  readonly bytesHeld?: () => Now<number>;
};

/** The exports of an engine's module. */
export type EngineModule = {
  /** Starts the engine. It is not timed. */
  readonly createEngine: () => Now<LoadOnly & Partial<Engine>>;
};

/**
 * What a license of a product costs, in whole cents: every engine makes its price list by this, once, from the products
 * that it holds. It means nothing but that products differ, and that some have no price, which counts as 0.
 */
export function priceOf(productId: string | null): number {
  let price = 0;
  for (const character of productId ?? '') price = (price * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return price % 10 === 0 ? 0 : price;
}

export const TOP = 50;
export const PAGE_SIZE = 100;
export const CHANNEL = 'reseller';
export const LEFT_OUT_SERVICE = 'o365';
export const SEARCHED = 'ltd';
