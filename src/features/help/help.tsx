import { SearchRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId, useState, type ReactNode } from 'react';
import { FIELDS } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { matcherOf } from '#query/matching.ts';
import { useMembers } from '#query/use-license-deployment.ts';
import { Button } from '#ui/button.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { KeyboardKey } from '#ui/keyboard-key.tsx';
import { Dialog, takesFocusFirst } from '#ui/dialog.tsx';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useFormat } from '#ui/format.ts';
import { isPlainClick } from '#ui/is-plain-click.ts';
import { ADDRESS_KEYS } from '#view/address.ts';
import { withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { filterExamples } from './filter-examples.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '0.75rem' },
  search: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
  icon: { position: 'absolute', insetInlineStart: '0.75rem', fontSize: '1rem', pointerEvents: 'none' },
  input: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2.25rem',
    paddingInline: '2.25rem 0.75rem',
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus': focusedFieldLook,
  },
  // The height does not change, so that nothing moves while a person types.
  content: {
    blockSize: 'min(30rem, 55vh)',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    paddingInlineEnd: '0.5rem',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  section: { '& + &': { marginBlockStart: '0.5rem' }, '&[open]': { marginBlockEnd: '1.5rem' } },
  summary: { paddingBlock: '0.375rem', cursor: 'pointer' },
  heading: {
    display: 'inline',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  introduction: { marginBlock: '0.25rem 0', color: tokens.colorNeutralForeground2 },
  entries: { margin: 0 },
  name: { marginBlockStart: '0.75rem', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  link: { color: tokens.colorBrandForegroundLink },
  end: { display: 'flex', alignItems: 'center', justifyContent: 'end', columnGap: '0.75rem' },
  said: { margin: 0, marginInlineEnd: 'auto', color: tokens.colorNeutralForeground2 },
});

/** A term that the help explains. */
export type Term = { readonly name: string; readonly means: string; readonly computed: string };
/** A key, and what it does. */
export type Shortcut = { readonly keys: string; readonly does: string };

type Entry = {
  readonly id: string;
  readonly name: string;
  /** What the search looks through besides the name. */
  readonly texts: readonly string[];
  readonly shownName?: ReactNode;
  readonly shown?: ReactNode;
};

/** So many members of a field are enough for the examples. */
const EXAMPLE_VALUES = 2;

/** The members of a field that sold most in the snapshot of the view. */
function useTopMembers(field: 'channel' | 'productName' | 'serviceName'): readonly string[] {
  const { view } = useView();
  const { data } = useMembers(
    { processedDateTime: view.processedDateTime, filter: null, search: '' },
    { field, containing: '', limit: EXAMPLE_VALUES },
  );
  return data?.members.map(({ value }) => value) ?? [];
}

/** What a person can look up: the figures, the filter language, the address, the keys, and where data goes. */
export function Help({
  terms,
  shortcuts,
  onClose,
}: {
  readonly terms: readonly Term[];
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const [typed, setTyped] = useState('');
  const id = useId();
  const examples = filterExamples({
    channels: useTopMembers('channel'),
    products: useTopMembers('productName'),
    services: useTopMembers('serviceName'),
  });

  const rules: readonly Entry[] = (['comparison', 'connective', 'quote'] as const).map((rule) => ({
    id: rule,
    name: t.filterRules[rule].name,
    texts: [t.filterRules[rule].text],
  }));
  const fields = t.filterRules.fields.text({ fields: format.anyOf(FIELDS) });
  const links: readonly Entry[] = examples.map(({ name, filter }) => {
    const next = withFilter(view, filter);
    const printed = printFilter(filter);
    return {
      id: name,
      name: t.examples[name],
      texts: [printed],
      shown: (
        <a
          className={styles.link}
          href={hrefOf(next)}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onClose();
            show(next);
          }}
        >
          <bdi dir="ltr" className={styles.code}>
            {printed}
          </bdi>
        </a>
      ),
    };
  });
  const sections: readonly {
    readonly name: keyof typeof t.sections;
    readonly introduction?: string;
    readonly entries: readonly Entry[];
  }[] = [
    {
      name: 'figures',
      entries: terms.map(({ name, means, computed }) => ({ id: name, name, texts: [means, computed] })),
    },
    {
      name: 'filter',
      introduction: t.filterIntroduction,
      entries: [...rules, { id: 'fields', name: t.filterRules.fields.name, texts: [fields] }, ...links],
    },
    {
      name: 'address',
      introduction: t.addressIntroduction,
      entries: ADDRESS_KEYS.map((key) => ({
        id: key,
        name: key,
        texts: [t.address[key]],
        shownName: (
          <bdi dir="ltr" className={styles.code}>
            {key}
          </bdi>
        ),
      })),
    },
    {
      name: 'shortcuts',
      entries: shortcuts.map(({ keys, does }) => ({
        id: keys,
        name: keys,
        texts: [does],
        shownName: <KeyboardKey keys={keys} />,
      })),
    },
    {
      name: 'data',
      entries: (['way', 'memory', 'kept', 'prices', 'links', 'files'] as const).map((name) => ({
        id: name,
        name: t.data[name].name,
        texts: [t.data[name].text],
      })),
    },
  ];

  const searched = typed.trim();
  const matches = matcherOf(searched);
  const found = sections
    .map(({ name, introduction, entries }) => ({
      name,
      introduction: searched === '' ? introduction : undefined,
      entries: entries.filter((entry) => matches([t.sections[name], entry.name, ...entry.texts].join(' '))),
    }))
    .filter(({ entries }) => entries.length > 0);

  return (
    <Dialog heading={t.heading} hasChanges={false} onClose={onClose}>
      <div className={styles.root}>
        <div role="search" className={styles.search}>
          <SearchRegular className={styles.icon} />
          <input
            ref={takesFocusFirst}
            type="search"
            className={styles.input}
            aria-label={t.search}
            placeholder={t.search}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        {/* The text scrolls, so the keyboard has to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div tabIndex={0} role="group" aria-label={t.found} className={styles.content}>
          {found.map(({ name, introduction, entries }) => (
            // What is found is open.
            <details
              key={`${name} ${searched === ''}`}
              open={searched !== ''}
              aria-labelledby={`${id}-${name}`}
              className={styles.section}
            >
              <summary className={styles.summary}>
                <h3 id={`${id}-${name}`} className={styles.heading}>
                  {t.sections[name]}
                </h3>
              </summary>
              {introduction !== undefined && <p className={styles.introduction}>{introduction}</p>}
              <dl className={styles.entries}>
                {entries.map((entry) => [
                  <dt key={entry.id} className={styles.name}>
                    {entry.shownName ?? entry.name}
                  </dt>,
                  ...(entry.shown === undefined ? entry.texts : [entry.shown]).map((shown, index) => (
                    // The texts of an entry stay in their order.
                    // oxlint-disable-next-line react/no-array-index-key
                    <dd key={`${entry.id} ${index}`} className={styles.text}>
                      {shown}
                    </dd>
                  )),
                ])}
              </dl>
            </details>
          ))}
        </div>
        <div className={styles.end}>
          {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
          <p aria-live="polite" className={styles.said}>
            {found.length === 0 && t.nothing({ typed: searched })}
          </p>
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
