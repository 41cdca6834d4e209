import type { Comparison, Filter } from './syntax.ts';

/** What a fold makes of each kind of node, given what it made of the operands. */
export type FilterCases<T> = {
  readonly comparison: (comparison: Comparison) => T;
  readonly and: (operands: readonly T[]) => T;
  readonly or: (operands: readonly T[]) => T;
};

/**
 * Replaces each node of a tree by a value, operands first and from left to right, and returns the root's.
 *
 * Use it instead of recursion: a link can nest brackets thousands deep, more than a call stack holds.
 */
export function foldFilter<T>(filter: Filter, cases: FilterCases<T>): T {
  // Each node before its operands, last operand first: read backwards, operands come before their node, in order.
  const order: Filter[] = [];
  const pending: Filter[] = [filter];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    order.push(node);
    if (node.kind === 'comparison') continue;
    // Not `push(...operands)`: ten thousands of arguments overflow the stack as well.
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
  // Each node took its operands' results and left one, so the root's is all there is.
  const [result] = results as [T];
  return result;
}
