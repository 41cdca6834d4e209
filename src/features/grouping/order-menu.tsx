import { MenuDivider, MenuItem } from '@fluentui/react-menu';
import { useRef } from 'react';
import { useGroupingNames } from '#ui/field-names.ts';
import { useTexts } from '#ui/catalogue.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import type { Grouping } from '#view/grouping.ts';
import { swapped } from './swapped.ts';
import { texts } from './texts.ts';

/** Changes the order of the grouped fields, or removes the grouping. */
export function OrderMenu({
  groupings,
  none,
  onGroup,
  ...menu
}: OpenMenu & {
  readonly groupings: readonly Grouping[];
  /** The name of the view without a grouping. */
  readonly none: string;
  /** `opening` is the same object as long as the menu stays open. */
  readonly onGroup: (groupings: readonly Grouping[], opening: object) => void;
}) {
  const opening = useRef({});
  const t = useTexts(texts);
  const names = useGroupingNames();
  const moveBack = (index: number) => onGroup(swapped(groupings, index - 1), opening.current);
  return (
    <OpenedMenu {...menu}>
      {/* Every order can be reached by moving a field past its neighbour. */}
      {groupings.flatMap((grouping, index) => {
        const earlier = groupings[index - 1];
        return earlier === undefined ? (
          []
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the item that was chosen stays, and the focus on it
          <MenuItem key={index} persistOnClick onClick={() => moveBack(index)}>
            {t.moveBefore({ name: names[grouping], earlier: names[earlier] })}
          </MenuItem>
        );
      })}
      {groupings.length > 1 && <MenuDivider />}
      <MenuItem onClick={() => onGroup([], opening.current)}>{none}</MenuItem>
    </OpenedMenu>
  );
}
