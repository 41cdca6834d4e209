import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A name server (RFC 1035) of a test's own. */
export type NameServer = {
  readonly port: number;
  /** Every name has this IPv4 address from now on. At first: 127.0.0.1. */
  readonly point: (address: string) => void;
  readonly stop: () => void;
};

const HEADER = 12;
const A = 1;

/** The end of the one question of a message: labels up to an empty one, then type and class. */
function endOfQuestion(message: Buffer): number {
  let at = HEADER;
  while (message[at] !== 0 && at < message.length) at += (message[at] ?? 0) + 1;
  return at + 5;
}

/** Starts a name server at 127.0.0.1, whose answers are good for a second. */
export async function startNameServer(): Promise<NameServer> {
  let bytes = [127, 0, 0, 1];
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const end = endOfQuestion(message);
    const isAddress = message.readUInt16BE(end - 4) === A;
    const header = Buffer.from(message.subarray(0, HEADER));
    // An answer, without an error; one question, and one record or none; nothing further.
    header.writeUInt16BE(0x81_80, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(isAddress ? 1 : 0, 6);
    header.writeUInt32BE(0, 8);
    // The name is the one at the beginning; an address of the internet, good for a second, of four bytes.
    const record = Buffer.from([0xc0, HEADER, 0, A, 0, 1, 0, 0, 0, 1, 0, 4, ...bytes]);
    socket.send([header, message.subarray(HEADER, end), ...(isAddress ? [record] : [])], port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    point: (address) => {
      bytes = address.split('.').map(Number);
    },
    stop: () => socket.close(),
  };
}
