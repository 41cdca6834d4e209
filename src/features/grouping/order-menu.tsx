import { MenuDivider, MenuItem } from '@fluentui/react-menu';
import { useRef } from 'react';
import type { Field } from '#partner-center/fields.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useTexts } from '#ui/language.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import { swapped } from './swapped.ts';
import { texts } from './texts.ts';

/** Changes the order of the grouped fields, or gives the grouping up. */
export function OrderMenu({
  groupby,
  onGroup,
  ...menu
}: OpenMenu & {
  readonly groupby: readonly Field[];
  /** `opening` is the same object as long as the menu stays open. */
  readonly onGroup: (fields: readonly Field[], opening: object) => void;
}) {
  const opening = useRef({});
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const moveBack = (index: number) => onGroup(swapped(groupby, index - 1), opening.current);
  return (
    <OpenedMenu {...menu}>
      {/* Every order can be reached by moving one field past its neighbour. */}
      {groupby.flatMap((field, index) => {
        const earlier = groupby[index - 1];
        return earlier === undefined ? (
          []
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the item that was chosen stays, and the focus on it
          <MenuItem key={index} persistOnClick onClick={() => moveBack(index)}>
            {t.moveBefore(names[field], names[earlier])}
          </MenuItem>
        );
      })}
      {groupby.length > 1 && <MenuDivider />}
      <MenuItem onClick={() => onGroup([], opening.current)}>{t.ungrouped}</MenuItem>
    </OpenedMenu>
  );
}
