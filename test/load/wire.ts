// One client on the wire: TCP, WebSocket and Engine.IO by hand, as light as can be, so that thousands of clients leave
// the machine to the server. What the messages say is left to reader.ts.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** A connection. */
export interface Wire {
  /** Sends a text frame. */
  send(text: string): void;
  /** Reads as fast as it can from now on. */
  quicken(): void;
  close(): void;
}

/** What a connection is made of. */
export interface WireOptions {
  readonly port: number;
  readonly path: string;
  readonly origin: string;
  /** The address it comes from: each has its own range of ports. */
  readonly localAddress: string;
  /** Bytes that it reads in a second; all that come unless given. */
  readonly bytesPerSecond?: number;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Every read goes through here and is taken out at once. */
const landing = Buffer.alloc(65_536);

/** A text frame of a client; the mask is all zeros, which leaves the payload as it is. */
export function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const made = Buffer.alloc(head + 4 + length);
  made[0] = 0x81;
  made[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127);
  if (head === 4) made.writeUInt16BE(length, 2);
  if (head === 10) made.writeUIntBE(length, 4, 6);
  payload.copy(made, head + 4);
  return made;
}

/** Takes whole text frames out of a stream of bytes, and says when the other side wants to end. */
function createDeframer(onText: (text: string) => void, onEnd: () => void): (bytes: Buffer) => void {
  let rest: Buffer | null = null;
  let isUp = false;
  return (bytes) => {
    let all = rest === null ? bytes : Buffer.concat([rest, bytes]);
    rest = null;
    if (!isUp) {
      const end = all.indexOf('\r\n\r\n');
      if (end >= 0) all = all.subarray(end + 4);
      isUp = end >= 0;
    }
    let at = 0;
    while (isUp && all.length - at >= 2) {
      const short = (all[at + 1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (all.length - at < head) break;
      const length = head === 2 ? short : head === 4 ? all.readUInt16BE(at + 2) : all.readUIntBE(at + 4, 6);
      if (all.length - at < head + length) break;
      const opcode = (all[at] ?? 0) & 0x0f;
      if (opcode === 1) onText(all.toString('utf8', at + head, at + head + length));
      if (opcode === 8) onEnd();
      at += head + length;
    }
    if (at < all.length) rest = Buffer.from(all.subarray(at));
  };
}

/** Opens a connection. */
export function openWire(options: WireOptions): Wire {
  const { port, path, origin, localAddress, bytesPerSecond, onClose } = options;
  const take = createDeframer(options.onText, () => socket.destroy());
  const onread = {
    buffer: landing,
    callback: (size: number): boolean => {
      take(landing.subarray(0, size));
      return true;
    },
  };
  const socket = connect({
    port,
    host: '127.0.0.1',
    localAddress,
    noDelay: true,
    ...(bytesPerSecond === undefined ? { onread } : { highWaterMark: bytesPerSecond }),
  });
  let reading: NodeJS.Timeout | undefined;
  if (bytesPerSecond !== undefined) {
    // Somebody in a hurry is let in first: the slowness is in what follows.
    socket.on('data', take);
    reading = setTimeout(() => {
      socket.off('data', take).pause();
      reading = setInterval(() => {
        const bytes = (socket.read(bytesPerSecond) ?? socket.read()) as Buffer | null;
        if (bytes !== null) take(bytes);
      }, 1_000);
    }, 1_000);
  }
  socket.on('connect', () =>
    socket.write(
      `GET ${path}?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
        `Sec-WebSocket-Version: 13\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101\r\n` +
        `Accept-Language: en\r\nOrigin: ${origin}\r\n\r\n`,
    ),
  );
  socket.on('error', () => {}); // the close that follows is what counts
  socket.on('close', () => {
    clearInterval(reading);
    onClose();
  });
  return {
    send: (text) => void socket.write(frame(text)),
    quicken() {
      clearInterval(reading);
      socket.on('data', take).resume();
    },
    close: () => socket.destroy(),
  };
}
