import type { Filter } from './syntax.ts';

type NonEmpty = readonly [Filter, ...Filter[]];

/**
 * The filter where all operands hold. Canonical operands give a canonical tree; no operands give null, which lets
 * everything through.
 */
export function and(operands: NonEmpty): Filter;
export function and(operands: readonly Filter[]): Filter | null;
export function and(operands: readonly Filter[]): Filter | null {
  const [first] = operands;
  return first === undefined ? null : joined('and', first, operands);
}

/**
 * The filter where at least one of the operands holds. Canonical operands give a canonical tree. The endpoint's grammar
 * has no filter for "nothing", so there has to be an operand.
 */
export function or(operands: NonEmpty): Filter {
  return joined('or', operands[0], operands);
}

function joined(kind: 'and' | 'or', first: Filter, operands: readonly Filter[]): Filter {
  if (operands.length === 1) return first;
  return {
    kind,
    operands: operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand])),
  };
}

/**
 * The canonical tree of the same meaning: brackets that change nothing are removed; the order of operands and repeated
 * operands stay. Every connective must have an operand. The time is linear in the size of the tree, however it nests.
 */
export function canonical(filter: Filter): Filter {
  type Step = { readonly node: Filter; readonly parent: 'and' | 'or' | undefined; readonly into: Filter[] };
  const roots: Filter[] = [];
  const pending: Step[] = [{ node: filter, parent: undefined, into: roots }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { node, parent, into } = step;
    if (node.kind === 'comparison') {
      into.push(node);
      continue;
    }
    let inner = { parent, into };
    if (node.kind !== parent && node.operands.length > 1) {
      inner = { parent: node.kind, into: [] };
      into.push({ kind: node.kind, operands: inner.into });
    }
    // The stack returns the last operand first.
    for (const operand of node.operands.toReversed()) pending.push({ node: operand, ...inner });
  }
  const [root] = roots;
  if (root === undefined) throw new TypeError('A connective of a filter has no operands.');
  return root;
}
