import * as z from 'zod/mini';
import { answeredGroupby } from '#view/answered.ts';
import type { GroupedView } from '#view/view.ts';
import { COLUMN_IDS, type Column, type ColumnId } from './columns.ts';

/** What a person changed of the columns; what is not in it is as by default. */
export type ColumnLayout = {
  /** All columns in the person's order; empty: the default order. */
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  /** Columns that are shown only where they are here. */
  readonly shown?: readonly ColumnId[];
  /** Pixels at the usual text size, of the columns whose width was changed. */
  readonly widths: { readonly [Id in ColumnId]?: number };
  /** Whether the first column stays in sight; not there: as the room allows. */
  readonly isFirstPinned?: boolean;
};

export const DEFAULT_LAYOUT: ColumnLayout = { order: [], hidden: [], widths: {} };

/** Pixels: less can't be gripped any more, more is no column. */
export const NARROWEST = 56;
export const WIDEST = 2000;

const columnId = z.enum(COLUMN_IDS);

const storedLayout = z.object({
  order: z.array(columnId),
  hidden: z.array(columnId),
  shown: z.exactOptional(z.array(columnId)),
  widths: z.partialRecord(columnId, z.number().check(z.gte(NARROWEST), z.lte(WIDEST))),
  isFirstPinned: z.exactOptional(z.boolean()),
});

/**
 * The name a layout is stored under: each grouping has columns of its own, and each of the opportunities has, so it has
 * a layout of its own.
 */
export function layoutKey(view: GroupedView): string {
  const about = view.view === 'opportunities' ? [view.view, view.opportunity] : [];
  return ['license-lens.columns', ...about, ...answeredGroupby(view)].join('.');
}

/** A stored layout; the default where nothing is stored, or nothing that can be read. */
export function parseLayout(stored: string | null): ColumnLayout {
  let json: unknown;
  try {
    json = JSON.parse(stored ?? '');
  } catch {
    // What is no JSON is no layout either.
  }
  const layout = z.safeParse(storedLayout, json);
  return layout.success ? layout.data : DEFAULT_LAYOUT;
}

/** A column as it is laid out. */
export type LaidOutColumn = Column & {
  readonly isHidden: boolean;
  /** The person gave it its width, so it does not grow. */
  readonly isSized: boolean;
  /** It stays in sight however far the others are scrolled. */
  readonly isPinned: boolean;
};

/**
 * The columns as a layout has them. A column the layout's order does not name comes last, one it names that is
 * not there is left out. Not all can be hidden: then none is.
 *
 * @param isPinnedUsually whether the first column stays in sight where the person said nothing of it
 */
export function laidOut(
  columns: readonly Column[],
  layout: ColumnLayout,
  isPinnedUsually: boolean,
): readonly LaidOutColumn[] {
  const rest = new Map(columns.map((column) => [column.id, column]));
  // `delete` says whether the column was still there: a name that comes twice counts once.
  const named = layout.order.flatMap((id) => {
    const column = rest.get(id);
    return column !== undefined && rest.delete(id) ? [column] : [];
  });
  const ordered = [...named, ...rest.values()];
  const isFirstPinned = layout.isFirstPinned ?? isPinnedUsually;
  const isChosenAway = ({ id, isOptional }: Column): boolean =>
    isOptional ? layout.shown?.includes(id) !== true : layout.hidden.includes(id);
  const allHidden = ordered.every(isChosenAway);
  const isHidden = (column: Column): boolean => (allHidden ? column.isOptional : isChosenAway(column));
  const first = ordered.find((column) => !isHidden(column));
  return ordered.map((column) => {
    const width = layout.widths[column.id];
    return {
      ...column,
      width: width ?? column.width,
      isSized: width !== undefined,
      isHidden: isHidden(column),
      isPinned: isFirstPinned && column === first,
    };
  });
}

/** A layout in which just some of the columns are shown. */
export function showing(
  layout: ColumnLayout,
  columns: readonly Column[],
  shown: readonly ColumnId[],
): ColumnLayout {
  const { shown: _, ...others } = layout;
  const usual = columns.filter(({ isOptional }) => !isOptional).map(({ id }) => id);
  const optional = shown.filter((id) => !usual.includes(id));
  return {
    ...others,
    hidden: usual.filter((id) => !shown.includes(id)),
    ...(optional.length > 0 ? { shown: optional } : {}),
  };
}
