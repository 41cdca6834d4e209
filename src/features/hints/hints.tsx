import { DismissRegular, LightbulbRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { CONTROL } from '#ui/control-key.ts';
import { dismissHint, nextHint } from './dismissed.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.375rem',
    minInlineSize: 0,
    maxInlineSize: '40rem',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media print': { display: 'none' },
  },
  icon: { flexShrink: 0, fontSize: '1.25rem', color: tokens.colorBrandForeground1 },
});

/**
 * One hint at a time for a person who is new here. It takes the free room of the header, so that nothing moves when it
 * comes or goes.
 */
export function Hints() {
  const styles = useStyles();
  const t = useTexts(texts);
  const [hint, setHint] = useState(nextHint);
  if (hint === null) return null;
  const said = {
    bars: t.hints.bars({ control: CONTROL }),
    link: t.hints.link,
    commands: t.hints.commands({ control: CONTROL }),
  };
  return (
    <aside aria-label={t.hint} className={styles.root}>
      <LightbulbRegular className={styles.icon} />
      <span>{said[hint]}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.dismiss}
        title={t.dismiss}
        onClick={() => {
          dismissHint(hint);
          setHint(nextHint());
        }}
      />
    </aside>
  );
}
