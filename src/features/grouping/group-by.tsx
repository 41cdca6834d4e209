import { ArrowSortRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { createPart } from '#query/part.ts';
import { useGroupingNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { focusGroup } from '#ui/keep-focus.ts';
import { useTexts } from '#ui/catalogue.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import { loadSelect, SelectButton } from '#ui/select-button.tsx';
import { fieldsOf, groupingsOf, GROUPINGS, toggled, type Grouping } from '#view/grouping.ts';
import { withGroupby } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { effectiveGroupby } from '#view/view.ts';
import { texts } from './texts.ts';

const selectPart = createPart(loadSelect);
const orderMenu = createPart(() => import('./order-menu.tsx'));

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    // The width is the same with and without the button, so that nothing moves under the pointer.
    width: '16.25rem',
    maxWidth: '100%',
    '@media (max-width: 40em)': { width: '100%' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: 'flex' },
  failed: {
    // It is below the controls, so that nothing moves when it comes and goes.
    position: 'absolute',
    zIndex: 2,
    insetBlockStart: '100%',
    insetInlineEnd: 0,
  },
});

/** Chooses the fields that rows are summed by. They are in the order in which they were chosen. */
export function GroupBy() {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useGroupingNames();
  const format = useFormat();
  const id = useId();
  const { view, show } = useView();
  const isList = view.view === 'opportunities';
  const groupings = groupingsOf(isList ? effectiveGroupby(view) : view.groupby);
  const usual = effectiveGroupby({ ...view, groupby: [] });
  const group = (next: readonly Grouping[], act: object) => {
    const fields = fieldsOf(next);
    // The usual grouping of a list is not written in the address.
    const isUsual = isList && fields.join(',') === usual.join(',');
    show(withGroupby(view, isUsual ? [] : fields), { act });
  };
  const inOrder = groupings
    .map((one) => names[one])
    .reduce((earlier, next) => (earlier === '' ? next : t.thenBy({ earlier, next })), '');
  const options = GROUPINGS.map((grouping) => {
    const place = groupings.indexOf(grouping);
    // The combobox already says the order.
    const aside = place === -1 ? undefined : <span aria-hidden>{format.count(place + 1)}</span>;
    return { value: grouping, name: names[grouping], aside };
  });
  return (
    <div className={styles.root}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {t.groupBy}
      </label>
      <div {...focusGroup} className={styles.line}>
        <SelectButton
          part={selectPart}
          id={id}
          isMultiple
          face={groupings.length === 0 ? t.ungrouped : inOrder}
          options={options}
          chosen={groupings}
          onPick={(grouping, opening) => group(toggled(groupings, grouping), opening)}
        />
        {groupings.length > 0 && (
          <MenuButton
            label={t.changeGrouping}
            title={t.changeGrouping}
            icon={<ArrowSortRegular />}
            part={orderMenu}
            failedClass={styles.failed}
          >
            {({ OrderMenu }, menu) => (
              <OrderMenu
                {...menu}
                groupings={groupings}
                none={isList ? t.usual : t.ungrouped}
                onGroup={group}
              />
            )}
          </MenuButton>
        )}
      </div>
    </div>
  );
}
