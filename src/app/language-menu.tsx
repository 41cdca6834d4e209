import { Menu, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-menu';
import { useState } from 'react';
import { LANGUAGES, type Language } from '#ui/language.ts';
import { useTexts } from '#ui/catalogue.ts';
import { accountMenuTexts } from './account-menu-texts.ts';
import { chooseLanguage, prefetchLanguage, useLocalizationInForce } from './localization.ts';

/** Each language is named in itself, for the person who can't read the one that the page is in. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  ja: '日本語',
  ar: 'العربية',
};

/** The item `Language` of the account menu, with a menu of the languages. */
export function LanguageMenu() {
  const t = useTexts(accountMenuTexts);
  const { language } = useLocalizationInForce();
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = LANGUAGES.find((name) => name === checkedItems[0]);
        if (chosen !== undefined) void chooseLanguage(chosen).then((isDone) => setHasFailed(!isDone));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{t.language}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {LANGUAGES.map((name) => (
            <MenuItemRadio
              key={name}
              name="language"
              value={name}
              lang={name}
              onPointerEnter={() => prefetchLanguage(name)}
              onFocus={() => prefetchLanguage(name)}
            >
              {NAMES[name]}
            </MenuItemRadio>
          ))}
          {hasFailed && <div role="alert">{t.languageFailed}</div>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
