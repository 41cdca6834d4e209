import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useRef, useState } from 'react';
import { useTexts } from '#ui/language.ts';
import { withSearch } from '#view/transitions.ts';
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
    boxSizing: 'border-box',
    inlineSize: '100%',
    blockSize: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '2.125rem 2rem',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    // Ours says what it does; the browser's own would be a second one.
    '::-webkit-search-cancel-button': { display: 'none' },
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '-1px',
      outlineColor: tokens.colorCompoundBrandStroke,
    },
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

/** Narrows everything to the customers and products whose names contain what is typed, at every key. */
export function SearchBox() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show } = useView();
  const input = useRef<HTMLInputElement>(null);
  // The first key typed since the field was entered makes the history entry, the others change it.
  const [hasTyped, setHasTyped] = useState(false);
  // What is typed stands here at once, also while the view it makes is still to be shown.
  const [typed, setTyped] = useState<{ readonly text: string; readonly before: string } | null>(null);
  // Shown, or another view is: then that one counts, also when the way goes back to the one before.
  if (typed !== null && typed.before !== view.search) setTyped(null);
  const text = typed?.before === view.search ? typed.text : view.search;

  function search(next: string): void {
    setTyped({ text: next, before: view.search });
    show(withSearch(view, next), { history: hasTyped ? 'replace' : 'push' });
    setHasTyped(true);
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
        onFocus={() => setHasTyped(false)}
        onBlur={() => setHasTyped(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
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
