import { type AddressInfo, createServer } from 'node:net';

/** A port that nobody listens on: the service has to know its own address before it listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
