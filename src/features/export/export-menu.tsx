import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio } from '@fluentui/react-menu';
import { printFilter } from '#partner-center/filter/print.ts';
import { unfinished } from '#query/busy.ts';
import type { Exported } from '#query/exported.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import { useView } from '#view/use-view.ts';
import type { ExportState } from './export.tsx';
import { takeAway, type TakingAway } from './take-away.ts';
import { texts } from './texts.ts';
import { SEPARATORS, useSeparator } from './use-separator.ts';

/**
 * The formats in which the listed rows can be exported.
 *
 * @param exported null while it is not known what can be exported
 * @param viewName what the page calls the view
 */
export function ExportMenu({
  exported,
  viewName,
  onState,
  ...menu
}: OpenMenu & {
  readonly exported: Exported | null;
  readonly viewName: string;
  readonly onState: (state: ExportState) => void;
}) {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const [separator, chooseSeparator] = useSeparator();

  function take(as: TakingAway['format']): void {
    if (exported === null) return;
    const taking: TakingAway = {
      exported,
      view: viewName,
      name: view.view === 'overview' ? '' : `-${view.view}`,
      format: as,
      link: new URL(hrefOf(view), location.href).href,
      filter: printFilter(view.filter),
      onState,
    };
    void unfinished(takeAway(taking, t, format));
  }

  return (
    <OpenedMenu
      {...menu}
      checkedValues={{ separator: [separator] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        const known = SEPARATORS.find((each) => each === chosen);
        if (known !== undefined) chooseSeparator(known);
      }}
    >
      <MenuItem disabled={exported === null} onClick={() => take({ kind: 'csv', separator })}>
        {t.csv}
      </MenuItem>
      <MenuItem disabled={exported === null} onClick={() => take({ kind: 'xlsx' })}>
        {t.excel}
      </MenuItem>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t.separator}</MenuGroupHeader>
        {SEPARATORS.map((value) => (
          <MenuItemRadio key={value} name="separator" value={value} persistOnClick>
            {t.separators[value]}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </OpenedMenu>
  );
}
