import { makeStyles } from '@griffel/react';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { moneyFor } from '#ui/money.ts';
import { PRICE_UNITS } from '#view/prices.ts';
import { chosenPrices, valuesOf, type Choices, type Chosen, type PricedOffer } from './choose.ts';
import { writtenPrice, type ReadList } from './draft.ts';
import { NativeSelect } from './native-select.tsx';
import { ASPECTS } from './read-sheet.ts';
import { fieldsLook, hintLook, legendLook } from './looks.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  fields: {
    ...fieldsLook,
    gap: '0.5rem',
  },
  legend: legendLook,
  hint: {
    ...hintLook,
  },
});

/** The person is asked about so many products one by one; where there are more, one choice is for all. */
const ASKED = 12;

/** The products for which a list has several prices. Each has a choice of one price. */
export function SeveralPrices({
  list: { sheet, choices },
  chosen: { ambiguous: open },
  currency,
  onChange,
}: {
  readonly list: ReadList;
  readonly chosen: Chosen;
  readonly currency: string | null;
  readonly onChange: (choices: Choices) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { locale } = useLocalization();
  // Products with a choice are included, so that a person can change it.
  const { ambiguous } = chosenPrices(sheet, { ...choices, rows: {} });
  if (ambiguous.length === 0) return null;
  // Where there are many products, a person first chooses for all of them, as long as there is something to choose.
  const isLeft = ASPECTS.some(
    (aspect) => choices.aspects[aspect] === undefined && valuesOf(sheet, aspect, choices).length > 1,
  );
  const asked = ambiguous.length > ASKED && isLeft ? [] : ambiguous.slice(0, ASKED);
  const write = (price: number): string =>
    currency === null ? writtenPrice(price, locale) : moneyFor(locale, currency).exact(price / PRICE_UNITS);

  /** The row that is chosen for a product among its offers. */
  function rowOf(productId: string, offers: readonly PricedOffer[]): string | null {
    const row = choices.rows[productId];
    return offers.some((offer) => offer.row === row) ? String(row) : null;
  }

  /** The text that distinguishes an offer from the others of its product. */
  function nameOf(offer: PricedOffer, offers: readonly PricedOffer[]): string {
    const telling = ASPECTS.filter((aspect) =>
      offers.some((other) => other.aspects[aspect] !== offer.aspects[aspect]),
    );
    const title = offers.some((other) => other.title !== offer.title) ? [offer.title] : [];
    return [write(offer.price), ...title, ...telling.map((aspect) => offer.aspects[aspect] || t.none)].join(
      ' · ',
    );
  }

  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t.ambiguous}</legend>
      <p className={styles.hint}>
        {open.length > 0 && `${t.severalPrices({ products: open.length })} `}
        {t.ambiguousHint}
      </p>
      {asked.map(({ product, offers }) => (
        <NativeSelect
          key={product.id}
          label={t.priceOf({ product: product.name ?? product.id })}
          unset={t.unpriced}
          value={rowOf(product.id, offers)}
          options={offers.map((offer) => ({ value: String(offer.row), name: nameOf(offer, offers) }))}
          onChange={(row) => {
            const { [product.id]: _, ...others } = choices.rows;
            onChange({ ...choices, rows: row === null ? others : { ...others, [product.id]: Number(row) } });
          }}
        />
      ))}
      {asked.length > 0 && ambiguous.length > ASKED && (
        <p className={styles.hint}>{t.moreAmbiguous({ products: ambiguous.length - ASKED })}</p>
      )}
    </fieldset>
  );
}
