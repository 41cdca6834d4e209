import { Button } from '#ui/button.tsx';
import { KeyCommandRegular, PersonCircleRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { memo } from 'react';
import type { OpenedCommands } from '#features/commands/commands.tsx';
import { createPart } from '#query/part.ts';
import { CONTROL } from '#ui/control-key.ts';
import { useTexts } from '#ui/catalogue.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import { Logo } from './logo.tsx';
import { useSession } from './session.ts';
import { texts } from './texts.ts';
import type { ThemeChoice } from './theme.ts';
import { ViewsNav } from './views-nav.tsx';

const menu = createPart(() => import('./account-menu.tsx'));

const useStyles = makeStyles({
  header: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '0.625rem',
    minHeight: '3rem',
    paddingInline: '1.5rem',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media (max-width: 40em)': { flexWrap: 'wrap', rowGap: 0, paddingInline: '1rem' },
  },
  name: {
    fontWeight: 600,
    fontSize: tokens.fontSizeBase400,
    '@media (max-width: 40em)': { marginInlineEnd: 'auto', lineHeight: '3rem' },
  },
  failed: { position: 'absolute', insetBlockStart: '100%', insetInlineEnd: '1.5rem', zIndex: 2 },
});

/**
 * The header of the page: the partner's name, the navigation of the views, and the person's menu. A change of the view
 * draws only the navigation again.
 */
export const Header = memo(function Header({
  theme,
  onTheme,
  onCommands,
}: {
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
  /** The function has to be stable. */
  readonly onCommands: (opened: OpenedCommands) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { account } = useSession();
  return (
    <header className={styles.header}>
      <Logo />
      <span className={styles.name}>{t.productName}</span>
      <ViewsNav />
      <Button
        appearance="subtle"
        icon={<KeyCommandRegular />}
        aria-label={t.commands}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={t.commandsKey({ control: CONTROL })}
        onClick={() => onCommands('commands')}
      />
      <MenuButton
        label={t.account}
        title={account === null ? t.account : t.signedInAs({ username: account.username })}
        icon={<PersonCircleRegular />}
        part={menu}
        failedClass={styles.failed}
      >
        {({ AccountMenu }, opened) => (
          <AccountMenu {...opened} theme={theme} onTheme={onTheme} onCommands={onCommands} />
        )}
      </MenuButton>
    </header>
  );
});
