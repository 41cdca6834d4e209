import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';
import { useComparison, useNearestBefore } from '#query/use-comparison.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { withCompare, withSnapshot } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import type { SnapshotDate } from '#view/view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.75rem',
    rowGap: '0.5rem',
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '0.25rem',
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
});

function Note({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.root}>
      <span>{text}</span>
      {children}
    </div>
  );
}

/** The note about a day without data: it looks for the nearest earlier day that has some, and offers it. */
function NoData({ asked }: { readonly asked: SnapshotDate }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const { data: nearest, isFetching } = useNearestBefore(asked);
  const isOffered = nearest != null && nearest.processedDateTime !== asked;
  const found = nearest == null ? null : format.date(nearest.date);
  const rest = isFetching
    ? t.lookingFor
    : found === null
      ? nearest === null
        ? t.noneNear
        : ''
      : t.nearest({ found });
  return (
    <Note text={`${t.noData({ asked: format.date(asked) })} ${rest}`}>
      {isOffered && (
        <Button size="small" onClick={() => show(withCompare(view, nearest.date))}>
          {t.compareWith({ date: format.date(nearest.date) })}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => show(withCompare(view, null))}>
        {t.stopComparing}
      </Button>
    </Note>
  );
}

/** Why the view is not compared as the address asks, or not with that very day; nothing where it is. */
export function CompareNote() {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const comparison = useComparison(view);
  switch (comparison.kind) {
    case 'none':
    case 'finding':
    case 'unknown':
      return null;
    case 'noData':
      return <NoData asked={comparison.asked} />;
    case 'same':
      return <Note text={t.same({ date: format.date(comparison.snapshot.date) })} />;
    case 'later': {
      const { snapshot, shown } = comparison;
      return (
        <Note text={t.later({ asked: format.date(snapshot.date), shown: format.date(shown.date) })}>
          <Button
            size="small"
            onClick={() => show(withCompare(withSnapshot(view, snapshot.date), shown.date))}
          >
            {t.exchange}
          </Button>
        </Note>
      );
    }
    case 'found':
      return comparison.before.date === comparison.asked ? null : (
        <Note
          text={t.otherDay({
            asked: format.date(comparison.asked),
            found: format.date(comparison.before.date),
          })}
        />
      );
  }
}
