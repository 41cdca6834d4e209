import type { Page } from '@playwright/test';
import { open } from './app.ts';

const PATH = '/v1/analytics/commercial/deployment/license/';

/** A row as the endpoint sends it. */
export type SentRow = {
  readonly customerTenantId: string | null;
  readonly customerName: string | null;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly channel: string | null;
  readonly licensesSold: number;
  readonly licensesDeployed: number;
};

/** All rows of the endpoint on a day, or of its latest snapshot. */
type ReadDay = (day?: string) => Promise<readonly SentRow[]>;

/**
 * Opens a page of the app. Gives the function that reads all rows of the endpoint with the token of the page's own
 * first request.
 */
export async function openToRead(page: Page, search: string): Promise<ReadDay> {
  const request = page.waitForRequest((sent) => sent.url().includes(PATH));
  await open(page, search);
  const token = (await request).headers()['authorization'] ?? '';
  return (day = '') =>
    page.evaluate(
      async ([path, authorization, of]) => {
        const rows: SentRow[] = [];
        for (;;) {
          const response = await fetch(`${path}?skip=${rows.length}${of && `&processedDateTime=${of}`}`, {
            headers: {
              Accept: 'application/json',
              Authorization: authorization,
              'MS-Contract-Version': 'v1',
              'MS-RequestId': crypto.randomUUID(),
              'MS-CorrelationId': crypto.randomUUID(),
            },
          });
          const body = (await response.json()) as { Value: SentRow[]; '@nextLink': string | null };
          rows.push(...body.Value);
          if (body['@nextLink'] === null) return rows;
        }
      },
      [PATH, token, day] as const,
    );
}

/** Opens a page of the app, and reads all rows of the endpoint's latest snapshot. */
export async function openWithRows(page: Page, search: string): Promise<readonly SentRow[]> {
  const readDay = await openToRead(page, search);
  return readDay();
}
