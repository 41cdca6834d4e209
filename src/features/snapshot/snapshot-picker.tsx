import { useId } from 'react';
import { useSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useListbox } from '#ui/use-listbox.ts';
import { withSnapshot } from '#view/transitions.ts';
import { useDraft } from '#view/use-draft.ts';
import { useView } from '#view/use-view.ts';
import { DayField } from './day-field.tsx';
import { earlierDays } from './days.ts';
import { texts } from './texts.ts';

/** Chooses the snapshot that is shown: the latest, an offered earlier day, or any typed day. */
export function SnapshotPicker() {
  const t = useTexts(texts);
  const format = useFormat();
  const id = useId();
  const { view, show } = useView();
  const asked = view.processedDateTime;
  const snapshot = useSnapshot(view);
  const found = snapshot.isPrevious ? undefined : snapshot.data?.date;
  const listbox = useListbox(id);
  const draft = useDraft(asked);

  let inForce = found === undefined ? t.latest : t.latestOf({ date: format.date(found) });
  if (asked !== null) inForce = format.date(asked);

  // The offered days are counted from the latest snapshot, which is asked for only when a person is about to choose.
  const latest = useSnapshot(listbox.list === null ? view : { processedDateTime: null });
  const latestDate = latest.isPrevious ? undefined : latest.data?.date;
  return (
    <DayField
      id={id}
      listbox={listbox}
      draft={draft}
      label={t.snapshot}
      asked={asked}
      inForce={inForce}
      none={{ name: t.latest, aside: latestDate === undefined ? '' : format.date(latestDate) }}
      days={(latestDate === undefined ? [] : earlierDays(latestDate)).map(({ date, before }) => ({
        date,
        aside: before === 'year' ? t.yearBefore : t.daysBefore(before),
      }))}
      onChoose={(date) => show(withSnapshot(view, date))}
      message={
        asked !== null && found !== undefined && found !== asked
          ? t.otherDay({ asked: format.date(asked), found: format.date(found) })
          : null
      }
    />
  );
}
