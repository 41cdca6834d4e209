import { Button } from '#ui/button.tsx';
import { SettingsRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useEffect, useState } from 'react';
import { useLoadLimit } from '#query/load-limit.ts';
import { createPart, prefetch } from '#query/part.ts';
import { useSource } from '#query/source.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { useLoading, useShown, type LoadState, type UsedLoading } from '#query/use-loading.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts, type TextsOf } from '#ui/catalogue.ts';
import { nowOpening } from '#ui/last-opened.ts';
import { LoadBar } from '#ui/load-bar.tsx';
import { useView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { texts } from './texts.ts';

const dialog = createPart(() => import('./browser-rows-dialog.tsx'));
const prefetchDialog = () => prefetch(dialog);

const useStyles = makeStyles({
  root: {
    minBlockSize: '1.5rem',
    // There is room for a finger between these buttons and those above them.
    paddingBlockStart: '0.25rem',
    // There is room for the longest text that it will show, so that nothing moves.
    '@media (min-width: 22.01em) and (max-width: 40em)': {
      minBlockSize: `calc(2 * ${tokens.lineHeightBase200})`,
    },
    '@media (max-width: 22em)': { minBlockSize: `calc(3 * ${tokens.lineHeightBase200})` },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  // Its icon begins where the texts above it begin.
  settings: { '@media (min-width: 40.01em)': { marginInlineStart: '-0.25rem' } },
});

function statusOf(state: LoadState, t: TextsOf<typeof texts>): string {
  switch (state.status) {
    case 'loaded':
      return t.all({ rows: state.rows });
    case 'idle':
    case 'loading':
    case 'restoring':
    case 'overLimit':
    case 'failed':
      return '';
  }
}

function timeLeft(seconds: number, t: TextsOf<typeof texts>, format: Format): string {
  return seconds < 60
    ? t.secondsLeft({ seconds: format.count(Math.max(1, Math.round(seconds))) })
    : t.minutesLeft({ minutes: format.count(Math.round(seconds / 60)) });
}

/**
 * Begins a loading that is due although no first figures have just come: the person has raised the limit, here or in
 * another tab, or has come back to a snapshot whose figures are still known, but which had made room for others or
 * waits for another.
 */
function useDueLoad(view: View, loading: UsedLoading | null): void {
  const source = useSource();
  const figures = useLicenseDeployment(view);
  const status = loading?.state.status;
  const isUnderWay = status === 'restoring' || status === 'loading';
  const isToCome = (status === 'idle' || status === 'overLimit') && loading?.plan.when !== 'overLimit';
  const isDue =
    loading !== null &&
    (isUnderWay || isToCome) &&
    !loading.isStopped &&
    figures.data !== undefined &&
    !figures.isPrevious;
  const due = isDue ? loading.snapshot : null;
  useEffect(() => {
    if (due !== null) source.loading.follow(due);
  }, [source, due]);
}

/** How much of the snapshot is in the browser, and the buttons to load it or to stop. */
export function LoadingBar() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const limit = useLoadLimit();
  const loading = useLoading(view);
  useShown(loading?.snapshot ?? null);
  useDueLoad(view, loading);
  const [isOpen, setIsOpen] = useState(false);
  if (loading === null) return <div className={styles.root} />;
  const { state, plan, prospect } = loading;
  const isLoading = state.status === 'loading';
  // A loading that begins by itself in a moment is not offered.
  const isOffered = prospect === 'offered';

  function offer(): string | null {
    if (!isOffered) return null;
    return plan.requests === null ? t.offer : t.offerIn({ requests: plan.requests });
  }

  // The status is announced, because what it says can end the loading.
  function status(): string {
    if (prospect !== 'none') return statusOf(state, t);
    const allowed = format.count(limit);
    return plan.rows === null
      ? t.overLimitSomehow({ limit: allowed })
      : t.overLimit({ rows: plan.rows, limit: allowed });
  }

  function button(of: UsedLoading): { readonly label: string; readonly onPress: () => void } | null {
    if (isLoading) return { label: t.stop, onPress: of.stop };
    if (!isOffered) return null;
    return { label: plan.rows === null ? t.loadAll : t.load({ rows: plan.rows }), onPress: of.load };
  }

  return (
    <LoadBar
      className={styles.root}
      offer={offer()}
      label={t.loading}
      progress={isLoading ? state : null}
      amount={(loaded, total) =>
        total === null ? t.loaded({ loaded }) : t.loadedOf({ loaded: format.count(loaded), total })
      }
      status={status()}
      aside={isLoading && state.secondsLeft !== null ? timeLeft(state.secondsLeft, t, format) : null}
      button={button(loading)}
    >
      <Button
        size="small"
        appearance="subtle"
        className={styles.settings}
        icon={<SettingsRegular />}
        aria-label={t.settings}
        title={t.settings}
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onClick={() => {
          prefetchDialog();
          nowOpening(() => setIsOpen(false));
          setIsOpen(true);
        }}
      />
      {isOpen && (
        <FetchedPart part={dialog}>
          {({ BrowserRowsDialog }) => <BrowserRowsDialog onClose={() => setIsOpen(false)} />}
        </FetchedPart>
      )}
    </LoadBar>
  );
}
