import { Button } from '@fluentui/react-button';
import { Dropdown, Option } from '@fluentui/react-combobox';
import { ArrowSortRegular } from '@fluentui/react-icons';
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-menu';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { fieldNamed, type Field } from '#partner-center/fields.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { withGroupby } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { swapped } from './swapped.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    // The same width with and without the button, so that nothing moves under the pointer.
    width: '260px',
    maxWidth: '100%',
    '@media (max-width: 640px)': { width: '100%' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: 'flex' },
  dropdown: { minWidth: 0, flexGrow: 1 },
  listbox: { minWidth: '220px' },
  face: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { flexGrow: 1 },
  place: {
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
});

/** Chooses the fields that rows are summed by. The order of choosing is their order. */
export function GroupBy() {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const id = useId();
  const { view, show } = useView();
  const { groupby } = view;
  const group = (fields: readonly Field[]) => show(withGroupby(view, fields));
  const face = groupby.length === 0 ? t.ungrouped : t.inOrder(groupby.map((field) => names[field]));
  // In the order in which the rows of the page have them.
  const fields = Object.keys(names).flatMap((name) => fieldNamed(name) ?? []);
  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {t.groupBy}
      </label>
      <div className={styles.line}>
        <Dropdown
          id={id}
          className={styles.dropdown}
          multiselect
          // Within the page's landmarks and next to its combobox, for who hears the page.
          inlinePopup
          value={face}
          button={{
            children: (
              <span className={styles.face} title={face}>
                {face}
              </span>
            ),
          }}
          selectedOptions={[...groupby]}
          onOptionSelect={(_, { selectedOptions }) =>
            group(selectedOptions.flatMap((name) => fieldNamed(name) ?? []))
          }
          // Fluent makes a menu of checkboxes of several options; what may stand in a combobox is a listbox.
          listbox={{ className: styles.listbox, role: 'listbox', 'aria-multiselectable': true }}
        >
          {fields.map((field) => {
            const place = groupby.indexOf(field);
            return (
              <Option
                key={field}
                value={field}
                text={names[field]}
                role="option"
                aria-selected={place !== -1}
                aria-checked={undefined}
              >
                <span className={styles.name}>{names[field]}</span>
                {/* The combobox says the order. */}
                {place !== -1 && (
                  <span aria-hidden className={styles.place}>
                    {format.count(place + 1)}
                  </span>
                )}
              </Option>
            );
          })}
        </Dropdown>
        {groupby.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                icon={<ArrowSortRegular />}
                aria-label={t.changeGrouping}
                title={t.changeGrouping}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {/* Every order can be reached by moving one field past its neighbour. */}
                {groupby.flatMap((field, index) => {
                  const earlier = groupby[index - 1];
                  return earlier === undefined ? (
                    []
                  ) : (
                    <MenuItem key={field} persistOnClick onClick={() => group(swapped(groupby, index - 1))}>
                      {t.moveBefore(names[field], names[earlier])}
                    </MenuItem>
                  );
                })}
                {groupby.length > 1 && <MenuDivider />}
                <MenuItem
                  onClick={() => {
                    group([]);
                    // The button that opened the menu goes with the grouping.
                    document.getElementById(id)?.focus();
                  }}
                >
                  {t.ungrouped}
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
    </div>
  );
}
