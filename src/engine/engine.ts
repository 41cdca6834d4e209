import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Priority } from '#partner-center/queue.ts';
import type { GroupKey } from '#partner-center/reading/group-key.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import type { Snapshot } from '#partner-center/reading/snapshot.ts';
import type { AnomalyKind, ChangeField, GroupMeasure, Measure, RowSortField, SortKey } from '#view/view.ts';
import type { Prices } from '#view/prices.ts';

/** The rows of a snapshot that a question is about: those that a filter lets through and a search finds. */
export type Rows = {
  readonly filter: Filter | null;
  /**
   * The words that are looked for in customer and product names, letter case and accents ignored. A row is found where
   * each word is a part of one of its two names. Empty where nothing is searched. Only an engine that holds the whole
   * snapshot can search.
   */
  readonly search: string;
};

/** Sums over some rows, in licenses. */
export type Totals = {
  readonly licensesSold: number;
  readonly licensesDeployed: number;
  /**
   * Σ over customer tenant × product of max(0, sold − deployed − spare): a product with too many deployed never hides
   * the idle licenses of another. It is there only where the question asked for it (`PairsAsked`) and it was computed.
   */
  readonly idle?: number | undefined;
  /** Σ over customer tenant × product of max(0, deployed − sold). With spare 0, sold − deployed = idle − short. */
  readonly short?: number | undefined;
  /**
   * Σ over the same pairs of idle × the product's price a month, in `PRICE_UNITS`; products without a price add
   * nothing. It is there only where the question asked for it (`PricesAsked`).
   */
  readonly idleValue?: number | undefined;
  /** The number of idle licenses with a price, which `idleValue` covers. It is there where `idleValue` is. */
  readonly idlePriced?: number | undefined;
};

/**
 * Whether `idle` and `short` are asked for. They are sums over pairs of customer tenant and product id (`PAIR`). A
 * missing value counts as a value, and equal pairs (`foldCase`) are one. The pairs are counted within each group of the
 * question's rows: a grouping that cuts pairs apart, such as one by channel, adds up to more than the whole.
 */
export type PairsAsked = {
  /**
   * The licenses of each product that each customer keeps on purpose, 0 or more. Where it is null or absent, `idle` and
   * `short` are not asked for, and no measure of the question may be one of them.
   */
  readonly spare?: number | null | undefined;
};

/** Whether the value of idle licenses is asked for; it needs `spare`. */
export type PricesAsked = { readonly prices?: Prices | null | undefined };

/** The fields of a pair. */
export const PAIR = ['customerTenantId', 'productId'] as const satisfies readonly Field[];

export type AskOptions = {
  readonly signal?: AbortSignal;
  /** Waiting questions that the person looks at go first; `visible` is the default. */
  readonly priority?: Priority;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * The caller finds out of which snapshot the answer is, as a trend does for each of its days. The service's answer is
   * then neither checked nor kept, and not asked for again where it does not fit: it is one reading, as it comes.
   */
  readonly isUnchecked?: boolean;
};

/** `service`: the endpoint answers every question. `snapshot`: a whole snapshot in the browser answers. */
export type EngineName = 'service' | 'snapshot';

/** What an answer is based on, so that every figure can say what it covers. */
export type Coverage = {
  /** Where the sums were made: by the service, or here from every row of the snapshot. */
  readonly engine: EngineName;
  readonly snapshot: Snapshot;
  readonly filter: Filter | null;
  readonly search: string;
  /**
   * The number of response rows behind the answer: single rows, or groups where the service summed them, counted as the
   * service has them.
   */
  readonly rowsRead: number;
  /** The number of rows that the service counted; null where it gave no count. */
  readonly totalCount: number | null;
  /** The last page has come, and the rows do not end where the service's count said: this is shown, never hidden. */
  readonly countDisagrees: boolean;
};

/**
 * The customers of a scope whose utilization lies in one interval: `from` ≤ utilization < `to`, exactly `from` where
 * both are equal, above `from` where `to` is null (over-deployed).
 */
export type UtilizationBand = {
  readonly from: number;
  readonly to: number | null;
  readonly customers: number;
  readonly totals: Totals;
};

export type Summary = {
  readonly totals: Totals;
  /** The number of distinct customer tenants. */
  readonly customers: number;
  readonly bands: readonly UtilizationBand[];
  /** The number of customers without a utilization: nothing was sold to them. */
  readonly customersWithoutSold: number;
  /** The number of customers with more deployed than sold, also those with nothing sold. */
  readonly customersOver: number;
  readonly coverage: Coverage;
};

export type Group = Totals & {
  readonly key: GroupKey;
  /** Where the question has a `label`: the group's value of that field, null where it has none. */
  readonly label?: string | null | undefined;
};

export type GroupsQuestion = PairsAsked & {
  readonly by: readonly Field[];
  /**
   * A further field, which is not in `by`. Its value names a group to a person, as the customer's name does for its
   * tenant. The groups stay those of `by`. Where a group has several labels, its key and label are those of its group
   * by `by` and `label` that sold most, or between equals of the first (see `GroupKey`). A missing label is used only
   * where there is no other.
   */
  readonly label?: Field | undefined;
  readonly rankBy: Measure;
  /** The number of groups that are named; the rest is summed in `other`. */
  readonly top: number;
};

export type Groups = {
  /**
   * The named groups, highest first; an undefined utilization comes last. Between equals, the group that sold more
   * comes first, then the one whose key comes first (by code unit, field after field, a missing value last).
   */
  readonly top: readonly Group[];
  /** The sum of the groups that are not in `top`; null where all are. `groups` counts them. */
  readonly other: (Totals & { readonly groups: number }) | null;
  /** `idle` and `short` are those of the whole, by pairs: the groups add up to more where they cut pairs apart. */
  readonly total: Totals & { readonly groups: number };
  /** Where the question has a `label`: how many of the groups with a whole key have more than one label. */
  readonly severalLabels?: number | undefined;
  readonly coverage: Coverage;
};

/** The fields of a row that hold a text. */
export type TextField = Field | 'processedDateTime';

/** A row of the grid: with `groupby` only the grouped fields have values and `processedDateTime` has none. */
export type DeploymentRow = Totals & {
  readonly [F in Field]?: string | null | undefined;
} & { readonly processedDateTime?: string | undefined };

/** An order of the rows of one snapshot; there are no changes to sort by. */
export type PageSortKey = SortKey<RowSortField | GroupMeasure>;

/** The thresholds that a group has to reach to be listed. An absent one has no effect. */
export type Thresholds = {
  /** In licenses; it needs `spare`. */
  readonly minIdle?: number | undefined;
  /** 1 is 100 %. A group with nothing sold has no utilization: it is not left out by this. */
  readonly maxUtilization?: number | undefined;
  /**
   * 1 is 100 %. A group with nothing sold is listed where something is deployed, which is more than any share of
   * nothing.
   */
  readonly minUtilization?: number | undefined;
};

export type PageQuestion = PairsAsked &
  PricesAsked & {
    /**
     * Empty for ungrouped rows, which have no `idle` and no `short`: then `spare` is null and there are no
     * `thresholds`.
     */
    readonly groupby: readonly Field[];
    /** Decides which groups are listed; absent where all are. Every group has to be read for it. */
    readonly thresholds?: Thresholds | undefined;
    /**
     * Empty for the service's own order. Undefined values come last in either direction. Rows that are equal in all
     * keys stay in the service's order. Groups, which have no such order, come by their key (by code unit, field after
     * field, a missing value last).
     */
    readonly sort: readonly PageSortKey[];
    /** 0-based index of the first row. */
    readonly offset: number;
    readonly limit: number;
    /** May more than one response be read for the answer? Otherwise a larger result comes in the service's order. */
    readonly readAll: boolean;
  };

/** What has to be read for an answer, by the service's counts; null where it gave none. */
export type ToRead = { readonly rows: number | null; readonly requests: number | null };

export type Page = {
  /**
   * Equal groups are one (see `GroupKey`) where all groups were read, as `totals` tells. A page as the service cuts it
   * has the service's own groups: two spellings may be apart, each with a true sum of its own, and other groups that
   * are equal to them may be on any other page. If only those on the same page were joined, their sums would be neither
   * those of a spelling nor those of a value.
   */
  readonly rows: readonly DeploymentRow[];
  /**
   * The number of all rows (or groups) of the question, of which `rows` are a part. Where the end is not known, there
   * are at least so many.
   */
  readonly total: number;
  /**
   * `total` is where the rows end, as the last of them or the service's count shows. Otherwise one of these is true:
   * there are more rows, and the service gave no count or one that was already reached; or this page is behind the last
   * row, whose place is not known.
   */
  readonly isEndKnown: boolean;
  /** `asked`: the order of the question. `service`: the service's own order, because the asked one needs every row. */
  readonly order: 'asked' | 'service';
  /**
   * The sums of all rows of the question, also of those that the thresholds leave out; null where not all of them were
   * read. `idle` and `short` are those of the whole, by pairs: groups that cut pairs apart add up to more, see
   * `addedUp`.
   */
  readonly totals: Totals | null;
  /**
   * The sum of the listed groups' own figures. It is there only where `spare` or `thresholds` were asked for and every
   * group was read. Its `idle` is more than that of `totals` where the grouping cuts pairs apart.
   */
  readonly addedUp?: Totals | undefined;
  /**
   * The sum of the figures of all groups, also of those that the thresholds leave out. It is there where `addedUp` is.
   * Where its `idle` is more than that of `totals`, the grouping cuts pairs apart.
   */
  readonly ofAllGroups?: Totals | undefined;
  /**
   * Where `order` is `service` and the question needs pairs: what has to be read for all of it. Otherwise that is the
   * rows of `total`.
   */
  readonly toRead?: ToRead | undefined;
  readonly coverage: Coverage;
};

/** One value of a field and its sums, for pickers. */
export type Member = Totals & {
  readonly value: string;
  /** Where the question has a `label`: the member's value of that field, null where it has none. */
  readonly label?: string | null | undefined;
};

export type MembersQuestion = {
  readonly field: Field;
  /** A further field whose value names each member to a person: see `GroupsQuestion`. */
  readonly label?: Field | undefined;
  /**
   * The words that a value has to contain, each of them, letter case and accents ignored. Empty where any value counts.
   * With `label`, each word is a part of the value or of one of its labels.
   */
  readonly containing: string;
  /** The most members that are named. */
  readonly limit: number;
};

export type Members = {
  /**
   * Most sold first, but a member that is exactly what was asked for comes before the others. Values that differ only
   * in letter case are one member, which is written as its spelling that sold most.
   */
  readonly members: readonly Member[];
  /** The number of members that match; `members` are the first of them. */
  readonly total: number;
  readonly coverage: Coverage;
};

/** The cheapest question: the sums of some rows. */
export type TotalsQuestion = PairsAsked & PricesAsked;

export type TotalsAnswer = {
  readonly totals: Totals;
  readonly coverage: Coverage;
};

export type StandingQuestion = {
  readonly customerTenantId: string;
  /** May more than one response be read for the answer? */
  readonly readAll: boolean;
};

/** The other customers that have between half and twice as many licenses sold as a customer. */
export type SimilarCustomers = {
  /** The least and the most licenses sold that count as similar, both included. */
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  /** The number of them that use less of their licenses, and the number that use more. */
  readonly below: number;
  readonly above: number;
  /**
   * The number of them in each step of utilization: twentieths from 0 to below 100 %, then exactly 100 %, then above.
   */
  readonly steps: readonly number[];
  /** The step of the customer that they are compared with. */
  readonly ownStep: number;
};

/** The place of one customer among those of similar size. */
export type Standing = {
  /** The customer's own sums; null where it has none of the rows, or where not all were read. */
  readonly totals: Totals | null;
  /** null where nothing was sold to the customer, or where not all customers were read. */
  readonly similar: SimilarCustomers | null;
  /** Where not all customers were read: what has to be read for that. */
  readonly toRead?: ToRead | undefined;
  readonly coverage: Coverage;
};

/**
 * An order of changes. A measure is that of the later snapshot. `before` is what was sold in the earlier one. `change`,
 * `changeDeployed` and `changeIdle` are later minus earlier. `changePercent` is the change of sold divided by what was
 * sold before.
 */
export type ChangeSortKey = SortKey<Field | Measure | ChangeField>;

export type ChangesQuestion = PairsAsked & {
  /** It is not empty. */
  readonly by: readonly Field[];
  /** See `GroupsQuestion`. The label of a member is that of the later snapshot, where it has one there. */
  readonly label?: Field | undefined;
  /** The figure that decides which members are movers: those with the largest change in it. */
  readonly rankBy: Measure;
  /** The number of movers that are named in each direction. */
  readonly movers: number;
  /** Undefined values come last in either direction; members that are equal in all keys come by their key. */
  readonly sort: readonly ChangeSortKey[];
  readonly offset: number;
  readonly limit: number;
};

/** A member in two snapshots. It is null in a snapshot that has no row of it: the member is new, or it is gone. */
export type Change = {
  /** The key as the later snapshot writes it, where the member is there. */
  readonly key: GroupKey;
  readonly label?: string | null | undefined;
  readonly before: Totals | null;
  readonly after: Totals | null;
};

export type Changes = {
  /** A page of the members of both snapshots. Members are the same where their keys are equal (see `GroupKey`). */
  readonly rows: readonly Change[];
  /** The number of members that are in one of the snapshots or in both. */
  readonly total: number;
  /** The number of members that the earlier snapshot does not have. */
  readonly appeared: number;
  /** The number of members that the later snapshot does not have. */
  readonly vanished: number;
  /**
   * The largest change first. A member whose figure did not change, or is undefined in one of the two, is not there.
   */
  readonly up: readonly Change[];
  readonly down: readonly Change[];
  /** The sums of all rows of the question; `idle` and `short` by pairs. */
  readonly before: Totals;
  readonly after: Totals;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage };
};

/** The kinds of anomalies that the rows of one or two snapshots show. */
export type FoundKind = Exclude<AnomalyKind, 'jump'>;

/** An anomaly among some rows. Fields that it is not about are undefined; a field without a value is null. */
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
  /** The name of a tenant; where it has several, the one that sold most. */
  readonly customerName?: string | null | undefined;
  readonly productId?: string | null | undefined;
  readonly productName?: string | null | undefined;
  /** The earlier name of a renamed product. */
  readonly nameBefore?: string | null | undefined;
  /**
   * The number of licenses that it is about: those deployed beyond sold, those that were sold before to a customer or
   * pair that is gone or dropped, otherwise those sold.
   */
  readonly licenses: number;
  /** Its sums; null where the later snapshot has no row of it. */
  readonly after: Totals | null;
  /** Its sums in the earlier snapshot, for kinds that compare. */
  readonly before?: Totals | undefined;
  /** The number of tenants that share a name, or of names that a tenant has. */
  readonly count?: number | undefined;
  /** Some of these tenants or names, at most `NAMED_MEMBERS`, most sold first. */
  readonly members?: readonly string[] | undefined;
};

/** So many of the tenants that share a name, or of the names of a tenant, are named. */
export const NAMED_MEMBERS = 3;

export type AnomaliesQuestion = {
  /** The kinds that are listed. */
  readonly kinds: readonly FoundKind[];
  /** The 0-based index of the first anomaly that is listed. */
  readonly offset: number;
  readonly limit: number;
  /** May more than one response of each grouping be read for the answer? */
  readonly readAll: boolean;
};

/** The number of anomalies of a kind, and the licenses that they are about together. */
export type FoundOfKind = { readonly count: number; readonly licenses: number };

export type Anomalies =
  /** The person has not agreed yet to read what is needed. */
  | { readonly toRead: ToRead }
  | {
      readonly toRead: null;
      /**
       * A page of the listed anomalies: most licenses first, then by kind, then by tenant, product and name, a missing
       * value last.
       */
      readonly rows: readonly Anomaly[];
      /** The number of anomalies that are listed. */
      readonly total: number;
      /**
       * The numbers for each kind, listed or not; null where the kind needs an earlier snapshot and the question named
       * none.
       */
      readonly found: Readonly<Record<FoundKind, FoundOfKind | null>>;
      readonly coverage: { readonly before: Coverage | null; readonly after: Coverage };
    };

/**
 * Answers questions about the rows of one or two snapshots. It knows nothing of React or of how answers are shown.
 * Every answer is exact for its rows, or the promise rejects with a `PartnerCenterError` (or the caller's own
 * `AbortError`).
 */
export type Engine = {
  /** The service engine sends one request for it, unless `spare` is asked for. */
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
  /** The place of one customer among all customers of the rows. */
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
  /** The anomalies in a snapshot and, where there is an earlier one, those that have come since then. */
  readonly anomalies: (
    rows: Rows,
    from: Snapshot | null,
    to: Snapshot,
    question: AnomaliesQuestion,
    options?: AskOptions,
  ) => Promise<Anomalies>;
  /** Drops every answer that is kept: a later question is asked anew. */
  readonly forget: () => void;
};
