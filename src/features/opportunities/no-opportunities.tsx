import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/format.ts';
import { InsteadOfList } from '#ui/instead-of-list.tsx';
import { useTexts } from '#ui/catalogue.ts';
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
  const loosen =
    opportunity === 'idle'
      ? t.loosenIdle(
          minIdle > leastIdle ? format.count(minIdle) : null,
          maxUtilization < mostUsed ? format.plainPercent(maxUtilization) : null,
        )
      : t.loosenNearlyFull(format.plainPercent(minUtilization));
  const isFiltered = view.filter !== null || view.search !== '';
  const isLoosened =
    opportunity === 'idle' ? minIdle <= leastIdle && maxUtilization >= mostUsed : minUtilization <= leastUsed;
  return (
    <InsteadOfList
      heading={t.nothingListed[opportunity]}
      text={[loosen, isFiltered ? t.loosenFilter : ''].join(' ')}
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
