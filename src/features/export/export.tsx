import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import { createPart } from '#query/part.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { texts } from './texts.ts';

const menu = createPart(() => import('./export-menu.tsx'));

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex', alignItems: 'center', gap: '0.5rem' },
  // In the gap below, so that the button stays where it was pressed.
  status: {
    position: 'absolute',
    insetBlockStart: '100%',
    insetInlineEnd: 0,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1rem',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 40em)': { position: 'static', whiteSpace: 'normal' },
  },
  progress: { inlineSize: '6rem' },
});

/** How far taking rows away is. */
export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'writing'; readonly rows: number; readonly total: number; readonly stop: () => void }
  | { readonly status: 'done'; readonly rows: number }
  | { readonly status: 'failed'; readonly message: string };

/** Takes all rows of the view away, as a file. */
export function Export() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const said = (): string => {
    switch (state.status) {
      case 'done':
        return t.done(format.count(state.rows));
      case 'failed':
        return state.message;
      default:
        return '';
    }
  };
  return (
    <span className={styles.root}>
      {/* Spoken, but no status: that role belongs to the rows and how far they are. */}
      <span aria-live="polite" className={styles.status}>
        {said()}
      </span>
      {state.status === 'writing' && (
        <>
          <ProgressBar
            className={styles.progress}
            label={t.writing}
            progress={{ value: state.rows, max: state.total }}
          />
          <Button size="small" onClick={state.stop}>
            {t.stop}
          </Button>
        </>
      )}
      <MenuButton label={t.export} icon={<ArrowDownloadRegular />} part={menu}>
        {({ ExportMenu }, opened) => <ExportMenu {...opened} onState={setState} />}
      </MenuButton>
    </span>
  );
}
