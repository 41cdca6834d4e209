import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { FIELDS } from '#partner-center/fields.ts';
import { parseFilter, type FilterError } from '#partner-center/filter/parse.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { useTexts } from '#ui/catalogue.ts';
import { filterProblemSaid } from '#ui/filter-problem.ts';
import { filterProblemTexts } from '#ui/filter-problem-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useDraft } from '#view/use-draft.ts';
import { errorPlace } from './error-place.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: '0.5rem',
    rowGap: '0.25rem',
    '@media (max-width: 40em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '2rem',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 40em)': { lineHeight: tokens.lineHeightBase200 },
  },
  box: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '-1px',
      outlineColor: tokens.colorCompoundBrandStroke,
    },
  },
  invalid: {
    borderTopColor: tokens.colorPaletteRedBorder2,
    borderBottomColor: tokens.colorPaletteRedBorder2,
    borderLeftColor: tokens.colorPaletteRedBorder2,
    borderRightColor: tokens.colorPaletteRedBorder2,
  },
  textarea: {
    flexGrow: 1,
    minWidth: 0,
    boxSizing: 'border-box',
    margin: 0,
    // One line is as high as the controls beside it. The field grows with a few more lines, and then it scrolls.
    minHeight: '1.875rem',
    maxHeight: '8.125rem',
    paddingBlock: '0.3125rem',
    paddingInline: '0.625rem',
    border: 'none',
    outlineStyle: 'none',
    resize: 'none',
    fieldSizing: 'content',
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
  },
  keys: {
    flexShrink: 0,
    paddingInlineEnd: '0.625rem',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 40em)': { display: 'none' },
  },
  error: {
    gridColumnStart: '-2',
    minWidth: 0,
    paddingInline: '0.6875rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
    overflowWrap: 'anywhere',
  },
  place: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
  },
  piece: {
    display: 'inline-block',
    minWidth: '1ch',
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorPaletteRedBorder2}`,
  },
});

/**
 * The filter in the endpoint's own grammar, which can be edited freely. Enter applies what can be read, in one step;
 * until then nothing but this field changes. Escape goes back to the filter in force.
 */
export function ExpressionField({
  expression,
  onApply,
  ref,
}: {
  /** The filter in force, as text. */
  readonly expression: string;
  /** Applies a filter, and gives the filter that will be in force then, as text. */
  readonly onApply: (filter: Filter | null) => string;
  readonly ref: Ref<HTMLTextAreaElement>;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const ofFilter = useTexts(filterProblemTexts);
  const format = useFormat();
  const id = useId();
  const draft = useDraft(expression);
  // The reason why a text could not be applied; it is gone with the next change.
  const [failure, setFailure] = useState<{ readonly text: string; readonly error: FilterError } | null>(null);

  const text = draft.text ?? expression;
  const error = failure !== null && failure.text === draft.text ? failure.error : null;
  const place = error && errorPlace(text, error);
  const isChanged = text !== expression && !draft.isAsked;

  function apply(field: HTMLTextAreaElement): void {
    const result = parseFilter(text);
    if (result.ok) {
      draft.ask(onApply(result.filter), text);
      return;
    }
    setFailure({ text, error: result.error });
    const { position, length } = result.error;
    field.setSelectionRange(position, position + length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // Enter and Escape in an input method accept or cancel a character.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      apply(event.currentTarget);
    } else if (event.key === 'Escape' && draft.text !== null) {
      event.preventDefault();
      draft.drop();
    }
  }

  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {t.expression}
      </label>
      <div className={mergeClasses(styles.box, error !== null && styles.invalid)}>
        <textarea
          ref={ref}
          id={id}
          className={styles.textarea}
          rows={1}
          // The grammar is written from left to right in every language.
          dir="ltr"
          value={text}
          placeholder={t.expressionExample}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          enterKeyHint="go"
          aria-invalid={error !== null}
          aria-describedby={isChanged ? `${id}-keys` : undefined}
          aria-errormessage={error === null ? undefined : `${id}-error`}
          onChange={({ target }) => {
            draft.type(target.value);
            setFailure(null);
          }}
          onKeyDown={onKeyDown}
        />
        {isChanged && (
          <span id={`${id}-keys`} className={styles.keys}>
            {t.expressionKeys}
          </span>
        )}
      </div>
      {error !== null && (
        <div id={`${id}-error`} role="alert" className={styles.error}>
          {filterProblemSaid(error, ofFilter, format.anyOf(FIELDS))}
          {place !== null && place.before + place.after !== '' && (
            // This is only for the eyes: the sentence says it too, and the piece is selected in the field.
            <code aria-hidden dir="ltr" className={styles.place}>
              {place.before}
              <mark className={styles.piece}>{place.piece}</mark>
              {place.after}
            </code>
          )}
        </div>
      )}
    </div>
  );
}
