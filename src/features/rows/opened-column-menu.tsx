import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-menu';
import { aboutTexts } from '#ui/about-texts.ts';
import { useTexts } from '#ui/catalogue.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import { useExplain } from '#view/use-explain.ts';
import { DEFAULT_LAYOUT, showing } from './column-layout.ts';
import type { ColumnMenuProps } from './column-menu.tsx';
import { texts } from './texts.ts';

/** Shows and hides columns, or restores the default. */
export function OpenedColumnMenu({
  columns,
  headers,
  layout,
  onLayout,
  ...menu
}: ColumnMenuProps & OpenMenu) {
  const t = useTexts(texts);
  const about = useTexts(aboutTexts);
  const explain = useExplain();
  const shown = columns.filter(({ isHidden }) => !isHidden).map(({ id }) => id);
  const isPinned = columns.some((column) => column.isPinned);
  return (
    <OpenedMenu
      {...menu}
      checkedValues={{ shown: [...shown], pinned: isPinned ? ['first'] : [] }}
      onCheckedValueChange={(_, { name, checkedItems }) =>
        onLayout(
          name === 'pinned'
            ? { ...layout, isFirstPinned: checkedItems.length > 0 }
            : showing(
                layout,
                columns,
                columns.map(({ id }) => id).filter((id) => checkedItems.includes(id)),
              ),
        )
      }
    >
      {columns.map(({ id }) => (
        <MenuItemCheckbox
          key={id}
          name="shown"
          value={id}
          // Without any column there would be no header.
          disabled={shown.length === 1 && shown[0] === id}
        >
          {headers[id]}
        </MenuItemCheckbox>
      ))}
      <MenuDivider />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuItem>{t.aboutColumn}</MenuItem>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {shown.map((id) => (
              <MenuItem
                key={id}
                onClick={() => {
                  // The element that has the focus when a dialog opens gets it again when the dialog closes.
                  menu.button.focus();
                  menu.onClose();
                  explain(id);
                }}
              >
                {about.about({ name: headers[id] })}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <MenuItemCheckbox name="pinned" value="first">
        {t.pinFirst}
      </MenuItemCheckbox>
      <MenuItem onClick={() => onLayout(DEFAULT_LAYOUT)}>{t.resetColumns}</MenuItem>
    </OpenedMenu>
  );
}
