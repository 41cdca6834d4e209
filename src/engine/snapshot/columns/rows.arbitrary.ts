import fc from 'fast-check';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { DeploymentRow } from '#engine/engine.ts';

/** Few texts, so that they meet: equal but for case, for accents, for numbers in them, for spaces around. */
const TEXTS = [
  'o365',
  'O365',
  'Ærø Ltd',
  'ærø ltd',
  'Aero ltd',
  ' Aero Ltd ',
  'ΟΔΟΣ 2',
  'οδος 10',
  'Office E3',
  'Office E5',
  "O'Neil",
  '',
  '=1+1',
  '__proto__',
  '\uD800',
] as const;

/** A text that tables of `anyRows` may have. For tests. */
export function anyKnownText(): fc.Arbitrary<string> {
  return fc.constantFrom(...TEXTS);
}

/**
 * Rows as the service gives them ungrouped, some of them without values, some with large counts, some with neighbours
 * that share the value of a field. For tests.
 */
export function anyRows(maxLength = 60): fc.Arbitrary<readonly DeploymentRow[]> {
  const text = fc.option(anyKnownText(), { freq: 6 });
  const count = fc.oneof(
    { weight: 6, arbitrary: fc.nat(5) },
    { weight: 1, arbitrary: fc.nat(100_000) },
    { weight: 1, arbitrary: fc.nat(2 ** 33) },
  );
  const fields = Object.fromEntries(FIELDS.map((field) => [field, text])) as Record<Field, typeof text>;
  const row = fc.record({
    processedDateTime: fc.constantFrom('2024-05-01T00:00:00', '2024-05-01T00:00:00Z'),
    ...fields,
    licensesDeployed: count,
    licensesSold: count,
  });
  // Of the size 'small', which is the default, lists are about ten long: less than a word of a bitmap.
  // Small counts alone make another kind of column than large ones do.
  const plain = fc.array(
    row.map(({ licensesDeployed, licensesSold, ...rest }) => ({
      ...rest,
      licensesDeployed: licensesDeployed % 6,
      licensesSold: licensesSold % 6,
    })),
    { maxLength, size: 'max' },
  );
  const rows = fc.oneof(plain, fc.array(row, { maxLength, size: 'max' }));
  return fc
    .record({ rows, fields: fc.option(fc.subarray([...FIELDS])), length: fc.integer({ min: 2, max: 30 }) })
    .map(({ rows, fields, length }) => (fields === null ? rows : inRuns(rows, fields, length)));
}

/** The rows with so many neighbours each given the same value of some fields. */
function inRuns(
  rows: readonly DeploymentRow[],
  fields: readonly Field[],
  length: number,
): readonly DeploymentRow[] {
  return rows.map((row, at) => {
    const first = rows[at - (at % length)];
    return { ...row, ...Object.fromEntries(fields.map((field) => [field, first?.[field] ?? null])) };
  });
}
