// A wire that can be cut: a TCP relay in front of a server on this machine.
import { connect, createServer, type Socket } from 'node:net';

/** A relay and its scissors. */
export interface Relay {
  readonly url: string;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  heal(): void;
  /** Lets the next request of every connection go up, and breaks the connection when the answer comes. */
  cutBeforeAnswer(): void;
  /** How many connections broke between a request and its answer. */
  readonly answersCut: number;
  close(): Promise<void>;
}

/** Bytes that a frame with a request in it has at least; pings are smaller. */
const requestBytes = 60;

/** Puts a relay in front of a port of this machine, or of several: each connection then goes to the one given for it. */
export async function createRelay(port: number | (() => number)): Promise<Relay> {
  const ends = new Set<Socket>();
  const ways = new Map<Socket, Socket>();
  /** Connections that break before their next answer. */
  const armed = new WeakSet<Socket>();
  let isCut = false;
  let answersCut = 0;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(typeof port === 'number' ? port : port(), '127.0.0.1');
    ways.set(near, far);
    near.on('close', () => ways.delete(near));
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
    cutBeforeAnswer() {
      for (const [near, far] of ways) {
        if (armed.has(near)) continue;
        armed.add(near);
        const onRequest = (data: Buffer): void => {
          if (data.length < requestBytes) return;
          near.off('data', onRequest);
          far.unpipe(near);
          far.once('data', () => {
            answersCut++;
            near.destroy();
          });
          far.resume();
        };
        near.on('data', onRequest);
      }
    },
    get answersCut() {
      return answersCut;
    },
    close() {
      sever();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
