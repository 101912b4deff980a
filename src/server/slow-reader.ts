// A reader that is slower than what is written for it: is cut, and comes back by a sync, so that nobody's connection
// holds the memory of the server.
import type { Socket } from 'socket.io';

/** What may wait for one socket behind the write under way: so many bytes … */
export const maxWaitingBytes = 262_144;
/** … and so many messages. */
export const maxWaitingMessages = 500;

interface Packet {
  readonly data?: string | Buffer;
}

/** Cuts this connection, without another word, once more waits for it than may. */
export function cutWhenSlow({ conn }: Pick<Socket, 'conn'>): void {
  let bytes = 0;
  let messages = 0;
  conn.on('flush', () => {
    bytes = messages = 0;
  });
  conn.on('packetCreate', ({ data = '' }: Packet) => {
    if (conn.transport.writable) return; // goes out at once
    bytes += Buffer.byteLength(data);
    messages += 1;
    // What the system still holds for it is thrown away too: a slow reader would not come to the end of it.
    if (bytes > maxWaitingBytes || messages > maxWaitingMessages) conn.request.socket.resetAndDestroy();
  });
}
