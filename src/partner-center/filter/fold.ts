import type { Comparison, Filter } from './syntax.ts';

/** What a fold makes of each kind of node, from the results of its operands. */
export type FilterCases<T> = {
  readonly comparison: (comparison: Comparison) => T;
  readonly and: (operands: readonly T[]) => T;
  readonly or: (operands: readonly T[]) => T;
};

/**
 * Replaces each node of a tree by a value, operands first and from left to right, and returns the root's value.
 *
 * Use it instead of recursion: a link can nest brackets thousands deep, which is more than a call stack holds.
 */
export function foldFilter<T>(filter: Filter, cases: FilterCases<T>): T {
  // Each node comes before its operands, and the last operand comes first. Read backwards, operands come before their
  // node and in order.
  const order: Filter[] = [];
  const pending: Filter[] = [filter];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    order.push(node);
    if (node.kind === 'comparison') continue;
    // This is not `push(...operands)`: ten thousands of arguments overflow the stack as well.
    for (const operand of node.operands) pending.push(operand);
  }

  const results: T[] = [];
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const node = order[index];
    if (node === undefined) break;
    if (node.kind === 'comparison') {
      results.push(cases.comparison(node));
    } else {
      const operands = results.splice(results.length - node.operands.length);
      results.push(cases[node.kind](operands));
    }
  }
  // Each node has replaced its operands' results by one result, so only the root's is left.
  const [result] = results as [T];
  return result;
}
