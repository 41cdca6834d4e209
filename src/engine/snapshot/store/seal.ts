import type { Sealed } from './database.ts';

/** The version of all that is stored. Another one is not read: the snapshot is loaded and stored anew. */
export const FORMAT_VERSION = 2;

/**
 * What a record is, as one sequence of bytes. AES-GCM signs it together with the content, so that a record in another's
 * place does not open. JSON, because its lists have one reading.
 */
function identity(version: number, names: readonly (string | number)[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['license-lens', version, ...names]));
}

/**
 * Encrypts bytes. Each call takes an initialization vector of its own: 96 random bits (NIST SP 800-38D, 8.2.2) repeat
 * for none of the few thousand records a key lives for.
 *
 * @param names says what record this is; `unseal` needs the same
 */
export async function seal(
  key: CryptoKey,
  names: readonly (string | number)[],
  bytes: Uint8Array<ArrayBuffer>,
  version = FORMAT_VERSION,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = identity(version, names);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes) };
}

/**
 * The bytes that were sealed.
 *
 * @throws where key, names, version or a single bit differ
 */
export function unseal(
  key: CryptoKey,
  names: readonly (string | number)[],
  { iv, data }: Sealed,
): Promise<ArrayBuffer> {
  const additionalData = identity(FORMAT_VERSION, names);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data);
}
