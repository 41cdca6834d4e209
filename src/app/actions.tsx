import { Export } from '#features/export/export.tsx';
import { SavedViewsButtons } from '#features/saved-views/saved-views.tsx';
import { CopyLink } from '#features/sharing/copy-link.tsx';
import { createPart } from '#query/part.ts';

const exportMenu = createPart(() => import('./export-menu.tsx'));

/** What can be done with the view that is shown: keep it, send it, take it along. */
export function Actions() {
  return (
    <>
      <SavedViewsButtons />
      <CopyLink />
      <Export menu={exportMenu} />
    </>
  );
}
