import { MenuDivider, MenuItem } from '@fluentui/react-menu';
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
  readonly onGroup: (fields: readonly Field[]) => void;
}) {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  return (
    <OpenedMenu {...menu}>
      {/* Every order can be reached by moving one field past its neighbour. */}
      {groupby.flatMap((field, index) => {
        const earlier = groupby[index - 1];
        return earlier === undefined ? (
          []
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the item that was chosen stays, and the focus on it
          <MenuItem key={index} persistOnClick onClick={() => onGroup(swapped(groupby, index - 1))}>
            {t.moveBefore(names[field], names[earlier])}
          </MenuItem>
        );
      })}
      {groupby.length > 1 && <MenuDivider />}
      <MenuItem onClick={() => onGroup([])}>{t.ungrouped}</MenuItem>
    </OpenedMenu>
  );
}
