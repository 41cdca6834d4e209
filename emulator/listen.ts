import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on one address of this computer. */
export type Listening = { readonly server: Server; readonly port: number };

/** Listens at a port (0 for any free one) of one address. Rejects where that is not possible. */
export function listen(listener: RequestListener, port: number, host: string): Promise<Listening> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}
