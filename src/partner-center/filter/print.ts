import type { Comparison, Filter } from './syntax.ts';

/**
 * A filter in the endpoint's grammar; null, which lets everything through, is the empty text.
 *
 * The text is canonical: single quotes, a doubled quote for a quote within a value, lower-case keywords, single spaces,
 * and brackets only where `or` stands within `and`, since `and` binds tighter. Equal canonical trees give equal texts,
 * so the text can be used as a key.
 */
export function printFilter(filter: Filter | null): string {
  if (filter === null) return '';
  const printed: string[] = [];
  // The stack holds what is still to be printed, so that deep brackets need memory and not call stack.
  const pending: (Filter | string)[] = [filter];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') printed.push(next);
    else if (next.kind === 'comparison') printed.push(printComparison(next));
    else {
      const { kind, operands } = next;
      // The last operand is pushed first, because the stack returns them in the opposite order.
      for (const [index, operand] of operands.toReversed().entries()) {
        if (index > 0) pending.push(` ${kind} `);
        if (kind === 'and' && operand.kind === 'or') pending.push(')', operand, '(');
        else pending.push(operand);
      }
    }
  }
  return printed.join('');
}

function printComparison({ field, operator, value }: Comparison): string {
  return `${field} ${operator} '${value.replaceAll("'", "''")}'`;
}
