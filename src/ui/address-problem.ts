import { addressProblemTexts } from './address-problem-texts.ts';
import { useTexts, type TextsOf } from './catalogue.ts';
import { filterProblemSaid, type FilterProblem } from './filter-problem.ts';
import { filterProblemTexts } from './filter-problem-texts.ts';
import { useFormat, type Format } from './format.ts';

/** A parameter of the address that does not apply, as the reader of addresses gives it. */
type AddressProblem = { readonly parameter: string; readonly value: string } & (
  | { readonly kind: 'name' | 'namesList' | 'sortKeys'; readonly names: readonly string[] }
  | { readonly kind: 'dayFrom'; readonly from: string }
  | { readonly kind: 'wholeNumber'; readonly least: number; readonly most: number }
  | { readonly kind: 'percent'; readonly most: number }
  | { readonly kind: 'filter'; readonly error: FilterProblem; readonly fields: readonly string[] }
  | {
      readonly kind: 'date' | 'filterOfCustomers' | 'repeatedField' | 'withoutCustomer' | 'repeatedParameter';
    }
);

export type AddressWords = {
  readonly t: TextsOf<typeof addressProblemTexts>;
  readonly ofFilter: TextsOf<typeof filterProblemTexts>;
  readonly format: Pick<Format, 'anyOf'>;
};

/** One sentence about a parameter of the address that does not apply: it quotes what was found. */
export function addressProblemSaid(problem: AddressProblem, { t, ofFilter, format }: AddressWords): string {
  const { parameter, value } = problem;
  switch (problem.kind) {
    case 'name':
    case 'namesList':
    case 'sortKeys':
      return t[problem.kind]({ parameter, value, names: format.anyOf(problem.names) });
    case 'dayFrom':
      return t.dayFrom({ parameter, value, from: problem.from });
    // The numbers are those that an address holds, so they are not written as the locale does.
    case 'wholeNumber':
      return t.wholeNumber({
        parameter,
        value,
        least: String(problem.least),
        most: String(problem.most),
      });
    case 'percent':
      return t.percent({ parameter, value, most: String(problem.most) });
    case 'filter': {
      const said = filterProblemSaid(problem.error, ofFilter, format.anyOf(problem.fields));
      // What was found may be the whole filter, which is quoted only once.
      return problem.error.near === value
        ? t.filterQuoted({ problem: said })
        : t.filter({ value, problem: said });
    }
    default:
      return t[problem.kind]({ parameter, value });
  }
}

/** Says the problems of an address in the person's language. */
export function useAddressProblemSaid(): (problem: AddressProblem) => string {
  const t = useTexts(addressProblemTexts);
  const ofFilter = useTexts(filterProblemTexts);
  const format = useFormat();
  return (problem) => addressProblemSaid(problem, { t, ofFilter, format });
}
