import type { Comparison, Filter } from './syntax.ts';

/**
 * A filter in the endpoint's grammar; everything (null) is the empty text.
 *
 * Canonical: single quotes, a quote within a value doubled, lower-case keywords, single spaces, and brackets
 * only where `or` stands within `and`, since `and` binds tighter. Equal canonical trees give equal texts, so
 * the text can serve as a key.
 */
export function printFilter(filter: Filter | null): string {
  if (filter === null) return '';
  const printed: string[] = [];
  // A stack of what is still to be printed, so that depth costs memory and not call stack.
  const pending: (Filter | string)[] = [filter];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') printed.push(next);
    else if (next.kind === 'comparison') printed.push(printComparison(next));
    else {
      const { kind, operands } = next;
      // Last first: the stack gives them back in order.
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
