import { makeStyles } from '@griffel/react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { valuesOf, type Choices } from './choose.ts';
import type { ReadList } from './draft.ts';
import { NativeSelect } from './native-select.tsx';
import { ASPECTS, type Aspect, type RowProblem } from './read-sheet.ts';
import { monthsOf } from './term.ts';
import { fieldsLook, hintLook, legendLook } from './looks.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  fields: {
    ...fieldsLook,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 14rem), 1fr))',
    gap: '0.75rem',
  },
  legend: legendLook,
  hint: {
    ...hintLook,
    overflowWrap: 'anywhere',
  },
});

/** At most so many unusable rows are told one by one. */
const TOLD = 3;

/** The choices about a price list, once for all its products, and what was found in it. */
export function SheetChoices({
  list: { sheet, choices },
  products,
  onChange,
}: {
  readonly list: ReadList;
  readonly products: number;
  readonly onChange: (choices: Choices) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const aspects = ASPECTS.map((aspect) => ({ aspect, values: valuesOf(sheet, aspect, choices) })).filter(
    ({ aspect, values }) => values.length > 1 || choices.aspects[aspect] !== undefined,
  );
  const over = sheet.matches.filter(({ areOver }) => areOver).length;
  const hasChoices = sheet.priceColumns.length > 1 || sheet.mark === null || aspects.length > 0;

  function nameOf(aspect: Aspect, value: string): string {
    if (value === '') return t.none;
    const months = aspect === 'term' ? monthsOf(value) : null;
    return months === null ? value : t.months({ months, raw: value });
  }

  function rowProblemSaid({ kind, value, row: number }: RowProblem): string {
    const row = format.count(number);
    const { noPrice, wrongPrice, noTerm, wrongTerm } = t.rowProblems;
    if (kind === 'noAmount') return value === '' ? noPrice({ row }) : wrongPrice({ row, value });
    return value === '' ? noTerm({ row }) : wrongTerm({ row, value });
  }

  return (
    <div className={styles.root}>
      {hasChoices && (
        <fieldset className={styles.fields}>
          <legend className={styles.legend}>{t.choices}</legend>
          {sheet.priceColumns.length > 1 && (
            <NativeSelect
              label={t.column}
              unset={t.choose}
              value={choices.column === null ? null : String(choices.column)}
              options={sheet.priceColumns.map(({ name }, at) => ({ value: String(at), name }))}
              onChange={(value) =>
                onChange({ ...choices, column: value === null ? null : Number(value), rows: {} })
              }
            />
          )}
          {sheet.mark === null && (
            <NativeSelect
              label={t.mark}
              unset={t.choose}
              value={choices.mark}
              options={[
                { value: '.', name: '1,234.56' },
                { value: ',', name: '1.234,56' },
              ]}
              onChange={(value) =>
                onChange({ ...choices, mark: value === '.' || value === ',' ? value : null })
              }
            />
          )}
          {aspects.map(({ aspect, values }) => (
            <NativeSelect
              key={aspect}
              label={t.aspects[aspect]}
              unset={aspect === 'currency' ? t.choose : t.all}
              value={choices.aspects[aspect] ?? null}
              options={values.map((value) => ({ value, name: nameOf(aspect, value) }))}
              onChange={(value) =>
                onChange({ ...choices, aspects: withAspect(choices.aspects, aspect, value), rows: {} })
              }
            />
          ))}
        </fieldset>
      )}
      <p role="status" className={styles.hint}>
        {t.read({
          rows: sheet.rows,
          matched: format.count(sheet.matches.length),
          products: format.count(products),
        })}
        {sheet.priceColumns.some(({ months }) => months === null) && ` ${t.ofTerms}`}
        {sheet.encoding === 'windows-1252' && ` ${t.latin}`}
        {over > 0 && ` ${t.over({ products: format.count(over) })}`}
        {sheet.problemCount > 0 &&
          ` ${t.unread({
            rows: sheet.problemCount,
            examples: sheet.problems.slice(0, TOLD).map(rowProblemSaid).join('; '),
          })}`}
      </p>
    </div>
  );
}

function withAspect(aspects: Choices['aspects'], aspect: Aspect, value: string | null): Choices['aspects'] {
  const { [aspect]: _, ...others } = aspects;
  return value === null ? others : { ...others, [aspect]: value };
}
