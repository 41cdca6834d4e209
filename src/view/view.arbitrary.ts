import fc from 'fast-check';
import { FIELDS } from '#partner-center/fields.ts';
import { anyFilter, anyText } from '#partner-center/filter/filter.arbitrary.ts';
import { MAX_DAYS, MAX_LICENSES, MAX_PAGE, MAX_PAGE_SIZE, MAX_PERCENT, normalise } from './normalise.ts';
import {
  ANOMALY_KINDS,
  CHANGE_FIELDS,
  EXPLAINED,
  MEASURES,
  OPPORTUNITIES,
  ROW_SORT_FIELDS,
  VIEW_NAMES,
  type View,
} from './view.ts';

const anyField = fc.constantFrom(...FIELDS);

const anyDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyPercent = () =>
  fc.oneof(
    fc.constantFrom(0, 95, 100),
    fc.nat(200_000).map((thousandths) => thousandths / 1000),
    fc.double({ min: 0, max: MAX_PERCENT, noNaN: true }),
  );

/** A value of the type `View`, normalised or not, with texts of the given kind. For tests. */
export function anyView(text: fc.Arbitrary<string> = anyText()): fc.Arbitrary<View> {
  return fc.record({
    filter: fc.option(anyFilter(text)),
    groupby: fc.array(anyField, { maxLength: 4 }),
    processedDateTime: fc.option(anyDate),
    compare: fc.option(anyDate),
    sort: fc.array(
      fc.record({
        field: fc.constantFrom(...new Set([...ROW_SORT_FIELDS, ...MEASURES, ...CHANGE_FIELDS])),
        descending: fc.boolean(),
      }),
      {
        maxLength: 4,
      },
    ),
    search: text,
    page: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: MAX_PAGE })),
    pageSize: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: MAX_PAGE_SIZE })),
    chart: fc.option(anyField),
    measure: fc.constantFrom(...MEASURES),
    view: fc.constantFrom(...VIEW_NAMES),
    customerTenantId: fc.option(text),
    opportunity: fc.constantFrom(...OPPORTUNITIES),
    minIdle: fc.oneof(fc.nat(2), fc.nat(MAX_LICENSES)),
    maxUtilization: anyPercent(),
    minUtilization: anyPercent(),
    spare: fc.oneof(fc.nat(2), fc.nat(MAX_LICENSES)),
    without: fc.array(fc.constantFrom(...ANOMALY_KINDS), { maxLength: 9 }),
    from: fc.option(anyDate),
    to: fc.option(anyDate),
    days: fc.oneof(fc.constant(30), fc.integer({ min: 1, max: MAX_DAYS })),
    about: fc.option(fc.constantFrom(...EXPLAINED)),
  });
}

/** A normalised view. For tests. */
export function anyNormalView(): fc.Arbitrary<View> {
  return anyView().map(normalise);
}
