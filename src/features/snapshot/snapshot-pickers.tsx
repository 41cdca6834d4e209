import { ComparePicker } from './compare-picker.tsx';
import { SnapshotPicker } from './snapshot-picker.tsx';

/** Which snapshot is shown, and which one it is compared with. */
export function SnapshotPickers() {
  return (
    <>
      <SnapshotPicker />
      <ComparePicker />
    </>
  );
}
