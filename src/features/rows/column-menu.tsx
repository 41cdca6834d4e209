import { Button } from '@fluentui/react-button';
import { ColumnTripleRegular } from '@fluentui/react-icons';
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-menu';
import { fieldTexts } from '#ui/field-texts.ts';
import { useTexts } from '#ui/language.ts';
import { DEFAULT_LAYOUT, type ColumnLayout, type LaidOutColumn } from './column-layout.ts';
import { texts } from './texts.ts';

type ColumnMenuProps = {
  readonly columns: readonly LaidOutColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

/** Which columns are shown, and the way back to how they were. */
export function ColumnMenu({ columns, layout, onLayout }: ColumnMenuProps) {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const shown = columns.filter(({ isHidden }) => !isHidden).map(({ id }) => id);
  return (
    <Menu
      checkedValues={{ shown: [...shown] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onLayout({
          ...layout,
          hidden: columns.map(({ id }) => id).filter((id) => !checkedItems.includes(id)),
        })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnTripleRegular />}>
          {t.columns}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map(({ id }) => (
            <MenuItemCheckbox
              key={id}
              name="shown"
              value={id}
              // Without a column there would be no header left to ask for another.
              disabled={shown.length === 1 && shown[0] === id}
            >
              {names[id]}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => onLayout(DEFAULT_LAYOUT)}>{t.resetColumns}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
