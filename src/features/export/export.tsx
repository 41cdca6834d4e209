import { Button } from '#ui/button.tsx';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { makeStyles } from '@griffel/react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '#ui/catalogue.ts';
import type { Part } from '#query/part.ts';
import { MenuButton, type OpenMenu } from '#ui/menu-button.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { SaidBelow } from '#ui/said-below.tsx';
import { useIsPhone } from '#ui/use-is-phone.ts';
import { buttonTexts } from './button-texts.ts';

const useStyles = makeStyles({
  progress: { inlineSize: '6rem' },
});

/** The progress of an export. */
export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'writing'; readonly rows: number; readonly total: number; readonly stop: () => void }
  | { readonly status: 'done'; readonly rows: number }
  | { readonly status: 'failed'; readonly message: string };

/** The menu of formats, for the rows that the view lists. */
export type ExportMenuOfView = (
  menu: OpenMenu & { readonly onState: (state: ExportState) => void },
) => ReactNode;

/**
 * Exports all that the view lists, as a file.
 *
 * @param menu is fetched when the button is pressed
 */
export function Export({ menu }: { readonly menu: Part<{ readonly ExportMenuOfView: ExportMenuOfView }> }) {
  const styles = useStyles();
  const t = useTexts(buttonTexts);
  const isPhone = useIsPhone();
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const said = (): string => {
    switch (state.status) {
      case 'done':
        return t.done({ rows: state.rows });
      case 'failed':
        return state.message;
      default:
        return '';
    }
  };
  return (
    <SaidBelow said={said()}>
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
      <MenuButton
        label={t.export}
        {...(isPhone && { title: t.export })}
        icon={<ArrowDownloadRegular />}
        part={menu}
      >
        {({ ExportMenuOfView: Menu }, opened) => <Menu {...opened} onState={setState} />}
      </MenuButton>
    </SaidBelow>
  );
}
