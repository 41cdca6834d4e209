import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useRef } from 'react';
import { useTexts } from '#ui/catalogue.ts';
import { withSearch } from '#view/transitions.ts';
import { useDraft } from '#view/use-draft.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    inlineSize: '17.5rem',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 40em)': { inlineSize: '100%' },
  },
  icon: { position: 'absolute', insetInlineStart: '0.625rem', fontSize: '1rem', pointerEvents: 'none' },
  input: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '2.125rem 2rem',
    // Our own button says what it does; the browser's would be a second one.
    '::-webkit-search-cancel-button': { display: 'none' },
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus': focusedFieldLook,
  },
  clear: {
    position: 'absolute',
    insetInlineEnd: '0.25rem',
    display: 'flex',
    padding: '0.25rem',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: '1rem',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
});

/** Narrows everything to the customers and products whose names contain the typed text, after every key. */
export function SearchBox() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show } = useView();
  const input = useRef<HTMLInputElement>(null);
  const draft = useDraft(view.search);
  const text = draft.text ?? view.search;
  // Everything that is typed from entering the field to leaving it is one step for the person.
  const typing = useRef({});
  const beginAnew = () => {
    typing.current = {};
  };

  function search(typed: string): void {
    const next = withSearch(view, typed);
    draft.type(typed, next.search);
    show(next, { act: typing.current });
  }

  return (
    <div role="search" className={styles.root}>
      <SearchRegular className={styles.icon} />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={t.search}
        placeholder={t.search}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        onChange={({ target }) => search(target.value)}
        onFocus={beginAnew}
        onBlur={beginAnew}
        onKeyDown={(event) => {
          // Escape in an input method cancels a character.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || text === '') return;
          event.preventDefault();
          search('');
        }}
      />
      {text !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t.clear}
          title={t.clear}
          onClick={() => {
            search('');
            input.current?.focus();
          }}
        >
          <DismissRegular />
        </button>
      )}
    </div>
  );
}
