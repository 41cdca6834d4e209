import type { Dictionary } from './table.ts';

/**
 * A dictionary as bytes: the JSON text of its list, in UTF-8. JSON keeps every text exactly, lone surrogates included
 * (`JSON.stringify` escapes them), and one `JSON.parse` makes the strings faster than cutting them out one by one.
 */
export function encodeDictionary(dictionary: Dictionary): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(dictionary));
}

/**
 * The dictionary that `encodeDictionary`, or a part's `json`, holds. It does not look whether the texts are distinct.
 *
 * @throws SyntaxError or TypeError where the bytes are no such dictionary
 */
export function decodeDictionary(json: Uint8Array): Dictionary {
  const list = JSON.parse(new TextDecoder().decode(json)) as unknown;
  if (!isDictionary(list)) throw new TypeError('Not a dictionary: expected a list of null and texts.');
  return list;
}

function isDictionary(list: unknown): list is Dictionary {
  if (!Array.isArray(list) || list[0] !== null) return false;
  for (let code = 1; code < list.length; code += 1) {
    if (typeof list[code] !== 'string') return false;
  }
  return true;
}
