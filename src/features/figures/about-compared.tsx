import { useComparison } from '#query/use-comparison.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { AboutItem } from './about-item.tsx';
import { texts } from './change-texts.ts';

/** The snapshot that the figures are compared with, as one of the facts behind them. */
export function AboutCompared() {
  const t = useTexts(texts);
  const { view } = useView();
  const comparison = useComparison(view);
  if (comparison.kind !== 'found') return null;
  return <AboutItem name={t.aboutCompared} value={comparison.before.processedDateTime} />;
}
