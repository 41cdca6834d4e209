import { useId } from 'react';
import { useKnownSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useListbox } from '#ui/use-listbox.ts';
import { withCompare } from '#view/transitions.ts';
import { useDraft } from '#view/use-draft.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './compare-texts.ts';
import { DayField } from './day-field.tsx';
import { daysToCompare, type Occasion } from './days-to-compare.ts';

/** Chooses the snapshot that the shown one is compared with: none, an offered day, or any typed day. */
export function ComparePicker() {
  const t = useTexts(texts);
  const format = useFormat();
  const id = useId();
  const { view, show } = useView();
  const shown = useKnownSnapshot(view);
  const listbox = useListbox(id);
  const draft = useDraft(view.compare);

  const occasion = (of: Occasion): string => (typeof of === 'string' ? t[of] : t.daysBefore(of));

  return (
    <DayField
      id={id}
      listbox={listbox}
      draft={draft}
      label={t.compareWith}
      asked={view.compare}
      inForce={view.compare === null ? t.none : format.date(view.compare)}
      none={{ name: t.none, aside: '' }}
      days={(shown === null ? [] : daysToCompare(shown.date)).map(({ date, occasions }) => ({
        date,
        aside: format.list(occasions.map(occasion)),
      }))}
      onChoose={(date) => show(withCompare(view, date))}
    />
  );
}
