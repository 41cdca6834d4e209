import { Button } from '@fluentui/react-button';
import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-menu';
import { PersonCircleRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useTexts } from '#ui/language.ts';
import { Logo } from './logo.tsx';
import { useSession } from './session.ts';
import { texts } from './texts.ts';
import { THEME_CHOICES, type ThemeChoice } from './theme.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    height: '48px',
    paddingInline: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    '@media (max-width: 640px)': { paddingInline: '16px' },
  },
  name: { fontWeight: 600, fontSize: tokens.fontSizeBase400, marginInlineEnd: 'auto' },
});

/** The frame's top: whose page this is, and what belongs to the person rather than to the view. */
export function Header({
  theme,
  onTheme,
}: {
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { account, signOut } = useSession();
  return (
    <header className={styles.header}>
      <Logo />
      <span className={styles.name}>{t.productName}</span>
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const chosen = THEME_CHOICES.find((choice) => choice === checkedItems[0]);
          if (chosen !== undefined) onTheme(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<PersonCircleRegular />}
            aria-label={t.account}
            title={account === null ? t.account : t.signedInAs(account.username)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>
                <bdi>{account?.name}</bdi>
                {account !== null && account.username !== account.name && (
                  <>
                    <br />
                    <bdi>{account.username}</bdi>
                  </>
                )}
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
            <MenuItem onClick={() => void signOut()}>{t.signOut}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
