import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Page } from '#engine/engine.ts';
import type { View } from '#view/view.ts';
import { useSource } from './source.ts';
import { useLicenseDeployment, useServiceSummary, type Asked } from './use-license-deployment.ts';

/** The difference between the sums of the rows that were read and the service's own sums for the same filter. */
export type Reconciliation = {
  /** The rows' sum minus the service's sum, in licenses. Where both are 0, they agree. */
  readonly sold: number;
  readonly deployed: number;
};

/**
 * Compares the rows with the figures. Both are answers of the service to the same question: the rows are summed here,
 * the figures were summed by the service. null while one of them is missing, or where not all rows were read.
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
  // The figures of a loaded snapshot are sums of the same rows, so they prove nothing. Only the service's own figures
  // from before do.
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
