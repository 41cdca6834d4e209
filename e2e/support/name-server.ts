import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A name server (RFC 1035) that belongs to a test. */
export type NameServer = {
  readonly port: number;
  /** From now on every name has these IPv4 addresses. At first it is 127.0.0.1. */
  readonly point: (...addresses: readonly string[]) => void;
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

/** Starts a name server at 127.0.0.1, whose answers are valid for a second. */
export async function startNameServer(): Promise<NameServer> {
  let addresses: readonly string[] = ['127.0.0.1'];
  const socket = createSocket('udp4');
  socket.on('message', (message, asker) => {
    const end = endOfQuestion(message);
    const isAddress = message.readUInt16BE(end - 4) === A;
    // A record points to the name at the beginning, and has an address of the internet with four bytes, valid for a
    // second.
    const records = (isAddress ? addresses : []).map((address) =>
      Buffer.from([0xc0, HEADER, 0, A, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]),
    );
    const header = Buffer.from(message.subarray(0, HEADER));
    // The header is that of an answer without an error, with one question, some records, and nothing else.
    header.writeUInt16BE(0x81_80, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(records.length, 6);
    header.writeUInt32BE(0, 8);
    socket.send([header, message.subarray(HEADER, end), ...records], asker.port, asker.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    point: (...named) => {
      addresses = named;
    },
    stop: () => socket.close(),
  };
}
