import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Page } from '#engine/engine.ts';
import type { View } from '#view/view.ts';
import { useSource } from './source.ts';
import { useLicenseDeployment, useServiceSummary, type Asked } from './use-license-deployment.ts';

/** How the sums of the rows that were read compare with what the service itself summed for the same filter. */
export type Reconciliation = {
  /** Rows' sum − the service's sum, in licenses; 0 and 0: they agree. */
  readonly sold: number;
  readonly deployed: number;
};

/**
 * Compares the rows with the figures, two answers of the service to the same question: summed here, and summed there.
 * null while either is missing, or not all rows were read.
 */
export function useReconciliation(
  view: Pick<View, 'filter' | 'processedDateTime' | 'search'>,
  page: Asked<Page>,
): Reconciliation | null {
  const summary = useLicenseDeployment(view);
  const byService = useServiceSummary(view);
  if (page.isPrevious || summary.isPrevious || page.data == null) return null;
  const rows = page.data.totals;
  const isLoaded = page.data.coverage.engine === 'snapshot';
  // Of a loaded snapshot the figures are sums of the rows themselves: only what the service said before tells anything.
  const figures = (isLoaded ? byService : summary.data)?.totals;
  if (rows === null || figures === undefined) return null;
  return {
    sold: rows.licensesSold - figures.licensesSold,
    deployed: rows.licensesDeployed - figures.licensesDeployed,
  };
}

/** Asks for everything on the page anew, forgetting all that was answered. */
export function useReload(): () => void {
  const { engine, loading } = useSource();
  const client = useQueryClient();
  return useCallback(() => {
    engine.forget();
    loading.forget();
    void client.resetQueries();
  }, [engine, loading, client]);
}
