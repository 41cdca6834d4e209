import { fieldNamed } from '#partner-center/fields.ts';
import { canonical } from './canonical.ts';
import { excerpt } from './excerpt.ts';
import type { Filter } from './syntax.ts';

/** What a reader of the filter grammar expects at some place. */
type Expected = 'operand' | 'operator' | 'value' | 'connective' | 'connectiveOrClosing';

/** The place at which a text is not a filter, and the reason; `english.ts` says it in a sentence. */
export type FilterError = {
  readonly problem: 'found' | 'ended' | 'notClosed';
  /** What belongs there instead. */
  readonly expected: Expected;
  /** The quote that would end a value; empty where it is no value that has no end. */
  readonly closing: string;
  /** The 0-based offset of the wrong piece, in UTF-16 units; the length of the text where the text ends too early. */
  readonly position: number;
  /** The length of the wrong piece in UTF-16 units; 0 where the text ends too early. */
  readonly length: number;
  /**
   * The wrong piece, or the last piece where the text ends too early; it is shortened, and its invisible characters are
   * made visible.
   */
  readonly near: string;
};

export type FilterResult =
  { readonly ok: true; readonly filter: Filter | null } | { readonly ok: false; readonly error: FilterError };

/** What has been read of one pair of brackets. */
type Level = {
  /** The finished operands of `or`. */
  readonly alternatives: Filter[];
  /** The operands of the `and` that is being read. */
  conjuncts: Filter[];
};

/**
 * Reads the endpoint's `filter` parameter; a blank text lets everything through (null). The tree is canonical.
 *
 * The grammar is that of the endpoint's page. As in OData, where its syntax comes from, `and` binds tighter than `or`,
 * and a doubled quote stands for one. Newer copies of the page quote values with `"`, so both quotes are read. Keywords
 * and fields are read in any letter case, since OData services differ in it.
 *
 * It answers for any text, in time linear in its length. Deep brackets need memory, not call stack.
 */
export function parseFilter(text: string): FilterResult {
  let token = tokenAt(text, 0);
  if (token.kind === 'end') return { ok: true, filter: null };

  const outer: Level[] = [];
  let level: Level = { alternatives: [], conjuncts: [] };
  for (;;) {
    while (token.kind === 'open') {
      outer.push(level);
      level = { alternatives: [], conjuncts: [] };
      token = tokenAt(text, token.end);
    }

    const field = token.kind === 'word' ? fieldNamed(token.text) : undefined;
    if (field === undefined) return failure(text, token, 'operand');
    token = tokenAt(text, token.end);

    const operator = keyword(token);
    if (operator !== 'eq' && operator !== 'ne') return failure(text, token, 'operator');
    token = tokenAt(text, token.end);

    if (token.kind !== 'literal') return failure(text, token, 'value');
    level.conjuncts.push({ kind: 'comparison', field, operator, value: token.value });
    token = tokenAt(text, token.end);

    while (token.kind === 'close') {
      const parent = outer.pop();
      if (parent === undefined) return failure(text, token, 'connective');
      parent.conjuncts.push(closed(level));
      level = parent;
      token = tokenAt(text, token.end);
    }

    if (token.kind === 'end' && outer.length === 0) {
      return { ok: true, filter: canonical(closed(level)) };
    }
    const connective = keyword(token);
    if (connective === 'or') {
      level.alternatives.push({ kind: 'and', operands: level.conjuncts });
      level.conjuncts = [];
    } else if (connective !== 'and') {
      return failure(text, token, outer.length > 0 ? 'connectiveOrClosing' : 'connective');
    }
    token = tokenAt(text, token.end);
  }
}

// Nested connectives, and those with one operand, are flattened at the end: at every bracket, that would copy the same
// operands again and again.
function closed({ alternatives, conjuncts }: Level): Filter {
  return { kind: 'or', operands: [...alternatives, { kind: 'and', operands: conjuncts }] };
}

type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open' | 'close' | 'unclosedLiteral' | 'end' }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: string }
);

function keyword(token: Token): string | undefined {
  return token.kind === 'word' ? token.text.toLowerCase() : undefined;
}

const SPACE = /\s*/y;
// A name, or a run of characters that the grammar does not have: for `channel='x'` the error is to name `=` as no
// operator.
const WORD = /[\p{L}\p{N}\p{M}_.-]+|[^\p{L}\p{N}\p{M}_.\-\s()'"]+/uy;

function tokenAt(text: string, position: number): Token {
  const start = position + lengthOf(SPACE, text, position);
  const character = text[start];
  if (character === undefined) return { kind: 'end', start, end: start };
  if (character === '(') return { kind: 'open', start, end: start + 1 };
  if (character === ')') return { kind: 'close', start, end: start + 1 };
  if (character === "'" || character === '"') return literalAt(text, start, character);
  const end = start + lengthOf(WORD, text, start);
  return { kind: 'word', start, end, text: text.slice(start, end) };
}

function literalAt(text: string, start: number, quote: "'" | '"'): Token {
  let end = start + 1;
  for (;;) {
    const next = text.indexOf(quote, end);
    if (next === -1) return { kind: 'unclosedLiteral', start, end: text.length };
    if (text[next + 1] !== quote) {
      const value = text.slice(start + 1, next).replaceAll(quote + quote, quote);
      return { kind: 'literal', start, end: next + 1, value };
    }
    end = next + 2;
  }
}

function lengthOf(sticky: RegExp, text: string, position: number): number {
  sticky.lastIndex = position;
  return sticky.exec(text)?.[0].length ?? 0;
}

function failure(text: string, { kind, start, end }: Token, expected: Expected): FilterResult {
  const place = { expected, position: start, length: end - start };
  if (kind === 'end') {
    const near = excerpt(text.trim(), 'end');
    return { ok: false, error: { problem: 'ended', closing: '', near, ...place } };
  }
  const piece = text.slice(start, end);
  const isOpen = kind === 'unclosedLiteral' && expected === 'value';
  return {
    ok: false,
    error: {
      problem: isOpen ? 'notClosed' : 'found',
      closing: isOpen ? piece.charAt(0) : '',
      near: excerpt(piece),
      ...place,
    },
  };
}
