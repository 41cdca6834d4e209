import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId } from 'react';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { ReportProduct } from '#query/use-idle-value.ts';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import type { DecimalMark } from './amounts.ts';
import { typedPrice, writtenPrice } from './draft.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, border: 'none', minInlineSize: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 6rem',
    alignItems: 'center',
    columnGap: '0.75rem',
    paddingBlock: '0.25rem',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { overflowWrap: 'anywhere' },
  count: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  input: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2rem',
    paddingInline: '0.625rem',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    ':focus': focusedFieldLook,
  },
  wrongInput: { border: `1px solid ${tokens.colorStatusDangerBorderActive}` },
  wrong: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: 'anywhere',
  },
});

/** So many products have a field for their price: those that matter most. */
const TYPED = 8;

/** Fields for the prices of the products that matter most. */
export function TypedPrices({
  products,
  prices,
  typed,
  mark,
  onType,
}: {
  readonly products: readonly ReportProduct[];
  /** The prices, by the folded form of the product's id. */
  readonly prices: ReadonlyMap<string, number>;
  readonly typed: Readonly<Record<string, string>>;
  readonly mark: DecimalMark;
  readonly onType: (product: ReportProduct, text: string) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { locale } = useLocalization();
  const id = useId();
  if (products.length === 0) return null;
  const isByIdle = products.some(({ idle }) => idle !== null);
  const example = writtenPrice(42_500, locale);

  return (
    <fieldset className={styles.root} aria-describedby={`${id}-hint`}>
      <legend className={styles.legend}>{t.typed}</legend>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.typedHint({ example })} {isByIdle ? t.mostIdle : t.mostSold}
      </p>
      {products.slice(0, TYPED).map((product) => (
        <TypedPrice
          key={product.id}
          product={product}
          price={prices.get(foldCase(product.id))}
          typed={typed[foldCase(product.id)]}
          mark={mark}
          onType={(text) => onType(product, text)}
        />
      ))}
    </fieldset>
  );
}

function TypedPrice({
  product,
  price,
  typed,
  mark,
  onType,
}: {
  readonly product: ReportProduct;
  readonly price: number | undefined;
  readonly typed: string | undefined;
  readonly mark: DecimalMark;
  readonly onType: (text: string) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { locale } = useLocalization();
  const id = useId();
  const name = product.name ?? product.id;
  const isWrong = typed !== undefined && typed.trim() !== '' && typedPrice(typed, mark) === null;
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.name}>
        {name}
      </label>
      <span className={styles.count}>
        {product.idle === null
          ? t.soldCount({ sold: format.count(product.sold) })
          : t.idleCount({ idle: format.count(product.idle) })}
      </span>
      <input
        id={id}
        className={mergeClasses(styles.input, isWrong && styles.wrongInput)}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        value={typed ?? (price === undefined ? '' : writtenPrice(price, locale))}
        onChange={({ target }) => onType(target.value)}
      />
      {isWrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {t.wrongPrice({ typed: typed.trim(), example: writtenPrice(42_500, locale) })}
        </p>
      )}
    </div>
  );
}
