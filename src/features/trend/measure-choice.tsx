import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { createPart } from '#query/part.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useTexts } from '#ui/catalogue.ts';
import { loadSelect, SelectButton } from '#ui/select-button.tsx';
import { withMeasure } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { MEASURES, type Measure } from '#view/view.ts';
import { texts } from './texts.ts';

const selectPart = createPart(loadSelect);

/** Not split, sold and deployed are drawn together, whichever of the two the view names. */
const OF_ALL = MEASURES.filter((measure) => measure !== 'licensesDeployed');

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '0.375rem',
    minInlineSize: 0,
    gridColumn: '1 / -1',
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, flexShrink: 0 },
  select: { display: 'flex', flexGrow: 1, inlineSize: '13rem', minInlineSize: 0 },
});

/** Which figure the lines are of. */
export function MeasureChoice() {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const { view, show } = useView();
  const id = useId();
  const isSplit = view.groupby.length > 0;
  const drawn = isSplit ? MEASURES : OF_ALL;
  const chosen = drawn.find((measure) => measure === view.measure) ?? 'licensesSold';
  const nameOf = (measure: Measure): string =>
    measure === 'licensesSold' && !isSplit ? t.soldAndDeployed : names[measure];
  return (
    <span data-screen className={styles.root}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {t.measure}
      </label>
      <span className={styles.select}>
        <SelectButton
          part={selectPart}
          id={id}
          size="small"
          face={nameOf(chosen)}
          options={drawn.map((measure) => ({ value: measure, name: nameOf(measure) }))}
          chosen={[chosen]}
          onPick={(measure) => show(withMeasure(view, measure))}
        />
      </span>
    </span>
  );
}
