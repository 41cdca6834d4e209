import type { QueryClient } from '@tanstack/react-query';
import { BUILT } from '#ui/built.ts';
import { CAUGHT } from './caught.ts';
import { reportOf, type ReportedAs } from './error-report.ts';

/** So many at most, each one once, as long as the page is open: one fault may come with every frame. */
const MOST = 20;

/** From now on sends what goes wrong on this page to an address, as docs/runbook.md says. */
export function startErrorReports(address: string, queryClient: QueryClient): void {
  const sent = new Set<string>();

  function tell(thrown: unknown, as: ReportedAs): void {
    const folder = new URL('.', location.href).href;
    const report = reportOf(thrown, as, { ...BUILT, address: location.href, folder });
    if (report === null) return;
    const body = JSON.stringify(report);
    // Two requests for one reason have ids of their own.
    const fault = JSON.stringify({ ...report, requestId: null, correlationId: null });
    if (sent.has(fault) || sent.size === MOST) return;
    sent.add(fault);
    // As text, so that a browser asks no leave of another host first. What becomes of it is of no matter to the page.
    fetch(address, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
    }).catch(() => undefined);
  }

  addEventListener('error', ({ error }: ErrorEvent) => {
    // Without one it is a hint of the browser's, or of a script that is none of the page's.
    if (error !== null && error !== undefined) tell(error, 'thrown');
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(reason, 'rejected'));
  addEventListener(CAUGHT, (event) => {
    if (event instanceof ErrorEvent) tell(event.error, 'notDrawn');
  });
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') tell(event.action.error, 'notAnswered');
  });
}
