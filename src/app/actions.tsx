import { Export } from '#features/export/export.tsx';
import { SavedViewsButtons } from '#features/saved-views/saved-views.tsx';
import { CopyLink } from '#features/sharing/copy-link.tsx';
import { createPart } from '#query/part.ts';

const exportMenu = createPart(() => import('./export-menu.tsx'));

/** The buttons for the view that is shown: to save it, to copy its link, and to export it. */
export function Actions() {
  return (
    <>
      <SavedViewsButtons />
      <CopyLink />
      <Export menu={exportMenu} />
    </>
  );
}
