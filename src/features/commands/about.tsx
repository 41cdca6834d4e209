import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { createPart } from '#query/part.ts';
import { BUILT } from '#ui/built.ts';
import { Dialog, takesFocusFirst } from '#ui/dialog.tsx';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { aboutTexts } from './about-texts.ts';

/** The build writes this file beside the page. */
const NOTICES = 'third-party-notices.txt';

const notices = createPart(async () => {
  const response = await fetch(NOTICES);
  // Some hosts answer with the page itself where a file is missing.
  const isText = response.headers.get('content-type')?.startsWith('text/plain') === true;
  if (!response.ok || !isText) throw new Error(`${NOTICES} is not there (status ${response.status}).`);
  return response.text();
});

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '1.5rem',
    rowGap: '0.375rem',
    marginBlock: '0.75rem 0',
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  heading: {
    marginBlock: '1.25rem 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { marginBlock: '0.25rem 0.5rem' },
  link: { color: tokens.colorBrandForegroundLink },
  // The height does not change, so that nothing moves when the text comes.
  place: { blockSize: 'min(20rem, 40vh)' },
  notices: {
    boxSizing: 'border-box',
    blockSize: '100%',
    margin: 0,
    padding: '0.75rem',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  end: { display: 'flex', justifyContent: 'end', marginBlockStart: '1.5rem' },
});

/** What this page is: its version, the commit that it was built from, and the notices of the software in it. */
export function About({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts(aboutTexts);
  const id = useId();
  const facts = [
    [t.facts.version, BUILT.version],
    [t.facts.commit, BUILT.commit],
    [t.facts.license, 'MIT'],
  ] as const;
  return (
    <Dialog heading={t.heading} hasChanges={false} onClose={onClose}>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value !== '' && [
              <dt key={name} className={styles.name}>
                {name}
              </dt>,
              <dd key={`${name} value`} className={styles.value}>
                {value}
              </dd>,
            ],
        )}
      </dl>
      {/* The development server has built nothing, so it has no notices. */}
      {import.meta.env.PROD && (
        <section aria-labelledby={id}>
          <h3 id={id} className={styles.heading}>
            {t.notices}
          </h3>
          <p className={styles.text}>
            {t.noticesExplained}{' '}
            <a className={styles.link} href={NOTICES} target="_blank" rel="noreferrer">
              {t.asFile}
            </a>
          </p>
          <div className={styles.place}>
            <FetchedPart part={notices}>
              {(text) => (
                <pre
                  dir="ltr"
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
                  tabIndex={0}
                  role="group"
                  aria-labelledby={id}
                  className={styles.notices}
                >
                  {text}
                </pre>
              )}
            </FetchedPart>
          </div>
        </section>
      )}
      <div className={styles.end}>
        <Button ref={takesFocusFirst} appearance="primary" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
}
