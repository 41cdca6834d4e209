import * as z from 'zod/mini';
import { answeredGroupby } from '#view/answered.ts';
import type { GroupedView } from '#view/view.ts';
import { COLUMN_IDS, type Column, type ColumnId } from './columns.ts';

/** A person's changes to the columns; everything else is as by default. */
export type ColumnLayout = {
  /** All columns in the person's order; empty for the default order. */
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  /** The optional columns that the person has chosen to show. */
  readonly shown?: readonly ColumnId[];
  /** The widths that were changed, in pixels at the usual text size. */
  readonly widths: { readonly [Id in ColumnId]?: number };
  /** Whether the first column stays in sight; where it is absent, the room decides. */
  readonly isFirstPinned?: boolean;
};

export const DEFAULT_LAYOUT: ColumnLayout = { order: [], hidden: [], widths: {} };

/** In pixels. A column that is narrower can't be gripped any more; a wider one is not useful. */
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
 * The name under which a layout is stored: each grouping has its own columns, and so has each question of the
 * opportunities, so each has its own layout.
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
    // A text that is not JSON is not a layout either.
  }
  const layout = z.safeParse(storedLayout, json);
  return layout.success ? layout.data : DEFAULT_LAYOUT;
}

/** A column with its place in a layout. */
export type LaidOutColumn = Column & {
  readonly isHidden: boolean;
  /** The person has set its width, so it does not grow. */
  readonly isSized: boolean;
  /** It stays in sight when the others are scrolled. */
  readonly isPinned: boolean;
};

/**
 * The columns in the order and form of a layout. A column that the layout does not name comes last, and one that does
 * not exist is left out. Not all columns can be hidden: a layout that hides all hides none.
 *
 * @param isPinnedUsually whether the first column stays in sight where the person has not chosen
 */
export function laidOut(
  columns: readonly Column[],
  layout: ColumnLayout,
  isPinnedUsually: boolean,
): readonly LaidOutColumn[] {
  const rest = new Map(columns.map((column) => [column.id, column]));
  // `delete` returns whether the column was still there: a name that comes twice counts once.
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

/** A layout in which exactly some of the columns are shown. */
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
