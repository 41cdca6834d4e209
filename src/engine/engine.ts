import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Priority } from '#partner-center/queue.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { AnomalyKind, ChangeField, GroupMeasure, Measure, RowSortField, SortKey } from '#view/view.ts';
import type { Prices } from '#view/prices.ts';

/** Which rows of a snapshot a question is about: those that a filter lets through and a search finds. */
export type Rows = {
  readonly filter: Filter | null;
  /**
   * Words looked for in customer and product names, letter case and accents ignored: a row is found where each word
   * is a part of one of its two names. Empty: none. Only an engine that holds the whole snapshot can search.
   */
  readonly search: string;
};

/** Sums over some rows, in licenses. */
export type Totals = {
  readonly licensesSold: number;
  readonly licensesDeployed: number;
  /**
   * Σ over customer tenant × product of max(0, sold − deployed − spare): what one product has too many never hides what
   * another has idle. Only where the question asked for it (`PairsAsked`) and it was computed.
   */
  readonly idle?: number | undefined;
  /** Σ over customer tenant × product of max(0, deployed − sold). With spare 0, sold − deployed = idle − short. */
  readonly short?: number | undefined;
  /**
   * Σ over the same of idle × the product's price a month, in `PRICE_UNITS`; products without a price count nothing. Only
   * where the question asked for it (`PricesAsked`).
   */
  readonly idleValue?: number | undefined;
  /** How many of the idle licenses have a price: what `idleValue` covers. Where that is. */
  readonly idlePriced?: number | undefined;
};

/**
 * Whether `idle` and `short` are asked for. They are sums over pairs of customer tenant and product id (`PAIR`), no value
 * being a value, and equal ones (`foldCase`) one pair. They count the rows of the question, pairs within each group:
 * a grouping that cuts pairs apart, as one by channel does, adds up to more than the whole.
 */
export type PairsAsked = {
  /**
   * Licenses that each customer keeps on purpose of each product, 0 or more; null or absent: `idle` and `short` are not
   * asked for. Then no measure of the question may be one of them.
   */
  readonly spare?: number | null | undefined;
};

/** Whether it is asked what idle licenses are worth; needs `spare`. */
export type PricesAsked = { readonly prices?: Prices | null | undefined };

/** The fields of a pair. */
export const PAIR = ['customerTenantId', 'productId'] as const satisfies readonly Field[];

export type AskOptions = {
  readonly signal?: AbortSignal;
  /** Of questions that wait, those the person looks at go first; the default. */
  readonly priority?: Priority;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Whoever asks finds out of which snapshot the answer is, as a trend does for each of its days. The service's answer is
   * then neither checked nor kept, and not asked for again where it does not fit: it is one reading, as it comes.
   */
  readonly isUnchecked?: boolean;
};

/** `service`: every question goes to the endpoint. `snapshot`: a whole snapshot in the browser answers. */
export type EngineName = 'service' | 'snapshot';

/** What an answer rests on, so that every figure can say what it covers. */
export type Coverage = {
  /** Who did the sums: the service, or we from the snapshot's every row. */
  readonly engine: EngineName;
  readonly snapshot: Snapshot;
  readonly filter: Filter | null;
  readonly search: string;
  /** Response rows the answer rests on: rows, or groups where the service summed them, as many as it has apart. */
  readonly rowsRead: number;
  /** What the service said there were; null where it gave no count. */
  readonly totalCount: number | null;
  /** The last page came and its end is not where the service's count said: shown, never hidden. */
  readonly countDisagrees: boolean;
};

/**
 * The customers of a scope whose utilization lies in one interval: `from` ≤ utilization < `to`,
 * exactly `from` where both are equal, above `from` where `to` is null (over-deployed).
 */
export type UtilizationBand = {
  readonly from: number;
  readonly to: number | null;
  readonly customers: number;
  readonly totals: Totals;
};

export type Summary = {
  readonly totals: Totals;
  /** Distinct customer tenants. */
  readonly customers: number;
  readonly bands: readonly UtilizationBand[];
  /** Customers whose utilization is undefined: nothing sold to them. */
  readonly customersWithoutSold: number;
  /** Customers with more deployed than sold, those with nothing sold included. */
  readonly customersOver: number;
  readonly coverage: Coverage;
};

export type Group = Totals & {
  readonly key: GroupKey;
  /** Where the question has a `label`: the group's value of it, null where it has none. */
  readonly label?: string | null | undefined;
};

export type GroupsQuestion = PairsAsked & {
  readonly by: readonly Field[];
  /**
   * A further field, none of `by`, whose value names each group to a person, as the customer's name does its tenant. Groups
   * stay those of `by`. One that has several labels is written, key and label, as that of its groups by `by` and `label`
   * which sold most, between equals as the first (see `GroupKey`); one without a label only where there is no other.
   */
  readonly label?: Field | undefined;
  readonly rankBy: Measure;
  /** How many groups are named; the rest is summed in `other`. */
  readonly top: number;
};

export type Groups = {
  /**
   * Ranked, highest first; an undefined utilization ranks last. Between equals the one that sold more, then the one
   * whose key comes first (by code unit, field after field, no value last).
   */
  readonly top: readonly Group[];
  /** What is not in `top` added up, or null where all is. `groups` counts the groups in it. */
  readonly other: (Totals & { readonly groups: number }) | null;
  /** `idle` and `short` are those of the whole, by pairs: groups that cut pairs apart add up to more. */
  readonly total: Totals & { readonly groups: number };
  /** Where the question has a `label`: how many groups, of those with a whole key, have more than one. */
  readonly severalLabels?: number | undefined;
  readonly coverage: Coverage;
};

/** The fields of a row that hold a text. */
export type TextField = Field | 'processedDateTime';

/** A row of the grid: with `groupby` only the grouped fields have values and `processedDateTime` has none. */
export type DeploymentRow = Totals & {
  readonly [F in Field]?: string | null | undefined;
} & { readonly processedDateTime?: string | undefined };

/** An order of the rows of one snapshot, which have no changes. */
export type PageSortKey = SortKey<RowSortField | GroupMeasure>;

/** What a group has to reach to be listed. Each absent: no bound. */
export type Thresholds = {
  /** Licenses; needs `spare`. */
  readonly minIdle?: number | undefined;
  /** 1 is 100 %. A group with nothing sold has no utilization: it passes the upper bound. */
  readonly maxUtilization?: number | undefined;
  /** 1 is 100 %. With nothing sold, a group passes where something is deployed, which is more than any share of nothing. */
  readonly minUtilization?: number | undefined;
};

export type PageQuestion = PairsAsked &
  PricesAsked & {
    /** Empty: ungrouped rows, which have no `idle` and no `short`: `spare` is null then, and there are no `thresholds`. */
    readonly groupby: readonly Field[];
    /** Which groups are listed; absent: all. Needs every group to be read. */
    readonly thresholds?: Thresholds | undefined;
    /**
     * Empty: the service's own order. Undefined values come last in either direction. Rows equal in all keys stay in the
     * service's order; groups, which have none, come by their key (by code unit, field after field, no value last).
     */
    readonly sort: readonly PageSortKey[];
    /** 0-based index of the first row. */
    readonly offset: number;
    readonly limit: number;
    /** May more than one response be read to answer? Otherwise a larger result comes in the service's order. */
    readonly readAll: boolean;
  };

/** What has to be read for an answer, by the service's counts: null where it gave none. */
export type ToRead = { readonly rows: number | null; readonly requests: number | null };

export type Page = {
  /**
   * Groups that are equal are one (see `GroupKey`) where all were read, as `totals` says. A page as the service cuts it
   * has the service's own groups: it may have two spellings apart, each with a true sum of its own, and what else is
   * equal to them may be on any other page. To join those that happen to meet on one page would give sums that are
   * neither a spelling's nor a value's.
   */
  readonly rows: readonly DeploymentRow[];
  /** All rows (or groups) of the question, of which `rows` are a part; where its end is not known, at least so many. */
  readonly total: number;
  /**
   * `total` is where the rows end, by the last of them or by the service's count. Otherwise there are more, and the
   * service gave no count, or one that was reached already; or this page is behind the last row, wherever that is.
   */
  readonly isEndKnown: boolean;
  /** `asked`: the order of the question; `service`: the service's own, because the asked one needs every row. */
  readonly order: 'asked' | 'service';
  /**
   * The sums of all rows of the question, whatever the thresholds leave out; null where not all of them were read. `idle`
   * and `short` are those of the whole, by pairs: groups that cut pairs apart add up to more, see `addedUp`.
   */
  readonly totals: Totals | null;
  /**
   * What the listed groups' own figures add up to; only where `spare` or `thresholds` were asked for and every group was
   * read. `idle` is more than that of `totals` where the grouping cuts pairs apart.
   */
  readonly addedUp?: Totals | undefined;
  /**
   * What the figures of all groups add up to, also of those that the thresholds leave out; where `addedUp` is. Where its
   * `idle` is more than that of `totals`, the grouping cuts pairs apart.
   */
  readonly ofAllGroups?: Totals | undefined;
  /**
   * Where `order` is `service` and the question needs pairs: what reading all of it would take. Otherwise it is the rows
   * of `total`.
   */
  readonly toRead?: ToRead | undefined;
  readonly coverage: Coverage;
};

/** One value of a field with what it stands for, for pickers. */
export type Member = Totals & {
  readonly value: string;
  /** Where the question has a `label`: the member's value of it, null where it has none. */
  readonly label?: string | null | undefined;
};

export type MembersQuestion = {
  readonly field: Field;
  /** A further field whose value names each member to a person: see `GroupsQuestion`. */
  readonly label?: Field | undefined;
  /**
   * Words that a value has to contain, each of them, letter case and accents ignored; empty: any value. With `label` each
   * is a part of the value or of one of its labels.
   */
  readonly containing: string;
  /** How many are named at most. */
  readonly limit: number;
};

export type Members = {
  /**
   * Most sold first, but one that is exactly what was asked for comes before. Values equal but for letter case are
   * one member, written as its spelling that sold most.
   */
  readonly members: readonly Member[];
  /** How many match, of which `members` are the first. */
  readonly total: number;
  readonly coverage: Coverage;
};

/** The cheapest question there is: what some rows sum up to. */
export type TotalsQuestion = PairsAsked & PricesAsked;

export type TotalsAnswer = {
  readonly totals: Totals;
  readonly coverage: Coverage;
};

export type StandingQuestion = {
  readonly customerTenantId: string;
  /** May more than one response be read to answer? */
  readonly readAll: boolean;
};

/** The other customers that have between half and twice as many licenses sold as one of them. */
export type SimilarCustomers = {
  /** The least and the most licenses sold that count as similar, both included. */
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  /** How many of them use less of their licenses, and how many more. */
  readonly below: number;
  readonly above: number;
  /**
   * How many are in each step of utilization: twentieths from 0 to below 100 %, then exactly 100 %, then above.
   */
  readonly steps: readonly number[];
  /** The step of the one that they are compared with. */
  readonly ownStep: number;
};

/** Where one customer stands among those of similar size. */
export type Standing = {
  /** Its own sums; null: none of the rows are of it, or not all were read. */
  readonly totals: Totals | null;
  /** null: nothing was sold to it, or not all customers were read. */
  readonly similar: SimilarCustomers | null;
  /** Where not all customers were read: what that would take. */
  readonly toRead?: ToRead | undefined;
  readonly coverage: Coverage;
};

/**
 * An order of changes. A measure is that of the later snapshot. `before`: sold in the earlier one. `change`,
 * `changeDeployed`, `changeIdle`: later minus earlier. `changePercent`: the change of sold by what was sold before.
 */
export type ChangeSortKey = SortKey<Field | Measure | ChangeField>;

export type ChangesQuestion = PairsAsked & {
  /** Not empty. */
  readonly by: readonly Field[];
  /** See `GroupsQuestion`. A member's label is that of the later snapshot, where it has any there. */
  readonly label?: Field | undefined;
  /** Movers are those whose figure of this kind changed most. */
  readonly rankBy: Measure;
  /** How many movers are named in each direction. */
  readonly movers: number;
  /** Undefined values last in either direction; equal in all keys, members come by their key. */
  readonly sort: readonly ChangeSortKey[];
  readonly offset: number;
  readonly limit: number;
};

/** A member in two snapshots. A snapshot that has no row of it gives null: it is new, or it is gone. */
export type Change = {
  /** As it is written in the later snapshot, where it is there. */
  readonly key: GroupKey;
  readonly label?: string | null | undefined;
  readonly before: Totals | null;
  readonly after: Totals | null;
};

export type Changes = {
  /** A page of the members of either snapshot. Members are the same where their keys are equal (see `GroupKey`). */
  readonly rows: readonly Change[];
  /** Members of either. */
  readonly total: number;
  /** How many the earlier snapshot does not have. */
  readonly appeared: number;
  /** How many the later snapshot does not have. */
  readonly vanished: number;
  /** The biggest change first; nobody whose figure did not change, or is undefined in one of the two. */
  readonly up: readonly Change[];
  readonly down: readonly Change[];
  /** The sums of all rows of the question; `idle` and `short` by pairs. */
  readonly before: Totals;
  readonly after: Totals;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage };
};

/** The kinds of anomalies that the rows of a snapshot, or of two, show. */
export type FoundKind = Exclude<AnomalyKind, 'jump'>;

/** Where something is odd about some rows. What it is not about is undefined; null where it has no value. */
export type Anomaly = {
  /**
   * - `overDeployed`: a pair of customer tenant and product has more deployed than sold, and something sold.
   * - `nothingSold`: a pair has something deployed and nothing sold.
   * - `sharedName`: a customer name stands for several tenants.
   * - `severalNames`: a tenant has several names.
   * - `renamedProduct`: a product has names in both snapshots, and none of them in both.
   * - `customerGone`: a tenant has rows in the earlier snapshot, and none in the later one.
   * - `droppedToNothing`: to a tenant, or where others of its products still sell, of one product to it, something was
   *   sold in the earlier snapshot, and nothing is in the later one. A tenant that is gone is none of these.
   *
   * Texts that differ in letter case alone are one, and no value is no name, no tenant and no product of its own; a pair
   * may lack either id.
   */
  readonly kind: FoundKind;
  readonly customerTenantId?: string | null | undefined;
  /** Of a tenant with several names the one that sold most. */
  readonly customerName?: string | null | undefined;
  readonly productId?: string | null | undefined;
  readonly productName?: string | null | undefined;
  /** What a renamed product was called. */
  readonly nameBefore?: string | null | undefined;
  /**
   * How many licenses it is about: those deployed beyond what was sold, those sold before to what is gone or dropped, else
   * those sold.
   */
  readonly licenses: number;
  /** Its sums; null where the later snapshot has no row of it. */
  readonly after: Totals | null;
  /** Of kinds that compare: its sums in the earlier snapshot. */
  readonly before?: Totals | undefined;
  /** How many tenants share a name, or how many names a tenant has. */
  readonly count?: number | undefined;
  /** Some of those, at most `NAMED_MEMBERS`, most sold first. */
  readonly members?: readonly string[] | undefined;
};

/** So many of the tenants that share a name, or of the names of a tenant, are named. */
export const NAMED_MEMBERS = 3;

export type AnomaliesQuestion = {
  /** The kinds that are listed. */
  readonly kinds: readonly FoundKind[];
  /** 0-based index of the first that is listed. */
  readonly offset: number;
  readonly limit: number;
  /** May more than one response of each grouping be read to answer? */
  readonly readAll: boolean;
};

/** How many there are of a kind, and how many licenses they are about together. */
export type FoundOfKind = { readonly count: number; readonly licenses: number };

export type Anomalies =
  /** Nobody has agreed to read what it takes. */
  | { readonly toRead: ToRead }
  | {
      readonly toRead: null;
      /** A page of those listed: most licenses first, then by kind, then by tenant, product and name, no value last. */
      readonly rows: readonly Anomaly[];
      /** How many are listed. */
      readonly total: number;
      /** Listed or not; null where it takes an earlier snapshot, and the question named none. */
      readonly found: Readonly<Record<FoundKind, FoundOfKind | null>>;
      readonly coverage: { readonly before: Coverage | null; readonly after: Coverage };
    };

/**
 * Answers questions about the rows of one snapshot, or of two. Knows nothing of React or of how it is shown.
 * Every answer is exact for its rows or the promise rejects with a `PartnerCenterError` (or the asker's own `AbortError`).
 */
export type Engine = {
  /** Of the service this is one request, unless `spare` is asked for. */
  readonly totals: (
    rows: Rows,
    snapshot: Snapshot,
    question: TotalsQuestion,
    options?: AskOptions,
  ) => Promise<TotalsAnswer>;
  readonly summary: (rows: Rows, snapshot: Snapshot, options?: AskOptions) => Promise<Summary>;
  readonly groups: (
    rows: Rows,
    snapshot: Snapshot,
    question: GroupsQuestion,
    options?: AskOptions,
  ) => Promise<Groups>;
  readonly page: (
    rows: Rows,
    snapshot: Snapshot,
    question: PageQuestion,
    options?: AskOptions,
  ) => Promise<Page>;
  readonly members: (
    rows: Rows,
    snapshot: Snapshot,
    question: MembersQuestion,
    options?: AskOptions,
  ) => Promise<Members>;
  /** Where one customer stands among all that the rows are of. */
  readonly standing: (
    rows: Rows,
    snapshot: Snapshot,
    question: StandingQuestion,
    options?: AskOptions,
  ) => Promise<Standing>;
  /** What changed from the earlier snapshot to the later one. */
  readonly changes: (
    rows: Rows,
    from: Snapshot,
    to: Snapshot,
    question: ChangesQuestion,
    options?: AskOptions,
  ) => Promise<Changes>;
  /** What is odd in a snapshot, and where there is an earlier one, since then. */
  readonly anomalies: (
    rows: Rows,
    from: Snapshot | null,
    to: Snapshot,
    question: AnomaliesQuestion,
    options?: AskOptions,
  ) => Promise<Anomalies>;
  /** Drops every answer that is kept: what is asked from now on is asked anew. */
  readonly forget: () => void;
};
