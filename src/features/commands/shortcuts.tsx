import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { Dialog, takesFocusFirst } from '#ui/dialog.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { KeyboardKey } from '#ui/keyboard-key.tsx';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';
import { texts } from './texts.ts';
import { useShortcuts } from './use-shortcuts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '1rem' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '1.25rem',
    rowGap: '0.5rem',
    margin: 0,
    '@media (max-width: 24em)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '0.125rem' },
  },
  does: { margin: 0, '@media (max-width: 24em)': { marginBlockEnd: '0.5rem' } },
  choice: { display: 'flex', alignItems: 'start', columnGap: '0.5rem' },
  check: { inlineSize: '1rem', blockSize: '1rem', margin: '2px', accentColor: tokens.colorBrandBackground },
  hint: {
    margin: 0,
    marginBlockStart: '0.25rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  actions: { display: 'flex', justifyContent: 'end' },
});

/** The list of the keys that have a meaning, and the choice whether single characters have one. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const id = useId();
  const areOn = useSingleKeys();
  return (
    <Dialog heading={t.shortcuts} size="small" hasChanges={false} onClose={onClose}>
      <div className={styles.root}>
        <dl className={styles.list}>
          {useShortcuts().map(({ keys, does }) => (
            <Row key={keys} keys={keys} does={does} />
          ))}
        </dl>
        <div>
          <div className={styles.choice}>
            <input
              id={id}
              type="checkbox"
              className={styles.check}
              aria-describedby={`${id}-hint`}
              checked={areOn}
              onChange={({ target }) => setSingleKeys(target.checked)}
            />
            <label htmlFor={id}>{t.singleKeys}</label>
          </div>
          <p id={`${id}-hint`} className={styles.hint}>
            {t.singleKeysHint}
          </p>
        </div>
        <div className={styles.actions}>
          <Button ref={takesFocusFirst} onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Row({ keys, does }: { readonly keys: string; readonly does: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <KeyboardKey keys={keys} />
      </dt>
      <dd className={styles.does}>{does}</dd>
    </>
  );
}
