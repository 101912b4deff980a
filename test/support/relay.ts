// A wire that can be cut: a TCP relay in front of a server on this machine.
import { connect, createServer, type Socket } from 'node:net';

/** A relay and its scissors. */
export interface Relay {
  readonly url: string;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
}

/** Puts a relay in front of a port of this machine, or of several: each connection then goes to the one given for it. */
export async function createRelay(port: number | (() => number)): Promise<Relay> {
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(typeof port === 'number' ? port : port(), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.setNoDelay();
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the relay has no port');
  const sever = (): void => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut() {
      isCut = true;
      sever();
    },
    heal() {
      isCut = false;
    },
    close() {
      sever();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
