// A reader of a discussion as the load sees one: lets itself in, holds a head, takes what follows on, syncs over gaps.
// Speaks to our server and to the bare one. How many there are and what they post is left to crowd.ts.
import { DiscussionError, toWire } from '../../src/model/errors.ts';
import type { Changes, Window } from '../../src/model/post.ts';
import { protocol, type Answer } from '../../src/wire.ts';
import { openWire, type Wire } from './wire.ts';

/** Where readers go. */
export interface Place {
  readonly kind: 'peer' | 'bare';
  readonly port: number;
  readonly origin: string;
  readonly site: string;
  readonly discussion: string;
}

/** Who reads. */
export interface ReaderOptions {
  readonly place: Place;
  readonly token: string | null;
  readonly localAddress: string;
  readonly bytesPerSecond?: number;
  /** Hears of every live change that was taken. */
  readonly onChanges: (changes: Changes) => void;
  /** Hears that the connection ended, whoever ended it. */
  readonly onGone: () => void;
}

/** A reader. */
export interface Reader {
  readonly head: () => string | null;
  /** Times that something was missed. */
  readonly gaps: () => number;
  readonly isConnected: () => boolean;
  /** Comes in, again or for the first time; true once what was missed is held, false where it was refused or cut. */
  enter(port: number): Promise<boolean>;
  ask<T>(event: string, ...args: readonly unknown[]): Promise<Answer<T>>;
  /** Sends anything at all. */
  sendRaw(text: string): void;
  quicken(): void;
  leave(): void;
}

/** What a panel asks for when it opens. */
const firstLook: Window = { threads: 20, order: 'newest' };

let lastText = '';
let lastData: unknown;
/** A broadcast comes to thousands as the same text: parsed once. */
function parse(text: string): unknown {
  if (text === lastText) return lastData;
  lastText = text;
  return (lastData = JSON.parse(text));
}

/** A reader who has not come in yet. */
export function createReader(options: ReaderOptions): Reader {
  const { place, token, localAddress, onChanges, onGone } = options;
  let { bytesPerSecond } = options;
  const isPeer = place.kind === 'peer';
  const waiting = new Map<number, (answer: unknown) => void>();
  let wire: Wire | null = null;
  let head: string | null = null;
  let gaps = 0;
  let asked = 0;
  let end = (_isIn: boolean): void => {};
  const lost = { error: toWire(new DiscussionError('offline', 'the connection ended')) };

  function ask<T>(event: string, ...args: readonly unknown[]): Promise<Answer<T>> {
    const id = asked++;
    wire?.send(`42${id}${JSON.stringify([event, ...args])}`);
    return new Promise((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
  }
  async function sync(): Promise<void> {
    const answer = await ask<Changes>('sync', head, firstLook);
    if ('ok' in answer) head = answer.ok.to;
    end('ok' in answer);
  }
  function take(changes: Changes): void {
    if (changes.from === head) {
      head = changes.to;
      onChanges(changes);
    } else if (changes.to !== head) {
      gaps++;
      void sync();
    }
  }
  function onText(text: string): void {
    if (text.startsWith('42[')) {
      const [event, data] = parse(text.slice(2)) as [string, Changes];
      if (event === 'changes') take(data);
      else if (event === 'welcome') void sync();
    } else if (text.startsWith('43')) {
      const bracket = text.indexOf('[');
      const id = Number(text.slice(2, bracket));
      const [answer] = JSON.parse(text.slice(bracket)) as [unknown];
      waiting.get(id)?.(answer);
      waiting.delete(id);
    } else if (text === '2') wire?.send('3');
    else if (text.startsWith('0')) {
      const { site, discussion } = place;
      wire?.send(`40${JSON.stringify({ protocol, site, discussion, ...(token !== null && { token }) })}`);
    } else if (text.startsWith('40') && !isPeer) void sync();
    else if (text.startsWith('44')) {
      end(false);
      wire?.close();
    }
  }

  return {
    head: () => head,
    gaps: () => gaps,
    isConnected: () => wire !== null,
    enter: (port) =>
      new Promise((resolve) => {
        end = resolve;
        const path = isPeer ? '/socket/' : '/socket.io/';
        const opened = openWire({
          ...{ port, path, origin: place.origin, localAddress, onText },
          ...(bytesPerSecond !== undefined && { bytesPerSecond }),
          onClose() {
            if (wire === opened) wire = null;
            for (const give of waiting.values()) give(lost);
            waiting.clear();
            resolve(false);
            onGone();
          },
        });
        wire = opened;
      }),
    ask,
    sendRaw: (text) => wire?.send(text),
    quicken() {
      bytesPerSecond = undefined;
      wire?.quicken();
    },
    leave: () => wire?.close(),
  };
}
