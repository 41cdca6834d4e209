import { OptionsRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { OpenedCommands } from '#features/commands/commands.tsx';
import { Coverage } from '#features/figures/coverage.tsx';
import type { FigureName } from '#features/figures/change.ts';
import { Figures } from '#features/figures/figures.tsx';
import { Filters } from '#features/filters/filters.tsx';
import { GroupBy } from '#features/grouping/group-by.tsx';
import { useTitle } from '#features/filters/use-title.ts';
import { SearchBox } from '#features/search/search-box.tsx';
import { useIsOnline, useWaits } from '#query/activity.ts';
import { createPart, inTurn, prefetch } from '#query/part.ts';
import { usePriceList } from '#query/prices.ts';
import { useTrouble, type Trouble } from '#query/trouble.ts';
import { useCustomer } from '#query/use-customer.ts';
import { useLoadTrouble } from '#query/use-loading.ts';
import {
  useLicenseDeployment,
  useSnapshot,
  type Asked,
  type Snapshot,
} from '#query/use-license-deployment.ts';
import { Button } from '#ui/button.tsx';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { nowOpening } from '#ui/last-opened.ts';
import { useTexts } from '#ui/catalogue.ts';
import { ROWS_PLACE } from '#ui/rows-place.ts';
import { useIsPhone } from '#ui/use-is-phone.ts';
import { isAnswered } from '#view/answered.ts';
import { scopedView } from '#view/customer-scope.ts';
import { useView, ViewScope, type CurrentView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { Header } from './header.tsx';
import { WIDEST } from './widest.ts';
import { Awaited, Guard, Place } from './place.tsx';
import {
  anomalies,
  COMPARING,
  customer,
  noOpportunities,
  opportunities,
  shownView,
  trend,
  VIEWS,
} from './views.ts';
import { texts } from './texts.ts';
import type { ThemeChoice } from './theme.ts';
import { usePageStart } from './use-page-start.ts';

// Charts and grid are large, and the first figures do not need them: they are fetched while the figures are asked for, and drawn
// one after the other.
const deployedVersusSold = createPart(inTurn(() => import('#features/charts/deployed-versus-sold.tsx')));
const utilizationDistribution = createPart(
  inTurn(() => import('#features/charts/utilization-distribution.tsx')),
);
const rows = createPart(inTurn(() => import('#features/rows/rows.tsx')));
const snapshotPickers = createPart(() => import('#features/snapshot/snapshot-pickers.tsx'));
// Everything that a comparison adds to the page, in many places: it is fetched as one part.
const comparing = createPart(async () => {
  const [{ CompareNote }, { CompareLoading }, { Movers }, { FigureChange }, { AboutCompared }] =
    await Promise.all([
      import('#features/compare/compare-note.tsx'),
      import('#features/compare/compare-loading.tsx'),
      import('#features/compare/movers.tsx'),
      import('#features/figures/figure-change.tsx'),
      import('#features/figures/about-compared.tsx'),
    ]);
  return { CompareNote, CompareLoading, Movers, FigureChange, AboutCompared };
});
// Rows are loaded behind the first figures, and so is the code that reports on it; its place is kept free.
const loadingBar = createPart(() => import('#features/loading/loading-bar.tsx'));
const idleValue = createPart(() => import('#features/prices/idle-value.tsx'));
const printedFoot = createPart(() => import('#features/printing/printed-foot.tsx'));
const searchPending = createPart(() => import('#features/search/search-pending.tsx'));
const freeNote = createPart(() => import('#features/free-products/free-note.tsx'));
// A press needs this code, but no figure does; its place is kept free.
const actions = createPart(() => import('./actions.tsx'));
const nothingFound = createPart(() => import('#features/filters/nothing-found.tsx'));
const help = createPart(() => import('./help.tsx'));
const viewOptions = createPart(() => import('./view-options.tsx'));
const commands = createPart(() => import('#features/commands/commands.tsx'));
const explanation = createPart(() => import('./explanation.tsx'));
const notices = createPart(() => import('./notices.tsx'));
const troubleParts = createPart(() => import('./trouble.tsx'));

const WIDE = '@media screen and (min-width: 112em)';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: '0.5rem',
    insetBlockStart: '-3rem',
    zIndex: 2,
    padding: '0.5rem 0.75rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':focus': { insetBlockStart: '0.375rem' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1rem',
    maxWidth: WIDEST,
    marginInline: 'auto',
    paddingBlock: '1rem 3rem',
    paddingInline: '1.5rem',
    boxSizing: 'border-box',
    outlineStyle: 'none',
    '@media (max-width: 40em)': { paddingInline: '1rem' },
  },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: '1rem', rowGap: '0.75rem' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: 600,
  },
  headings: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '0.75rem' },
  viewName: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: 400,
    color: tokens.colorNeutralForeground3,
    // It gets the focus when the view comes, but no outline.
    outlineStyle: 'none',
  },
  // The content neither makes it wider, which would push the controls away, nor needs another line.
  headingBlock: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '33rem',
    gap: '2px',
    minWidth: 0,
  },
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: '0.75rem',
    '@media print': { display: 'none' },
  },
  // It is as large as the two pickers that come into it.
  pickers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.75rem',
    minBlockSize: `calc(2rem + ${tokens.lineHeightBase200})`,
    inlineSize: '26.75rem',
    maxInlineSize: '100%',
  },
  picker: { inlineSize: '13rem' },
  // It is as large as the buttons that come into it.
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: '0.75rem',
    minBlockSize: 'var(--control)',
    minInlineSize: '19.5rem',
    '@media (max-width: 40em)': { gap: 0, minInlineSize: 'calc(4 * var(--control))' },
  },
  compareLoading: { minBlockSize: '1.5rem', '@media print': { display: 'none' } },
  lookup: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', columnGap: '0.75rem', rowGap: '0.5rem' },
  // On a phone what is used most stands in three lines, and the rest in a sheet.
  phone: { display: 'flex', flexDirection: 'column', rowGap: '0.5rem', '@media print': { display: 'none' } },
  phoneLine: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '0.5rem' },
  phoneSearch: { flexGrow: 1, flexBasis: '12rem', minWidth: 0 },
  phoneGrouping: { flexGrow: 1, flexBasis: '9rem', minWidth: 0 },
  charts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: '1rem',
    '@media (max-width: 64em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // It is as high as the bar will be.
  loadingPlace: {
    minHeight: '1.75rem',
    '@media print': { display: 'none' },
    '@media (min-width: 22.01em) and (max-width: 40em)': {
      minHeight: `calc(0.25rem + 2 * ${tokens.lineHeightBase200})`,
    },
    '@media (max-width: 22em)': { minHeight: `calc(0.25rem + 3 * ${tokens.lineHeightBase200})` },
  },
  // It is as high as one line of the value, or as its words above its button.
  idleValue: {
    minHeight: '2rem',
    marginBlock: '-0.5rem',
    '@media (max-width: 22em)': { minHeight: '2.75rem' },
  },
  // On a wide screen the rows stand beside the charts, so that both are in sight at once.
  besideCharts: {
    [WIDE]: { display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)', alignItems: 'start' },
  },
  rest: { display: 'flex', flexDirection: 'column', gap: '1rem', minWidth: 0 },
  opportunities: { minHeight: '6.5rem', minWidth: 0 },
  chartPlace: { minHeight: '26.25rem', minWidth: 0 },
  // It gets the focus when a person is led to it, but no outline; the elements in it show their own.
  rows: { outlineStyle: 'none', scrollMarginBlockStart: '0.5rem', minWidth: 0 },
  rowsPlace: { minHeight: '35rem', minWidth: 0 },
  rowsOfCustomer: { minHeight: '20rem', '@media print': { minHeight: 0 } },
  customer: { minHeight: '8rem', minWidth: 0, '@media print': { minHeight: 0 } },
});

/** The service has answered that there is no snapshot for the view. */
function isWithoutData({ data, isPrevious }: Asked<Snapshot | null>): boolean {
  return data === null && !isPrevious;
}

/**
 * The answer to a view.
 *
 * @param controls the controls for the view, where they stand behind the answer and not above it
 */
function Content({ controls }: { readonly controls: ReactNode }) {
  const { view } = useView();
  const snapshot = useSnapshot(view);
  const trouble = useTrouble();
  // There is nothing to show below the alert: the very first question failed.
  const isNothing = snapshot.data === undefined && trouble !== null;
  // The controls are always at one place of the tree. Otherwise they would be made anew with each other answer, and a
  // person who uses one would lose the focus.
  return (
    <>
      {isNothing ? null : <Answer isWithoutData={isWithoutData(snapshot)} />}
      {controls}
      {isNothing || isWithoutData(snapshot) ? null : <Rest />}
    </>
  );
}

const changeOf = (figure: FigureName): ReactNode => (
  <FetchedPart part={comparing} isToldElsewhere>
    {({ FigureChange }) => <FigureChange of={figure} />}
  </FetchedPart>
);

/** The first part of what a view shows. */
function Answer({ isWithoutData }: { readonly isWithoutData: boolean }) {
  const styles = useStyles();
  const { view } = useView();
  if (isWithoutData) {
    return (
      <FetchedPart part={notices} waiting={<Awaited />}>
        {({ NoSnapshot }) => <NoSnapshot />}
      </FetchedPart>
    );
  }
  const changes = view.compare === null ? undefined : changeOf;
  switch (shownView(view)) {
    case 'trend':
      return (
        <Place className={styles.chartPlace} part={trend}>
          {({ Trend }) => <Trend />}
        </Place>
      );
    case 'customer':
      return (
        <Place className={styles.customer} part={customer}>
          {({ CustomerAnswer }) => <CustomerAnswer changeOf={changes} />}
        </Place>
      );
    case 'anomalies':
      return (
        <Place className={styles.chartPlace} part={anomalies}>
          {({ Anomalies }) => <Anomalies />}
        </Place>
      );
    case 'opportunities':
      return (
        <>
          <WhatIdleIsWorth />
          <Place className={styles.opportunities} part={opportunities}>
            {({ Opportunities }) => <Opportunities />}
          </Place>
        </>
      );
    case 'overview':
      return (
        <>
          <Guard>
            <Figures changeOf={changes} />
          </Guard>
          <WhatIdleIsWorth />
        </>
      );
  }
}

function WhatIdleIsWorth() {
  const styles = useStyles();
  return (
    <Place className={styles.idleValue} part={idleValue}>
      {({ IdleValue }) => <IdleValue />}
    </Place>
  );
}

/** What follows the answer: charts and rows. */
function Rest() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view } = useView();
  const shown = shownView(view);
  const isOverview = shown === 'overview';
  const isNarrowed = view.filter !== null || view.search !== '';
  const { isUnknown } = useCustomer(view);
  if (shown === 'trend' || shown === 'anomalies' || (shown === 'customer' && isUnknown)) return null;
  return (
    <div className={mergeClasses(styles.rest, isOverview && styles.besideCharts)}>
      {shown === 'customer' && (
        <FetchedPart part={customer} waiting={<Awaited />} resetKey={view} isToldElsewhere>
          {({ CustomerCharts }) => <CustomerCharts />}
        </FetchedPart>
      )}
      {isOverview && (
        <div className={styles.rest}>
          <section aria-label={t.charts} className={styles.charts}>
            <Place className={styles.chartPlace} part={deployedVersusSold}>
              {({ DeployedVersusSold }) => <DeployedVersusSold />}
            </Place>
            <Place className={styles.chartPlace} part={utilizationDistribution}>
              {({ UtilizationDistribution }) => <UtilizationDistribution />}
            </Place>
          </section>
          {view.compare !== null && (
            <FetchedPart part={comparing} waiting={<Awaited />} resetKey={view} isToldElsewhere>
              {({ Movers }) => <Movers />}
            </FetchedPart>
          )}
        </div>
      )}
      {/* The rows of all views stand at one place of the tree: a grid that is made anew takes longer than all else. */}
      <section id={ROWS_PLACE} tabIndex={-1} aria-label={t.rows} className={styles.rows}>
        <Place
          className={mergeClasses(styles.rowsPlace, shown === 'customer' && styles.rowsOfCustomer)}
          part={rows}
        >
          {({ Rows }) => (
            <Rows
              nothing={
                isOverview && isNarrowed ? (
                  <FetchedPart part={nothingFound}>{({ NothingFound }) => <NothingFound />}</FetchedPart>
                ) : shown === 'opportunities' ? (
                  <FetchedPart part={noOpportunities}>
                    {({ NoOpportunities }) => <NoOpportunities />}
                  </FetchedPart>
                ) : null
              }
            />
          )}
        </Place>
      </section>
    </div>
  );
}

/** The messages about waiting and about errors. */
function Troubles({ trouble }: { readonly trouble: Trouble | null }) {
  const { waits } = useWaits();
  const isOnline = useIsOnline();
  const { view } = useView();
  // This is asked here and not in the note: the note appears where there is trouble, and must ask for nothing then.
  const loadedAt = useLicenseDeployment(view).updatedAt;
  // The code is fetched while everything works, behind the first figures: without a network it would be too late.
  useEffect(() => prefetch(troubleParts), []);
  if (trouble === null && waits.length === 0 && isOnline) return null;
  return (
    <FetchedPart part={troubleParts} waiting={<Awaited />}>
      {({ TroubleAlert, WaitingNote }) => (
        <>
          <WaitingNote loadedAt={loadedAt} />
          {trouble !== null && <TroubleAlert trouble={trouble} />}
        </>
      )}
    </FetchedPart>
  );
}

/** Everything below the header. */
function Main({ current }: { readonly current: CurrentView }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, problems } = useView();
  const heading = usePageStart();
  const name = shownView(view);
  const isComparing = COMPARING.includes(name);
  const isCompared = isComparing && view.compare !== null;
  const prices = usePriceList();
  useTitle(
    name === 'overview' || name === 'customer' ? t.productName : `${t.viewNames[name]} · ${t.productName}`,
  );
  const snapshot = useSnapshot(view);
  const questionTrouble = useTrouble();
  const loadTrouble = useLoadTrouble(view);
  const trouble = questionTrouble ?? loadTrouble;
  // What ends one trouble, such as a sign-in, mostly ends the other as well.
  const retry = () => {
    questionTrouble?.retry();
    loadTrouble?.retry();
  };
  // On a phone the controls would fill the whole first screen, so the answer comes before them.
  const isPhone = useIsPhone();
  // The sheet is about this view and closes when it changes: what has changed is then in sight.
  const [options, setOptions] = useState<{ readonly of: View; readonly expression: string | null } | null>(
    null,
  );
  if (options !== null && (options.of !== current.view || !isPhone)) setOptions(null);
  const openOptions = (expression: string | null) => {
    prefetch(viewOptions);
    nowOpening(() => setOptions(null));
    setOptions({ of: current.view, expression });
  };
  const actionsPlace = (
    <div className={styles.actions}>
      <FetchedPart part={actions} waiting={<Awaited />}>
        {({ Actions }) => <Actions />}
      </FetchedPart>
    </div>
  );
  const controls = (
    <div className={styles.controls}>
      <Guard>
        <div className={mergeClasses(styles.pickers, !isComparing && styles.picker)}>
          <FetchedPart part={snapshotPickers} waiting={<Awaited />}>
            {({ SnapshotPickers }) => <SnapshotPickers isComparing={isComparing} />}
          </FetchedPart>
        </div>
        <GroupBy />
        {actionsPlace}
      </Guard>
    </div>
  );
  const lookup = (
    <Guard>
      <div className={styles.lookup}>
        <SearchBox />
        {/* The filter has no condition for the customer that a person could remove. */}
        <ViewScope value={current}>
          <Filters />
        </ViewScope>
      </div>
    </Guard>
  );
  const phoneControls = (
    <Guard>
      <div className={styles.phone}>
        <div className={styles.phoneLine}>
          <div className={styles.phoneSearch}>
            <SearchBox />
          </div>
          <Button
            icon={<OptionsRegular />}
            aria-label={t.viewOptions}
            title={t.viewOptions}
            aria-haspopup="dialog"
            onPointerEnter={() => prefetch(viewOptions)}
            onFocus={() => prefetch(viewOptions)}
            onClick={() => openOptions(null)}
          />
        </div>
        <div className={styles.phoneLine}>
          <div className={styles.phoneGrouping}>
            <GroupBy />
          </div>
          {actionsPlace}
        </div>
        <ViewScope value={current}>
          <div>
            <Filters onExpression={openOptions} />
          </div>
          {options !== null && (
            <FetchedPart part={viewOptions}>
              {({ ViewOptions }) => (
                <ViewOptions
                  isComparing={isComparing}
                  expression={options.expression}
                  onClose={() => setOptions(null)}
                />
              )}
            </FetchedPart>
          )}
        </ViewScope>
      </div>
    </Guard>
  );
  return (
    <main id="content" tabIndex={-1} className={styles.main}>
      <div className={styles.title}>
        <div className={styles.headingBlock}>
          <div className={styles.headings}>
            <h1 className={styles.heading}>{t.heading}</h1>
            <h2 ref={heading} tabIndex={-1} className={styles.viewName}>
              {name === 'customer' ? (
                <FetchedPart part={customer} waiting={view.customerTenantId}>
                  {({ CustomerName }) => <CustomerName />}
                </FetchedPart>
              ) : (
                t.viewNames[name]
              )}
            </h2>
          </div>
          {/* A day without data has no figures that this is about. */}
          <Guard>
            {!isWithoutData(snapshot) && (
              <>
                <Coverage
                  compared={
                    isCompared ? (
                      <FetchedPart part={comparing} isToldElsewhere>
                        {({ AboutCompared }) => <AboutCompared />}
                      </FetchedPart>
                    ) : null
                  }
                />
                <Place className={styles.loadingPlace} part={loadingBar}>
                  {({ LoadingBar }) => <LoadingBar />}
                </Place>
                {isCompared && (
                  <div className={styles.compareLoading}>
                    <FetchedPart part={comparing} isToldElsewhere>
                      {({ CompareLoading }) => <CompareLoading />}
                    </FetchedPart>
                  </div>
                )}
              </>
            )}
          </Guard>
        </div>
        {!isPhone && controls}
      </div>
      {(problems.length > 0 ||
        (prices !== undefined && !isAnswered({ ...view, prices })) ||
        name !== view.view) && (
        <FetchedPart part={notices} waiting={<Awaited />}>
          {({ Notices }) => <Notices />}
        </FetchedPart>
      )}
      {isCompared && (
        <FetchedPart part={comparing} resetKey={view}>
          {({ CompareNote }) => <CompareNote />}
        </FetchedPart>
      )}
      {!isPhone && lookup}
      <Troubles trouble={trouble === null ? null : { ...trouble, retry }} />
      <Content controls={isPhone && phoneControls} />
      {view.search !== '' && (
        <FetchedPart part={searchPending} resetKey={view}>
          {({ SearchPending }) => <SearchPending />}
        </FetchedPart>
      )}
      {view.about !== null && (
        <FetchedPart part={explanation} waiting={<Awaited />} resetKey={view}>
          {({ ExplanationOf }) => view.about !== null && <ExplanationOf about={view.about} />}
        </FetchedPart>
      )}
      {/* These are behind the first figures, which they are about. */}
      {snapshot.data != null && (
        <>
          <FetchedPart part={freeNote} resetKey={view}>
            {({ FreeNote }) => <FreeNote />}
          </FetchedPart>
          <FetchedPart part={printedFoot} resetKey={view}>
            {({ PrintedFoot }) => <PrintedFoot />}
          </FetchedPart>
        </>
      )}
    </main>
  );
}

/** The page of a person who is signed in. */
export function Dashboard({
  isDemo,
  theme,
  onTheme,
}: {
  /** Customers and figures are made up. */
  readonly isDemo: boolean;
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const current = useView();
  const [opened, setOpened] = useState<OpenedCommands>(null);
  // All questions on a customer's page are about that customer.
  const scope = useMemo(() => ({ ...current, view: scopedView(current.view) }), [current]);
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t.skipToContent}
      </a>
      <Header isDemo={isDemo} theme={theme} onTheme={onTheme} onCommands={setOpened} />
      <ViewScope value={scope}>
        <Main current={current} />
      </ViewScope>
      {opened === 'help' && (
        <FetchedPart part={help}>
          {({ HelpDialog }) => <HelpDialog onClose={() => setOpened(null)} />}
        </FetchedPart>
      )}
      <FetchedPart part={commands} resetKey={opened}>
        {({ Commands }) => (
          <Commands
            opened={opened}
            onOpen={setOpened}
            views={VIEWS.map((each) => ({ name: each, label: t.viewNames[each] }))}
          />
        )}
      </FetchedPart>
    </>
  );
}
