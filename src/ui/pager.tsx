import { Button } from './button.tsx';
import {
  ChevronDoubleLeftRegular,
  ChevronDoubleRightRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
} from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId, type ReactElement } from 'react';
import { useFormat } from './format.ts';
import { useTexts } from './catalogue.ts';
import { mirroredLook } from './mirrored-look.ts';
import { texts } from './pager-texts.ts';
import { pageSizesWith, pagingOf, type Paging } from './paging.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '1rem',
    rowGap: '0.5rem',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  size: { display: 'flex', alignItems: 'center', columnGap: '0.5rem' },
  // This is the browser's own list: a few numbers need no other.
  select: {
    boxSizing: 'border-box',
    blockSize: '1.5rem',
    margin: 0,
    paddingInline: '0.375rem 2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '-1px',
      outlineColor: tokens.colorCompoundBrandStroke,
    },
  },
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: '0.25rem',
  },
  icon: mirroredLook,
  range: {
    boxSizing: 'border-box',
    minInlineSize: 'min(11rem, 36vw)',
    paddingInline: '0.5rem',
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
  },
});

const ICONS = {
  first: ChevronDoubleLeftRegular,
  previous: ChevronLeftRegular,
  next: ChevronRightRegular,
  last: ChevronDoubleRightRegular,
} as const;

type PagerProps = {
  /** The number of the page, 1-based. */
  readonly page: number;
  readonly pageSize: number;
  /** The usual sizes of a page. */
  readonly pageSizes: readonly number[];
  /** null while it is not known. */
  readonly total: number | null;
  /** Where it is false, there are more than `total` rows. */
  readonly isEndKnown: boolean;
  readonly onPage: (page: number) => void;
  readonly onPageSize: (pageSize: number) => void;
};

/** The place of this page among the rows, and the buttons to the others. */
export function Pager({
  page,
  pageSize,
  pageSizes,
  total,
  isEndKnown,
  onPage,
  onPageSize,
}: PagerProps): ReactElement {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const sizeId = useId();
  const { rows, targets } = pagingOf({ page, pageSize }, total, isEndKnown);

  const range = (of: string): string => {
    if (rows !== null) {
      const [first, last] = [format.count(rows.first), format.count(rows.last)];
      return t.range({ first, last, total: of, known: isEndKnown ? 'yes' : 'no' });
    }
    return isEndKnown ? t.noRange({ none: format.count(0), total: of }) : t.noRows;
  };

  const turn = (to: keyof Paging['targets']): ReactElement => {
    const target = targets[to];
    const Icon = ICONS[to];
    return (
      <Button
        appearance="subtle"
        icon={<Icon className={styles.icon} />}
        aria-label={t.turnTo[to]}
        title={t.turnTo[to]}
        // The button stays focusable: a person who turned to the last page by keyboard stays on it.
        disabledFocusable={target === null}
        onClick={() => {
          if (target !== null) onPage(target);
        }}
      />
    );
  };

  return (
    <div className={styles.root}>
      <div className={styles.size}>
        <label htmlFor={sizeId}>{t.rowsPerPage}</label>
        <select
          id={sizeId}
          className={styles.select}
          value={pageSize}
          onChange={({ target }) => onPageSize(Number(target.value))}
        >
          {pageSizesWith(pageSizes, pageSize).map((size) => (
            <option key={size} value={size}>
              {format.count(size)}
            </option>
          ))}
        </select>
      </div>
      <nav aria-label={t.pages} className={styles.pages}>
        {turn('first')}
        {turn('previous')}
        <span aria-live="polite" className={styles.range}>
          {total !== null && range(format.count(total))}
        </span>
        {turn('next')}
        {turn('last')}
      </nav>
    </div>
  );
}
