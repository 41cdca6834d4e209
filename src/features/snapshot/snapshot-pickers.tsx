import { ComparePicker } from './compare-picker.tsx';
import { SnapshotPicker } from './snapshot-picker.tsx';

/** Which snapshot is shown, and which one it is compared with where the view compares. */
export function SnapshotPickers({ isComparing }: { readonly isComparing: boolean }) {
  return (
    <>
      <SnapshotPicker />
      {isComparing && <ComparePicker />}
    </>
  );
}
