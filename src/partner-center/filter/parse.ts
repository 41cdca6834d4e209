import { fieldNamed } from '#partner-center/fields.ts';
import { canonical } from './canonical.ts';
import { excerpt } from './excerpt.ts';
import type { Filter } from './syntax.ts';
import { expected, filterErrorTexts } from './texts.ts';

/** Where and why a text is no filter. */
export type FilterError = {
  /** One sentence for a person: what was found, quoted, and what is expected. */
  readonly message: string;
  /** 0-based offset of the offending piece, in UTF-16 units; the length of the text where that just ends. */
  readonly position: number;
  /** Length of the offending piece in UTF-16 units; 0 where the text just ends. */
  readonly length: number;
  /** The offending piece, or the last one where the text just ends; shortened and made visible. */
  readonly near: string;
};

export type FilterResult =
  { readonly ok: true; readonly filter: Filter | null } | { readonly ok: false; readonly error: FilterError };

/** What one pair of brackets holds so far. */
type Level = {
  /** The finished operands of `or`. */
  readonly alternatives: Filter[];
  /** The operands of the `and` being read. */
  conjuncts: Filter[];
};

/**
 * Reads the endpoint's `filter` parameter; blank text is everything (null). The tree is canonical.
 *
 * The grammar is that of the endpoint's page; `and` binds tighter than `or` and a doubled quote stands for one,
 * as in OData, where its syntax comes from. Newer copies of the page quote values with `"`, so both are read.
 * Keywords and fields are read in any letter case, since OData services differ in it.
 *
 * Answers for any text, in time linear in its length; depth of brackets costs memory, not call stack.
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
    if (field === undefined) return failure(text, token, expected.operand);
    token = tokenAt(text, token.end);

    const operator = keyword(token);
    if (operator !== 'eq' && operator !== 'ne') return failure(text, token, expected.operator);
    token = tokenAt(text, token.end);

    if (token.kind !== 'literal') return failure(text, token, expected.value);
    level.conjuncts.push({ kind: 'comparison', field, operator, value: token.value });
    token = tokenAt(text, token.end);

    while (token.kind === 'close') {
      const parent = outer.pop();
      if (parent === undefined) return failure(text, token, expected.connective);
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
      return failure(text, token, outer.length > 0 ? expected.connectiveOrClosing : expected.connective);
    }
    token = tokenAt(text, token.end);
  }
}

// Leaves flattening to the end, and connectives of one operand too: done at every bracket it would copy the same operands
// over and over.
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
// A name, or a run of signs that the grammar does not have: `channel='x'` is to say that `=` is no operator.
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

function failure(text: string, token: Token, what: string): FilterResult {
  const piece = text.slice(token.start, token.end);
  if (token.kind === 'end') {
    const near = excerpt(text.trim(), 'end');
    return failed(filterErrorTexts.ended(near, what), token, near);
  }
  const near = excerpt(piece);
  if (token.kind === 'unclosedLiteral' && what === expected.value) {
    return failed(filterErrorTexts.notClosed(near, piece.charAt(0)), token, near);
  }
  return failed(filterErrorTexts.found(near, what), token, near);
}

function failed(message: string, { start, end }: Token, near: string): FilterResult {
  return { ok: false, error: { message, position: start, length: end - start, near } };
}
