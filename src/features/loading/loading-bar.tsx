import { Button } from '@fluentui/react-button';
import { SettingsRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { unfinished } from '#query/busy.ts';
import { useLoadLimit } from '#query/load-limit.ts';
import { useSource } from '#query/source.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { useLoading, type LoadState, type UsedLoading } from '#query/use-loading.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { texts } from './texts.ts';

const loadDialog = () => import('./browser-rows-dialog.tsx');
// Where that fails, it is tried and told when the dialog is opened.
const preload = () => void loadDialog().catch(() => undefined);
const BrowserRowsDialog = lazy(() =>
  unfinished(loadDialog()).then((part) => ({ default: part.BrowserRowsDialog })),
);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '4px',
    minBlockSize: '24px',
    // Room for a finger between these buttons and what is to be pressed above them.
    paddingBlockStart: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  offer: { margin: 0 },
  progress: { inlineSize: '160px' },
  status: { ':empty': { display: 'none' } },
});

function statusOf(state: LoadState, t: (typeof texts)['en'], format: Format): string {
  switch (state.status) {
    case 'loading':
      return t.loaded(format.count(state.loaded), state.total === null ? null : format.count(state.total));
    case 'loaded':
      return t.all(state.rows, format.count(state.rows));
    case 'idle':
    case 'failed':
      return '';
  }
}

/**
 * Begins what is due although no first figures have just come: the person raised the limit, here or in another tab, or
 * came back to a snapshot that had made room for others and whose figures are still known.
 */
function useDueLoad(view: View, loading: UsedLoading | null): void {
  const source = useSource();
  const figures = useLicenseDeployment(view);
  const isDue =
    loading !== null &&
    loading.state.status === 'idle' &&
    loading.plan.when === 'atOnce' &&
    !loading.isStopped &&
    figures.data !== undefined &&
    !figures.isPrevious;
  const due = isDue ? loading.snapshot : null;
  useEffect(() => {
    if (due !== null) void source.loading.follow(due, true);
  }, [source, due]);
}

/** How much of the snapshot is in the browser, and the choice to load it or to stop. */
export function LoadingBar() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const limit = useLoadLimit();
  const loading = useLoading(view);
  useDueLoad(view, loading);
  const [isOpen, setIsOpen] = useState(false);
  if (loading === null) return <div className={styles.root} />;
  const { state, plan, isStopped } = loading;
  const isLoading = state.status === 'loading';
  // What begins by itself in a moment is not offered.
  const isOffered =
    state.status === 'failed' || (state.status === 'idle' && (plan.when !== 'atOnce' || isStopped));
  const isOver = isOffered && plan.when === 'overLimit';
  return (
    <div className={styles.root}>
      {isOver && plan.rows !== null && (
        <p className={styles.offer}>{t.overLimit(format.count(plan.rows), format.count(limit))}</p>
      )}
      {isOffered && !isOver && (
        <p className={styles.offer}>
          {t.offer(plan.requests === null || plan.requests === 1 ? null : format.count(plan.requests))}
        </p>
      )}
      {isLoading && (
        <ProgressBar
          label={t.loading}
          className={styles.progress}
          progress={
            state.total === null ? null : { value: Math.min(state.loaded, state.total), max: state.total }
          }
        />
      )}
      {/* Always there: what is put into it is announced, an element that comes with its text often is not. */}
      <span role="status" className={styles.status}>
        {statusOf(state, t, format)}
      </span>
      {isLoading && state.secondsLeft !== null && <span>{t.timeLeft(state.secondsLeft)}</span>}
      {(isLoading || (isOffered && !isOver)) && (
        // One button, so that whoever pressed it by keyboard still stands on it. The second half of a double-click
        // on what loads is no wish to stop.
        <Button
          size="small"
          onClick={(event) => {
            if (event.detail > 1) return;
            if (isLoading) loading.stop();
            else loading.load();
          }}
        >
          {isLoading ? t.stop : t.load(plan.rows === null ? null : format.count(plan.rows))}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label={t.settings}
        title={t.settings}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <ErrorBoundary fallback={<p role="alert">{t.failed}</p>}>
          <Suspense fallback={null}>
            <BrowserRowsDialog onClose={() => setIsOpen(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}
