import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { usePriceList } from '#query/prices.ts';
import { useFormat } from '#ui/format.ts';
import { useAddressProblemSaid } from '#ui/address-problem.ts';
import { useTexts } from '#ui/catalogue.ts';
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

/** Quotes the parts of the address that could not be read, and says what is expected there. */
function LinkAlert({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  const said = useAddressProblemSaid();
  return (
    <Box role="alert" tone="warning" heading={t.linkProblems}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.parameter} ${problem.kind}`}>{said(problem)}</li>
        ))}
      </ul>
    </Box>
  );
}

/** Says what a link asks for but the page does not show, so that no figure is taken for something else. */
function NotYetNote() {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  const { view } = useView();
  const prices = usePriceList();
  const aspects = [
    shownView(view) === view.view ? null : t.notYetAspects.view({ value: view.view }),
    chartMeasure(view) === view.measure ? null : t.notYetAspects.measure({ value: view.measure }),
    // With a comparison, every order is computed.
    ...(view.compare === null ? unansweredKeys({ ...view, prices }) : []).map(({ field }) =>
      field === 'idleValue' ? t.needsPrices : t.notYetAspects.order({ value: field }),
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

/** The notices about the address. */
export function Notices() {
  const { problems } = useView();
  return (
    <>
      {problems.length > 0 && <LinkAlert problems={problems} />}
      <NotYetNote />
    </>
  );
}

/** Replaces the figures where there is no snapshot, and says what the person can do. */
export function NoSnapshot() {
  const styles = useStyles();
  const t = useTexts(noticesTexts);
  const format = useFormat();
  const { view, show } = useView();
  const date = view.processedDateTime;
  return (
    <Box
      role="status"
      tone="info"
      heading={date === null ? t.noData.heading : t.noSnapshot.heading({ date: format.date(date) })}
    >
      <p className={styles.text}>{date === null ? t.noData.advice : t.noSnapshot.advice}</p>
      {date !== null && <Button onClick={() => show(withSnapshot(view, null))}>{t.showLatest}</Button>}
    </Box>
  );
}
