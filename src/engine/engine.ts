import type { Field } from '#partner-center/fields.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import type { Priority } from '#partner-center/queue.ts';
import type { Measure, RowSortField, SortKey } from '#view/view.ts';

/** One snapshot as the service names it. */
export type Snapshot = {
  /** The rows' own `processedDateTime`, verbatim: it is what pins later requests. */
  readonly processedDateTime: string;
  /** Its calendar day, `YYYY-MM-DD`, for people and addresses. */
  readonly date: string;
  /** Rows in the whole snapshot by the service's count; null where it gave none. A hint, not a fact. */
  readonly totalCount: number | null;
};

/** The rows a question is about: those of one snapshot that a filter lets through and a search finds. */
export type Scope = {
  readonly filter: Filter | null;
  /**
   * Words looked for in customer and product names, letter case and accents ignored: a row is found where each word
   * is a part of one of its two names. Empty: none. Only an engine that holds the whole snapshot can search.
   */
  readonly search: string;
  readonly snapshot: Snapshot;
};

/** Sums over some rows, in licenses. */
export type Totals = {
  readonly licensesSold: number;
  readonly licensesDeployed: number;
  /**
   * Σ over customer tenant × product of max(0, sold − deployed − spare): what one product has too many never hides what
   * another has idle. Only where it was computed.
   */
  readonly idle?: number | undefined;
  /** Σ over customer tenant × product of max(0, deployed − sold). Only where it was computed. */
  readonly short?: number | undefined;
};

/** How far an answer that needs several responses has come, in rows. */
export type Progress = {
  readonly loaded: number;
  /** null where the service named no count. */
  readonly total: number | null;
};

export type AskOptions = {
  readonly signal?: AbortSignal;
  /** Of questions that wait, those the person looks at go first; the default. */
  readonly priority?: Priority;
  readonly onProgress?: (progress: Progress) => void;
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

/**
 * The value of each grouped field, in the question's order of fields; null where the rows have none.
 *
 * Keys are equal where they differ in letter case at most (`foldCase`), and equal ones are one group: it is written as
 * the spelling of the key that sold most, between equals as the one that comes first (by code unit, field after field,
 * no value last).
 */
export type GroupKey = readonly (string | null)[];

export type Group = Totals & {
  readonly key: GroupKey;
  /** Where the question has a `label`: the group's value of it, null where it has none. */
  readonly label?: string | null | undefined;
};

export type GroupsQuestion = {
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
  /** What is not in `top`, or null where all is. `groups` counts the groups in it. */
  readonly other: (Totals & { readonly groups: number }) | null;
  readonly total: Totals & { readonly groups: number };
  /** Where the question has a `label`: how many groups, of those with a whole key, have more than one. */
  readonly severalLabels?: number | undefined;
  readonly coverage: Coverage;
};

/** A row of the grid: with `groupby` only the grouped fields have values and `processedDateTime` has none. */
export type DeploymentRow = Totals & {
  readonly [F in Field]?: string | null | undefined;
} & { readonly processedDateTime?: string | undefined };

/** An order of the rows of one snapshot, which have no changes. */
export type PageSortKey = SortKey<RowSortField | Measure>;

export type PageQuestion = {
  /** Empty: ungrouped rows. */
  readonly groupby: readonly Field[];
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
  /** The sums of all rows of the question; null where not all of them were read. */
  readonly totals: Totals | null;
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

/**
 * Answers four questions about the rows of one snapshot. Knows nothing of React or of how it is shown.
 * Every answer is exact for its scope or the promise rejects with a `PartnerCenterError` (or the asker's own `AbortError`).
 */
export type Engine = {
  readonly summary: (scope: Scope, options?: AskOptions) => Promise<Summary>;
  readonly groups: (scope: Scope, question: GroupsQuestion, options?: AskOptions) => Promise<Groups>;
  readonly page: (scope: Scope, question: PageQuestion, options?: AskOptions) => Promise<Page>;
  readonly members: (scope: Scope, question: MembersQuestion, options?: AskOptions) => Promise<Members>;
  /** Drops every answer that is kept: what is asked from now on is asked anew. */
  readonly forget: () => void;
};
