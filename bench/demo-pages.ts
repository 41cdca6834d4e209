import { createDemoData } from '#emulator/demo-data.ts';
import { createQueryEngine } from '#emulator/query.ts';

/** The rows in one response: the most that the endpoint gives. */
const ROWS_OF_A_PAGE = 10_000;

/** The emulator's own seed, and a day that never changes: every run has the same rows. */
const SEED = 'license-lens';
const NOW = new Date('2026-01-15T12:00:00Z');

/** The snapshot to compare with is so many days before the latest one. */
const DAYS_BEFORE = 30;
const DAY = 86_400_000;

/** A snapshot of the demo data: the latest one, or an earlier one with slightly fewer rows. */
type Which = 'latest' | 'earlier';

/** The bodies of the responses that make up a snapshot of so many rows, as the endpoint sends them. */
export function demoPages(rows: number, which: Which = 'latest'): readonly Uint8Array<ArrayBuffer>[] {
  const data = createDemoData({ rows, seed: SEED, now: NOW });
  const earlier = new Date(Date.parse(data.latest) - DAYS_BEFORE * DAY).toISOString().slice(0, 10);
  const snapshot = data.snapshot(which === 'latest' ? data.latest : earlier);
  if (snapshot === null) throw new Error(`The demo data has no ${which} snapshot.`);
  const result = createQueryEngine(data)(snapshot, { filter: null, groupby: [] });
  const encoder = new TextEncoder();
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let skip = 0; skip < result.length; skip += ROWS_OF_A_PAGE) {
    const next = skip + ROWS_OF_A_PAGE;
    const link = next < result.length ? JSON.stringify(`/?skip=${next}`) : 'null';
    const value = result.rowsAsJson(skip, ROWS_OF_A_PAGE);
    pages.push(encoder.encode(`{"Value":[${value}],"@nextLink":${link},"TotalCount":${result.length}}`));
  }
  return pages;
}

/** Licenses sold by product in the snapshot of so many rows that the app's own server makes today. */
export function soldByProduct(rows: number): ReadonlyMap<string, number> {
  const data = createDemoData({ rows, seed: SEED, now: new Date() });
  const snapshot = data.snapshot(data.latest);
  const sold = new Map<string, number>();
  snapshot?.product.forEach((product, row) => {
    const name = data.products[product]?.productName ?? '';
    sold.set(name, (sold.get(name) ?? 0) + (snapshot.licensesSold[row] ?? 0));
  });
  return sold;
}
