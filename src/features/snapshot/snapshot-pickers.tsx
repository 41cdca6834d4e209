import { ComparePicker } from './compare-picker.tsx';
import { SnapshotPicker } from './snapshot-picker.tsx';

/** Chooses the snapshot that is shown and, where the view compares, the one that it is compared with. */
export function SnapshotPickers({ isComparing }: { readonly isComparing: boolean }) {
  return (
    <>
      <SnapshotPicker />
      {isComparing && <ComparePicker />}
    </>
  );
}
