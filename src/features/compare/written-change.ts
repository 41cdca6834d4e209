import type { Change, Totals } from '#engine/engine.ts';
import { changeOf, measureOf } from '#engine/totals.ts';
import type { Format } from '#ui/format.ts';
import type { Measure } from '#view/view.ts';

/** The earlier and the present figure of a member and the change, as texts. */
export type WrittenMover = {
  readonly before: string;
  readonly after: string;
  readonly change: string;
};

/** The text where a snapshot has nothing of a member. */
const NOTHING = '—';

/** How one figure of a member has changed: in licenses, or in percentage points of a utilization. */
export function writtenMover(change: Change, measure: Measure, format: Format): WrittenMover {
  const isShare = measure === 'utilization';
  const written = (totals: Totals | null): string => {
    const value = totals === null ? null : measureOf(totals, measure);
    if (isShare) return format.percent(value);
    return value === null ? NOTHING : format.count(value);
  };
  const difference = changeOf(change, measure);
  return {
    before: written(change.before),
    after: written(change.after),
    change: isShare ? format.points(difference) : difference === null ? NOTHING : format.change(difference),
  };
}
