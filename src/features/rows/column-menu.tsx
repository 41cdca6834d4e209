import { ColumnTripleRegular } from '@fluentui/react-icons';
import { makeStyles } from '@griffel/react';
import { createPart } from '#query/part.ts';
import { useTexts } from '#ui/catalogue.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import type { ColumnLayout, LaidOutColumn } from './column-layout.ts';
import type { Headers } from './columns.ts';
import { texts } from './texts.ts';

const menu = createPart(() => import('./opened-column-menu.tsx'));

const useStyles = makeStyles({
  // The text stands before the button, so that the button stays in its place.
  root: { display: 'flex', flexDirection: 'row-reverse', alignItems: 'center', columnGap: '0.5rem' },
});

export type ColumnMenuProps = {
  readonly columns: readonly LaidOutColumn[];
  readonly headers: Headers;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

/** Chooses which columns are shown, and restores the default. */
export function ColumnMenu(props: ColumnMenuProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <div className={styles.root}>
      <MenuButton label={t.columns} icon={<ColumnTripleRegular />} part={menu}>
        {({ OpenedColumnMenu }, opened) => <OpenedColumnMenu {...opened} {...props} />}
      </MenuButton>
    </div>
  );
}
