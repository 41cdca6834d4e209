import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { usePriceList } from '#query/prices.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import type { AddressProblem } from '#view/address.ts';
import { chartMeasure, unansweredKeys } from '#view/answered.ts';
import { withSnapshot } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { Box } from './box.tsx';
import { noticesTexts } from './notices-texts.ts';
import { shownView } from './views.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  list: { margin: 0, paddingInlineStart: '1.25rem' },
});

/** What of the address could not be read, quoted, and what is expected there. */
function LinkAlert({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  return (
    <Box role="alert" tone="warning" heading={t.linkProblems}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.parameter} ${problem.value} ${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
    </Box>
  );
}

/** What a link asks for that is not on the page: said, so that no figure is taken for what it is not. */
function NotYetNote() {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  const { view } = useView();
  const prices = usePriceList();
  const aspects = [
    shownView(view) === view.view ? null : t.notYetAspects.view(view.view),
    chartMeasure(view) === view.measure ? null : t.notYetAspects.measure(view.measure),
    // Of two snapshots every order is computed.
    ...(view.compare === null ? unansweredKeys({ ...view, prices }) : []).map(({ field }) =>
      field === 'idleValue' ? t.needsPrices : t.notYetAspects.order(field),
    ),
  ].filter((aspect) => aspect !== null);
  if (aspects.length === 0) return null;
  return (
    <Box role="note" tone="info" heading={t.notYet}>
      <ul className={styles.list}>
        {aspects.map((aspect) => (
          <li key={aspect}>
            <bdi>{aspect}</bdi>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** What there is to say of the address. */
export function Notices() {
  const { problems } = useView();
  return (
    <>
      {problems.length > 0 && <LinkAlert problems={problems} />}
      <NotYetNote />
    </>
  );
}

/** What there is to say instead of figures where there is no snapshot, with the way on. */
export function NoSnapshot() {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  const format = useFormat();
  const { view, show } = useView();
  const date = view.processedDateTime;
  const { heading, advice } = date === null ? t.noData : t.noSnapshot(format.date(date));
  return (
    <Box role="status" tone="info" heading={heading}>
      <p className={styles.text}>{advice}</p>
      {date !== null && <Button onClick={() => show(withSnapshot(view, null))}>{t.showLatest}</Button>}
    </Box>
  );
}
