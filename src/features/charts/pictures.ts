import type { FieldNames } from '#ui/field-names.ts';
import type { Format } from '#ui/format.ts';
import type { Drawing, PictureBar } from '#ui/picture/picture.ts';
import type { Measure } from '#view/view.ts';
import type { Distribution } from './bands.ts';
import type { Bar, BarRow, BarRows } from './bars.ts';
import { barLabel, type Texts } from './labels.ts';

const NO_BAR: Bar = { sold: 0, deployed: 0, over: 0, isCut: false };

/**
 * The main chart as it is drawn in a picture: the members that the page counts, without those that a choice leaves out.
 *
 * @param before the day that is compared with, as text; null where nothing is compared
 */
export function barsDrawing(
  { members, other, scale }: BarRows,
  nameOf: (value: string | null) => string,
  measure: Measure,
  t: Texts,
  names: Pick<FieldNames, 'licensesSold' | 'licensesDeployed'>,
  format: Format,
  before: string | null,
): Drawing {
  const drawn = (name: string, { bar, totals, marks }: BarRow, notes: readonly string[] = []): PictureBar => {
    const { sold, deployed, over, isCut } = bar ?? NO_BAR;
    const { amounts, result } = barLabel(totals, measure, t, format);
    const said = [name, ...notes, ...(isCut ? [t.cutOff] : [])].join(' · ');
    return { name: said, sold, deployed, over, marks, text: `${amounts} · ${result}` };
  };
  return {
    kind: 'bars',
    bars: [
      ...members.map((row) => drawn(nameOf(row.value), row)),
      ...(other === null
        ? []
        : [
            drawn(t.other({ groups: format.count(other.groups) }), other, other.ownScale ? [t.ownScale] : []),
          ]),
    ],
    legend: {
      deployed: names.licensesDeployed,
      sold: names.licensesSold,
      over: t.beyondSold,
      before:
        before === null
          ? null
          : {
              sold: t.soldBefore({ date: before }),
              deployed: (scale === 'ownSold' ? t.utilizationBefore : t.deployedBefore)({ date: before }),
            },
    },
  };
}

/** The distribution over utilization as it is drawn in a picture. `before` has the earlier distribution and its day. */
export function bandsDrawing(
  { bands }: Distribution,
  t: Texts,
  format: Format,
  before: { readonly bands: Distribution['bands']; readonly day: string } | null,
): Drawing {
  const looks = { below: 'plain', full: 'full', over: 'over' } as const;
  return {
    kind: 'columns',
    columns: bands.map(({ kind, tick, customers }, index) => ({
      name: tick,
      value: customers,
      text: format.count(customers),
      look: looks[kind],
      before: before?.bands[index]?.customers ?? null,
    })),
    axis: t.axis,
    before: before && before.day,
  };
}
