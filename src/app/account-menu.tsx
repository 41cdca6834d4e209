import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio } from '@fluentui/react-menu';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { OpenedCommands } from '#features/commands/commands.tsx';
import { useSecondFactorDue } from '#query/second-factor.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { accountMenuTexts } from './account-menu-texts.ts';
import { LanguageMenu } from './language-menu.tsx';
import { useSession } from './session.ts';
import { THEME_CHOICES, type ThemeChoice } from './theme.ts';

const useStyles = makeStyles({
  // By default, the header of a group is only one line high.
  person: { display: 'block', height: 'auto', paddingBlock: '0.375rem', overflowWrap: 'anywhere' },
  name: { display: 'block' },
  note: {
    display: 'block',
    maxWidth: '32ch',
    marginBlockStart: '0.25rem',
    fontWeight: 400,
    color: tokens.colorNeutralForeground2,
  },
});

/** The menu for the person: who they are, the theme, signing out. */
export function AccountMenu({
  theme,
  onTheme,
  onCommands,
  ...menu
}: OpenMenu & {
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
  readonly onCommands: (opened: OpenedCommands) => void;
}) {
  const styles = useStyles();
  const t = useTexts(accountMenuTexts);
  const { account, signOut } = useSession();
  const isSecondFactorDue = useSecondFactorDue();
  return (
    <OpenedMenu
      {...menu}
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = THEME_CHOICES.find((choice) => choice === checkedItems[0]);
        if (chosen !== undefined) onTheme(chosen);
      }}
    >
      <MenuGroup>
        <MenuGroupHeader className={styles.person}>
          <bdi className={styles.name}>{account?.name}</bdi>
          {account !== null && account.username !== account.name && (
            <bdi className={styles.name}>{account.username}</bdi>
          )}
          {isSecondFactorDue && <span className={styles.note}>{t.secondFactorDue}</span>}
        </MenuGroupHeader>
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t.theme}</MenuGroupHeader>
        {THEME_CHOICES.map((choice) => (
          <MenuItemRadio key={choice} name="theme" value={choice}>
            {t.themes[choice]}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
      <LanguageMenu />
      {(['commands', 'shortcuts', 'help', 'about'] as const).map((dialog) => (
        <MenuItem
          key={dialog}
          onClick={() => {
            // The element that has the focus when a dialog opens gets it again when the dialog closes.
            menu.button.focus();
            menu.onClose();
            onCommands(dialog);
          }}
        >
          {t.dialogs[dialog]}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={() => void signOut()}>{t.signOut}</MenuItem>
    </OpenedMenu>
  );
}
