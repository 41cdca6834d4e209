import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId } from 'react';
import { useTexts } from '#ui/catalogue.ts';
import { withOpportunity } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { OPPORTUNITIES } from '#view/view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    padding: '2px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    minBlockSize: '1.625rem',
    paddingInline: '0.75rem',
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  // The radio button is invisible and lies over its label, where it is pressed.
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
});

/** Which of the two questions the view answers. */
export function OpportunityChoice() {
  const styles = useStyles();
  const t = useTexts(texts);
  const name = useId();
  const { view, show } = useView();
  return (
    <div role="radiogroup" aria-label={t.opportunity} className={styles.root}>
      {OPPORTUNITIES.map((opportunity) => {
        const isChosen = opportunity === view.opportunity;
        return (
          <label key={opportunity} className={mergeClasses(styles.option, isChosen && styles.chosen)}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={isChosen}
              onChange={() => show(withOpportunity(view, opportunity))}
            />
            {t.opportunities[opportunity]}
          </label>
        );
      })}
    </div>
  );
}
