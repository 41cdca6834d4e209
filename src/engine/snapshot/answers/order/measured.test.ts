import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Totals } from '#engine/engine.ts';
import { measureOf } from '#engine/totals.ts';
import type { GroupMeasure } from '#view/view.ts';
import { measured, type Measurable } from './measured.ts';
import { readAll } from './numbers.ts';

const MEASURES = [
  'licensesSold',
  'licensesDeployed',
  'licensesNotDeployed',
  'utilization',
  'idle',
  'short',
  'idleValue',
] as const satisfies readonly GroupMeasure[];

type Known = 'sums' | 'pairs' | 'worth';

function columnsOf(elements: readonly Required<Totals>[], known: Known): Measurable {
  const column = (name: keyof Totals) => Float64Array.from(elements, (element) => element[name] ?? 0);
  return {
    licensesSold: column('licensesSold'),
    licensesDeployed: column('licensesDeployed'),
    ...(known === 'sums'
      ? {}
      : {
          pairs: {
            idle: column('idle'),
            short: column('short'),
            ...(known === 'pairs'
              ? {}
              : { worth: { value: column('idleValue'), priced: column('idlePriced') } }),
          },
        }),
  };
}

/** What an object says of itself that knows as much. */
function expectedOf(
  { licensesSold, licensesDeployed, idle, short, idleValue, idlePriced }: Required<Totals>,
  measure: GroupMeasure,
  known: Known,
): number {
  const totals: Totals = {
    licensesSold,
    licensesDeployed,
    ...(known === 'sums' ? {} : { idle, short }),
    ...(known === 'worth' ? { idleValue, idlePriced } : {}),
  };
  return measureOf(totals, measure) ?? Number.NaN;
}

test('a measure of items is that of the same objects, for all elements or some', () => {
  const element = fc.record({
    licensesSold: fc.nat(4),
    licensesDeployed: fc.nat(4),
    idle: fc.nat(2),
    short: fc.nat(2),
    idleValue: fc.nat(9),
    idlePriced: fc.nat(2),
  });
  fc.assert(
    fc.property(
      fc.array(element, { maxLength: 30 }),
      fc.constantFrom<Known>('sums', 'pairs', 'worth'),
      fc.boolean(),
      (few, known, areAll) => {
        // More than are read at once.
        const elements = few.length === 0 ? [] : Array.from({ length: 40 }, () => few).flat();
        const ids = areAll
          ? null
          : Uint32Array.from(elements.keys())
              .filter((id) => id % 3 !== 0)
              .toReversed();
        const items = { count: ids?.length ?? elements.length, ids };
        const chosen = ids === null ? elements : elements.filter((_, id) => id % 3 !== 0).toReversed();
        for (const measure of MEASURES) {
          const numbers = readAll(measured(columnsOf(elements, known), items, measure));
          expect([...numbers]).toEqual(chosen.map((own) => expectedOf(own, measure, known)));
        }
      },
    ),
  );
});
