import { Button } from '#ui/button.tsx';
import { BookmarkAddRegular, BookmarkMultipleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { createPart, prefetch } from '#query/part.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { nowOpening } from '#ui/last-opened.ts';
import { buttonTexts } from './button-texts.ts';

// The code behind the buttons is needed in few visits.
const dialog = createPart(() => import('./saved-views-dialog.tsx'));
const prefetchDialog = (): void => prefetch(dialog);

/** The buttons that open the saved views, and that save this one. */
export function SavedViewsButtons() {
  const t = useTexts(buttonTexts);
  // The button that has opened the dialog; null where it is closed.
  const [opened, setOpened] = useState<'list' | 'save' | null>(null);
  const open = (why: 'list' | 'save') => () => {
    prefetchDialog();
    nowOpening(() => setOpened(null));
    setOpened(why);
  };
  const near = { onPointerEnter: prefetchDialog, onFocus: prefetchDialog };
  return (
    <>
      <Button
        {...near}
        appearance="subtle"
        icon={<BookmarkMultipleRegular />}
        aria-label={t.savedViews}
        title={t.savedViews}
        onClick={open('list')}
      />
      <Button
        {...near}
        appearance="subtle"
        icon={<BookmarkAddRegular />}
        aria-label={t.saveThis}
        title={t.saveThis}
        onClick={open('save')}
      />
      {opened !== null && (
        <FetchedPart part={dialog}>
          {({ SavedViewsDialog }) => (
            <SavedViewsDialog isToSave={opened === 'save'} onClose={() => setOpened(null)} />
          )}
        </FetchedPart>
      )}
    </>
  );
}
