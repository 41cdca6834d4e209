import { ColumnTripleRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { unfinished } from '#query/busy.ts';
import { useTexts } from '#ui/language.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import type { ColumnLayout, LaidOutColumn } from './column-layout.ts';
import { texts } from './texts.ts';

const loadMenu = () => unfinished(import('./opened-column-menu.tsx'));

const useStyles = makeStyles({
  // What is said stands before the button, which stays where it is.
  root: { display: 'flex', flexDirection: 'row-reverse', alignItems: 'center', columnGap: '0.5rem' },
  failed: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
});

export type ColumnMenuProps = {
  readonly columns: readonly LaidOutColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

/** Which columns are shown, and the way back to how they were. */
export function ColumnMenu(props: ColumnMenuProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <div className={styles.root}>
      <MenuButton
        label={t.columns}
        icon={<ColumnTripleRegular />}
        load={loadMenu}
        failed={() => (
          <p role="alert" className={styles.failed}>
            {t.menuFailed}
          </p>
        )}
      >
        {({ OpenedColumnMenu }, menu) => <OpenedColumnMenu {...menu} {...props} />}
      </MenuButton>
    </div>
  );
}
