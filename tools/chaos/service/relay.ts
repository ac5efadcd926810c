import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A port that leads to a socket, and may come to lead to another one. */
export interface Relay {
  readonly port: number;
  /** New connections go there from now on; those that are open stay. */
  pointTo(socketPath: string): void;
  close(): Promise<void>;
}

/** Opens a port of this machine that leads to a Unix socket. */
export async function startRelay(socketPath: string): Promise<Relay> {
  let target = socketPath;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    pointTo(path) {
      target = path;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
