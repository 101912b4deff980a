// A bare client of the server's wire, for tests of what the server does with clients that are not ours.
import { io, type Socket } from 'socket.io-client';
import { fromWire, type DiscussionError } from '../../src/model/errors.ts';
import { protocol, socketPath, type Answer } from '../../src/wire.ts';
import { origin } from './server-bench.ts';

/** A client that is in, or why it is not. */
export type Attempt = { readonly socket: Socket } | { readonly refused: DiscussionError | 'no connection' };

/** Tries to connect, once; `hear` is told everything that the server ever says by itself. */
export function attempt(
  url: string,
  auth: object = { protocol, discussion: 'd' },
  headers: Readonly<Record<string, string>> = { origin },
  hear?: (event: string, told: unknown) => void,
): Promise<Attempt> {
  const socket = io(url, {
    path: socketPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth,
    extraHeaders: headers,
  });
  if (hear !== undefined) socket.onAny(hear);
  return new Promise((resolve) => {
    socket.once('welcome', () => resolve({ socket }));
    socket.once('connect_error', (error: Error & { data?: unknown }) => {
      socket.disconnect();
      resolve({ refused: error.data === undefined ? 'no connection' : fromWire(error.data) });
    });
  });
}

/** A client that is in. */
export async function enter(url: string, token?: string, discussion = 'd'): Promise<Socket> {
  const tried = await attempt(url, { protocol, discussion, ...(token !== undefined && { token }) });
  if ('refused' in tried) throw new Error(`refused: ${String(tried.refused)}`);
  return tried.socket;
}

/** Asks something; the answer, or the error in it. */
export async function ask<T>(socket: Socket, event: string, ...args: readonly unknown[]): Promise<T> {
  const answer = (await socket.timeout(5_000).emitWithAck(event, ...args)) as Answer<T>;
  if ('error' in answer) throw fromWire(answer.error);
  return answer.ok;
}
