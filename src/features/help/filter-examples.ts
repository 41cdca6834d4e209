import type { Filter } from '#partner-center/filter/syntax.ts';

/** Examples of filters by what they show: their names in the texts of the help. */
export type FilterExample = { readonly name: 'one' | 'without' | 'either' | 'both'; readonly filter: Filter };

type Values = {
  readonly channels: readonly string[];
  readonly products: readonly string[];
  readonly services: readonly string[];
};

const is = (field: 'channel' | 'productName' | 'serviceName', value: string): Filter => ({
  kind: 'comparison',
  field,
  operator: 'eq',
  value,
});

/** Filters that have something to show, made of values that the data has; only those for which there are enough values. */
export function filterExamples({ channels, products, services }: Values): readonly FilterExample[] {
  const [channel] = channels;
  const [product, other] = products;
  const [service, second] = services;
  const examples: FilterExample[] = [];
  if (channel !== undefined) examples.push({ name: 'one', filter: is('channel', channel) });
  if (product !== undefined) {
    examples.push({
      name: 'without',
      filter: { kind: 'comparison', field: 'productName', operator: 'ne', value: product },
    });
  }
  if (product !== undefined && other !== undefined) {
    const operands = [is('productName', product), is('productName', other)];
    examples.push({ name: 'either', filter: { kind: 'or', operands } });
  }
  if (channel !== undefined && service !== undefined && second !== undefined) {
    const operands = [is('serviceName', service), is('serviceName', second)];
    examples.push({
      name: 'both',
      filter: { kind: 'and', operands: [is('channel', channel), { kind: 'or', operands }] },
    });
  }
  return examples;
}
