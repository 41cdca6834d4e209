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
import { demoTexts } from './demo-texts.ts';
import { Logo } from './logo.tsx';
import { useSession } from './session.ts';
import { texts } from './texts.ts';
import type { ThemeChoice } from './theme.ts';
import { ViewsNav } from './views-nav.tsx';
import { useMatches } from '#ui/use-matches.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { nextHint } from '#features/hints/dismissed.ts';
import { WIDEST } from './widest.ts';

const menu = createPart(() => import('./account-menu.tsx'));
const hints = createPart(() => import('#features/hints/hints.tsx'));

// There is room for a hint beside the navigation, in any language.
const HAS_ROOM = '(min-width: 75em)';

const useStyles = makeStyles({
  header: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '0.625rem',
    minHeight: '3rem',
    // Its edges are those of the content below.
    paddingInline: `max(1.5rem, calc((100% - ${WIDEST}) / 2 + 1.5rem))`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media (max-width: 40em)': { flexWrap: 'wrap', rowGap: 0, paddingInline: '1rem' },
  },
  name: {
    fontWeight: 600,
    fontSize: tokens.fontSizeBase400,
    '@media (max-width: 40em)': { lineHeight: '3rem' },
    '@media (max-width: 24em)': { lineHeight: '1.75rem' },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.75rem',
    flexShrink: 0,
    // What there is no room for beside the name stands below it.
    '@media (max-width: 40em)': {
      flexGrow: 1,
      flexShrink: 1,
      flexBasis: '6rem',
      flexWrap: 'wrap',
      minWidth: 0,
    },
  },
  demo: {
    paddingInline: '0.5rem',
    border: `1px solid ${tokens.colorPaletteYellowBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
  failed: { position: 'absolute', insetBlockStart: '100%', insetInlineEnd: '1.5rem', zIndex: 2 },
});

/**
 * The header of the page: the partner's name, the navigation of the views, and the person's menu. A change of the view
 * draws only the navigation again.
 */
export const Header = memo(function Header({
  isDemo,
  theme,
  onTheme,
  onCommands,
}: {
  /** Customers and figures are made up. */
  readonly isDemo: boolean;
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
  /** The function has to be stable. */
  readonly onCommands: (opened: OpenedCommands) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const demo = useTexts(demoTexts);
  const { account } = useSession();
  const hasRoom = useMatches(HAS_ROOM);
  return (
    <header className={styles.header}>
      <Logo />
      <div className={styles.brand}>
        <span className={styles.name}>{t.productName}</span>
        {isDemo && (
          <span title={demo.explained} className={styles.demo}>
            {demo.demo}
          </span>
        )}
      </div>
      <ViewsNav />
      {hasRoom && nextHint() !== null && (
        <FetchedPart part={hints} isToldElsewhere>
          {({ Hints }) => <Hints />}
        </FetchedPart>
      )}
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
