import { expect, test } from 'vitest';
import type { ListedAnomaly } from '#query/use-anomalies.ts';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { subjectOf, whySaid } from './said.ts';
import { texts } from './texts.ts';

const t = textsIn(texts, ENGLISH);
const SNAPSHOT = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: null };
const PAGE = { snapshot: SNAPSHOT, before: { ...SNAPSHOT, date: '2026-10-22' } };
const DECIMAL = { plain: (value: number) => value.toFixed(1), change: (value: number) => `+${value}` };
const of = (licensesSold: number, licensesDeployed: number) => ({ licensesSold, licensesDeployed });
const PAIR = { customerTenantId: 't1', customerName: 'Contoso', productId: 'p1', productName: 'Visio' };

test.for<readonly [ListedAnomaly, string, string]>([
  [
    { ...PAIR, kind: 'overDeployed', licenses: 1200, after: of(50, 1250) },
    '1,250 deployed of 50 sold, 1,200 too many.',
    'Contoso/Visio',
  ],
  [
    { ...PAIR, kind: 'nothingSold', licenses: 3, after: of(0, 3), productName: null },
    '3 deployed, none sold.',
    'Contoso/p1',
  ],
  [
    {
      kind: 'sharedName',
      customerName: 'Contoso',
      licenses: 9,
      after: of(9, 1),
      count: 4,
      members: ['t1', 'e163c940-426a-4f28-bb84-3bf69e6426d6', 't3'],
    },
    'The name of 4 tenants: t1, e163c940…, t3 and others.',
    'Contoso',
  ],
  [
    {
      kind: 'severalNames',
      customerTenantId: 't1',
      customerName: 'A',
      licenses: 9,
      after: of(9, 1),
      count: 2,
      members: ['A', 'B'],
    },
    'One tenant with 2 names: “A”, “B”.',
    'A',
  ],
  [
    {
      kind: 'renamedProduct',
      productId: 'p1',
      productName: 'Visio Plan 2',
      nameBefore: 'Visio',
      licenses: 9,
      after: of(9, 1),
    },
    'It was called “Visio” on Oct 22, 2026.',
    'Visio Plan 2',
  ],
  [
    { kind: 'customerGone', customerTenantId: 't1', customerName: null, licenses: 9, after: null },
    '9 sold on Oct 22, 2026, not in this snapshot any more.',
    't1',
  ],
  [
    { ...PAIR, kind: 'droppedToNothing', licenses: 9, after: of(0, 2) },
    '9 sold on Oct 22, 2026, none now, 2 still deployed.',
    'Contoso/Visio',
  ],
  [
    { ...PAIR, kind: 'droppedToNothing', licenses: 9, after: null },
    '9 sold on Oct 22, 2026, none now.',
    'Contoso/Visio',
  ],
  [
    {
      kind: 'jump',
      member: null,
      measure: 'licensesDeployed',
      from: '2026-11-01',
      to: '2026-11-02',
      before: 1000,
      after: 900,
      usual: 1.5,
      score: 14.26,
      licenses: 100,
    },
    'Deployed fell by 100 from 1,000 on Nov 1, 2026 to 900 on Nov 2, 2026. Usual is +1.5 a day; the score of this change is 14.3.',
    'All rows shown',
  ],
])('$0.kind is said', ([anomaly, why, subject]) => {
  expect(whySaid(anomaly, PAGE, t, formatFor(ENGLISH), DECIMAL)).toBe(why);
  const { name, of: product } = subjectOf(anomaly, t);
  expect(product === null ? name : `${name}/${product}`).toBe(subject);
});
