import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { prefetch } from '#query/part.ts';
import { isPlainClick } from '#ui/is-plain-click.ts';
import { useTexts } from '#ui/catalogue.ts';
import { withViewName } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';
import { PARTS, shownView, VIEWS } from './views.ts';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    columnGap: '0.25rem',
    alignSelf: 'stretch',
    marginInline: '1rem auto',
    // It is below the name and the account, and scrolls where there is not enough room.
    '@media (max-width: 40em)': { order: 1, flexBasis: '100%', marginInline: '-0.5rem', overflowX: 'auto' },
  },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    paddingInline: '0.625rem',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 40em)': { minHeight: '2.25rem' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '0.625rem',
      insetBlockEnd: 0,
      borderBlockEndWidth: '3px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorCompoundBrandStroke,
    },
  },
});

/** The links to the page's other views, which keep the filter, the search and the snapshot. */
export function ViewsNav() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show, hrefOf } = useView();
  const current = shownView(view);
  return (
    <nav aria-label={t.views} className={styles.nav}>
      {VIEWS.map((name) => {
        const next = withViewName(view, name);
        const fetchParts = () => PARTS[name].forEach(prefetch);
        return (
          <a
            key={name}
            className={mergeClasses(styles.link, name === current && styles.current)}
            href={hrefOf(next)}
            aria-current={name === current ? 'page' : undefined}
            onPointerEnter={fetchParts}
            onFocus={fetchParts}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              show(next);
            }}
          >
            {t.viewNames[name]}
          </a>
        );
      })}
    </nav>
  );
}
