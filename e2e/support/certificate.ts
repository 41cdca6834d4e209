import { createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A key and the certificate for it, as PEM. */
export type Certified = { readonly key: string; readonly cert: string };

/** A certificate authority that belongs to a test. */
export type Authority = {
  /** The authority's own certificate, for programs that have to trust it, as PEM. */
  readonly cert: string;
  /**
   * Certifies a server with these names for so many `days` from now on. A negative number means that the certificate
   * ended so many days ago.
   */
  readonly certify: (names: readonly string[], days?: number) => Certified;
};

// DER (X.690): a tag, the length, the contents.
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const long = length < 0x80 ? [] : length < 0x1_00 ? [0x81] : [0x82, length >> 8];
  return Buffer.concat([Buffer.from([tag, ...long, length & 0xff]), content]);
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const identifier = (hex: string): Buffer => der(OBJECT_IDENTIFIER, bytes(hex));
const ECDSA_WITH_SHA256 = der(SEQUENCE, identifier('2a8648ce3d040302'));
const COMMON_NAME = identifier('550403');
const SUBJECT_ALTERNATIVE_NAME = identifier('551d11');
const BASIC_CONSTRAINTS = identifier('551d13');
const TRUE = bytes('0101ff');

const DAY = 86_400_000;

const time = (milliseconds: number): Buffer => {
  const digits = new Date(milliseconds).toISOString().replaceAll(/\.\d+|[-:T]/g, '');
  return der(UTC_TIME, Buffer.from(digits.slice(2)));
};

const nameOf = (name: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(name)))));

const pem = (certificate: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`;

type Subject = {
  readonly name: string;
  readonly key: KeyObject;
  /** The names of the server; empty for an authority. */
  readonly names: readonly string[];
  readonly days: number;
};

/** An X.509 certificate (RFC 5280) for `subject`, signed by `issuer`. */
function certificate(subject: Subject, issuer: { readonly name: string; readonly key: KeyObject }): string {
  const now = Date.now();
  const extensions = [
    subject.names.length === 0
      ? der(SEQUENCE, BASIC_CONSTRAINTS, TRUE, der(OCTET_STRING, der(SEQUENCE, TRUE)))
      : der(
          SEQUENCE,
          SUBJECT_ALTERNATIVE_NAME,
          der(OCTET_STRING, der(SEQUENCE, ...subject.names.map((name) => der(0x82, Buffer.from(name))))),
        ),
  ];
  const content = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, bytes('02'))),
    // The number has to be positive.
    der(INTEGER, Buffer.concat([bytes('01'), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    nameOf(issuer.name),
    der(SEQUENCE, time(now - 100 * DAY), time(now + subject.days * DAY)),
    nameOf(subject.name),
    createPublicKey(subject.key).export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, ...extensions)),
  );
  const signature = sign('sha256', content, issuer.key);
  return pem(der(SEQUENCE, content, ECDSA_WITH_SHA256, der(BIT_STRING, bytes('00'), signature)));
}

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;

/** Makes an authority that no program trusts yet. */
export function createAuthority(): Authority {
  const issuer = { name: `Tests ${randomBytes(4).toString('hex')}`, key: newKey() };
  return {
    cert: certificate({ ...issuer, names: [], days: 2 }, issuer),
    certify: (names, days = 1) => {
      const key = newKey();
      const [name = 'nobody'] = names;
      return { key: pemOf(key), cert: certificate({ name, key, names, days }, issuer) };
    },
  };
}

/** A certificate for a server with these names that is signed by its own key. */
export function selfSigned(names: readonly string[]): Certified {
  const [name = 'nobody'] = names;
  const key = newKey();
  return { key: pemOf(key), cert: certificate({ name, key, names, days: 1 }, { name, key }) };
}
