import type { Group, Totals } from '#engine/engine.ts';
import { NO_LICENSES, utilization } from '#engine/totals.ts';
import type { ChartBefore, PartBefore } from '#query/chart-before.ts';
import type { ChartGroups } from '#query/chart-groups.ts';
import type { Measure } from '#view/view.ts';

/**
 * The earlier ends of a bar, as shares of the room for bars, from its start; null for an end that has no place in the
 * room.
 */
export type Marks = {
  readonly sold: number | null;
  readonly deployed: number | null;
};

/** The drawing of one row: lengths as shares of the room for bars, from its start. */
export type Bar = {
  /** The length of the track. */
  readonly sold: number;
  /** The length of the solid part, within the track. */
  readonly deployed: number;
  /** The licenses deployed beyond sold, from the end of the track. */
  readonly over: number;
  /** The bar would be longer than the room, so its end is cut off. */
  readonly isCut: boolean;
};

export type BarRow = {
  readonly totals: Totals;
  /** null where nothing is compared, or where the earlier figures are not known. */
  readonly marks: Marks | null;
  /** null where there is nothing to draw. */
  readonly bar: Bar | null;
};

export type MemberRow = BarRow & { readonly value: string | null };

/**
 * The sum of all members that are not named. `ownScale`: its bar compares deployed with sold, but not with other bars.
 */
export type OtherRow = BarRow & { readonly groups: number; readonly ownScale: boolean };

export type BarRows = {
  /** `licenses`: all bars have one scale of licenses. `ownSold`: each track is the row's own sold. */
  readonly scale: 'licenses' | 'ownSold';
  /** The members that the page counts: the chosen ones, or all where none is chosen. */
  readonly members: readonly MemberRow[];
  readonly other: OtherRow | null;
  /** The members that the choice leaves out; null where none is chosen. */
  readonly leftOut: { readonly members: readonly MemberRow[]; readonly other: OtherRow | null } | null;
};

/** All rows of the chart, from top to bottom. */
export function rowsOf({ members, other, leftOut }: Omit<BarRows, 'scale'>): readonly BarRow[] {
  const rows = [...members, ...(other === null ? [] : [other])];
  return leftOut === null ? rows : [...rows, ...rowsOf({ ...leftOut, leftOut: null })];
}

// Utilization has no upper end: one customer with 1 sold and 50 deployed would make all other bars too short to see.
const MOST_DRAWN = 2;

/** The larger of the two figures. The service documents no negative counts; a negative one would have no length. */
function extent({ licensesSold, licensesDeployed }: Totals): number {
  return Math.max(licensesSold, licensesDeployed, 0);
}

/** A row's bar, where the whole room stands for `room` licenses. */
function barOf(totals: Totals, room: number): Bar | null {
  if (extent(totals) === 0 || room <= 0) return null;
  const sold = Math.max(0, totals.licensesSold);
  const deployed = Math.max(0, totals.licensesDeployed);
  const over = Math.max(0, deployed - sold);
  const roomForOver = Math.max(0, room - sold);
  return {
    sold: sold / room,
    deployed: Math.min(sold, deployed) / room,
    over: Math.min(over, roomForOver) / room,
    isCut: over > roomForOver,
  };
}

/** The place of a count in the room; null where it is outside. */
function placeOf(licenses: number, room: number): number | null {
  return room > 0 && licenses <= room ? Math.max(0, licenses) / room : null;
}

/** How the rows of a chart are drawn: a single member, and the sum of several. */
type Layout = {
  readonly member: (totals: Totals, before: Totals | null) => Pick<MemberRow, 'bar' | 'marks'>;
  readonly other: (totals: Totals, before: Totals | null) => Pick<OtherRow, 'bar' | 'marks' | 'ownScale'>;
};

type Rows = Pick<BarRows, 'members' | 'other'>;

function laidOut({ top, other }: ChartGroups['counted'], before: PartBefore | null, layout: Layout): Rows {
  return {
    members: top.map((group) => ({
      value: valueOf(group),
      totals: group,
      ...layout.member(group, before?.member(valueOf(group)) ?? null),
    })),
    other: other && { groups: other.groups, totals: other, ...layout.other(other, before?.other ?? null) },
  };
}

function partsOf({ counted, leftOut }: ChartGroups): readonly ChartGroups['counted'][] {
  return leftOut === null ? [counted] : [counted, leftOut];
}

function toOwnSold(groups: ChartGroups): Layout {
  const rows = partsOf(groups).flatMap(({ top, other }): readonly Totals[] =>
    other === null ? top : [...top, other],
  );
  const highest = Math.max(1, ...rows.map((row) => utilization(row) ?? 0));
  const drawn = Math.min(highest, MOST_DRAWN);
  const drawnOf = (totals: Totals, before: Totals | null): Pick<BarRow, 'bar' | 'marks'> => {
    const used = before && utilization(before);
    return {
      // Where nothing was sold there is no share, so nothing can be drawn.
      bar: barOf(totals, totals.licensesSold * drawn),
      marks: used === null ? null : { sold: null, deployed: placeOf(used, drawn) },
    };
  };
  return {
    member: drawnOf,
    other: (totals, before) => ({ ...drawnOf(totals, before), ownScale: false }),
  };
}

function inLicenses(groups: ChartGroups, before: ChartBefore | null): Layout {
  const longest = Math.max(
    0,
    ...partsOf(groups).flatMap(({ top }) => top.map(extent)),
    ...partsOf(groups).flatMap(({ top }) =>
      top.map((group) => extent(before?.counted.member(valueOf(group)) ?? NO_LICENSES)),
    ),
  );
  const drawnOf = (totals: Totals, then: Totals | null, room: number): Pick<BarRow, 'bar' | 'marks'> => ({
    bar: barOf(totals, room),
    marks: then && {
      sold: placeOf(then.licensesSold, room),
      deployed: placeOf(then.licensesDeployed, room),
    },
  });
  return {
    member: (totals, then) => drawnOf(totals, then, longest),
    other: (totals, then) => {
      // The sum of the many small members is mostly far larger than any single member. On their scale it would make
      // them too short to see, and a bar that is cut off would show a wrong proportion.
      const own = Math.max(extent(totals), extent(then ?? NO_LICENSES));
      const ownScale = own > longest;
      return { ...drawnOf(totals, then, ownScale ? own : longest), ownScale };
    },
  };
}

/** The value of the one field that the groups are by. */
export function valueOf(group: Group): string | null {
  return group.key[0] ?? null;
}

/**
 * The rows of the main chart in the order of the groups, with their bars and with marks at the earlier figures. In an
 * order by utilization sizes do not matter, and the highest members are mostly small. So each bar is drawn to its own
 * sold there.
 */
export function barRows(groups: ChartGroups, measure: Measure, before: ChartBefore | null = null): BarRows {
  const scale = measure === 'utilization' ? 'ownSold' : 'licenses';
  const layout = scale === 'ownSold' ? toOwnSold(groups) : inLicenses(groups, before);
  return {
    scale,
    ...laidOut(groups.counted, before?.counted ?? null, layout),
    leftOut: groups.leftOut && laidOut(groups.leftOut, before?.leftOut ?? null, layout),
  };
}
