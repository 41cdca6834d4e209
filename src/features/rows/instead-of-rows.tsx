import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useFormat } from '#ui/format.ts';
import { isPlainClick } from '#ui/is-plain-click.ts';
import { useTexts } from '#ui/catalogue.ts';
import { lastPageOf } from '#ui/paging.ts';
import { withFilter, withPage, withSearch } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { ROW_HEIGHT } from './grid-theme.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { nothingMatchesTexts } from '#ui/nothing-matches-texts.ts';
import { texts } from './texts.ts';

// In rem, from the top of a row.
const BAR_START = 0.6875;
const BAR_END = ROW_HEIGHT - BAR_START;

const useStyles = makeStyles({
  // A bar in each row that is still to come.
  skeleton: {
    blockSize: '100%',
    marginInline: '0.75rem',
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 ${BAR_START}rem, ${tokens.colorNeutralStencil1Alpha} ${BAR_START}rem ${BAR_END}rem, transparent ${BAR_END}rem ${ROW_HEIGHT}rem)`,
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
});

/** The place of rows that are on their way. */
export function RowsSkeleton() {
  return <div className={useStyles().skeleton} />;
}

/** The text where a list can't be made yet: the bar above says what has to be read for it. */
export function RowsToRead() {
  return <InsteadOfList text={useTexts(texts).needsEverything} />;
}

/** The text where the rows of a view could not be had. The alert at the top says why. */
export function RowsFailed() {
  return <InsteadOfList text={useTexts(texts).failed} />;
}

/**
 * The text, and what the person can do, where a view has no rows on its page. `total` is the number of all its rows;
 * null where the page is behind the last one and the last one is not known.
 */
export function NoRows({ total }: { readonly total: number | null }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { heading, advice, everything } = useTexts(nothingMatchesTexts);
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  if (total === null || total > 0) {
    const lastPage = total === null ? null : lastPageOf(view, total);
    const target = lastPage ?? 1;
    const last = withPage(view, target);
    return (
      <InsteadOfList
        text={t.noSuchPage({
          page: format.count(view.page),
          lastPage: lastPage === null ? 'unknown' : format.count(lastPage),
        })}
      >
        <a
          className={styles.link}
          href={hrefOf(last)}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            show(last);
          }}
        >
          {t.goToPage({ page: format.count(target) })}
        </a>
      </InsteadOfList>
    );
  }
  if (view.filter === null && view.search === '') {
    return <InsteadOfList text={t.nothingThere} />;
  }
  return (
    <InsteadOfList heading={heading} text={advice}>
      <Button onClick={() => show(withSearch(withFilter(view, null), ''))}>{everything}</Button>
    </InsteadOfList>
  );
}
