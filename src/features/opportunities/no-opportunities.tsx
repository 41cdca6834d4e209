import { Button } from '#ui/button.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { useFormat } from '#ui/format.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { withThresholds } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { texts } from './texts.ts';

/** Replaces the list where no row reaches the thresholds: it says which threshold to loosen. */
export function NoOpportunities() {
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const { opportunity, minIdle, maxUtilization, minUtilization } = view;
  const { minIdle: leastIdle, maxUtilization: mostUsed, minUtilization: leastUsed } = DEFAULT_VIEW;
  const isFiltered = view.filter !== null || view.search !== '';
  const advice = [
    ...(opportunity === 'idle'
      ? [
          minIdle > leastIdle && t.lowerMinIdle({ minIdle: format.count(minIdle) }),
          maxUtilization < mostUsed &&
            t.raiseMaxUtilization({ maxUtilization: format.plainPercent(maxUtilization) }),
        ]
      : [t.lowerMinUtilization({ percent: format.plainPercent(minUtilization) })]),
    isFiltered && t.loosenFilter,
  ];
  const isLoosened =
    opportunity === 'idle' ? minIdle <= leastIdle && maxUtilization >= mostUsed : minUtilization <= leastUsed;
  return (
    <InsteadOfList
      heading={t.nothingListed[opportunity]}
      text={advice.filter((sentence) => sentence !== false).join(' ')}
    >
      {!isLoosened && (
        <Button
          onClick={() =>
            show(
              withThresholds(
                view,
                opportunity === 'idle'
                  ? { minIdle: leastIdle, maxUtilization: mostUsed }
                  : { minUtilization: leastUsed },
              ),
            )
          }
        >
          {t.resetThresholds}
        </Button>
      )}
    </InsteadOfList>
  );
}
