// Connections to a Redis, as the streams adapter of Socket.IO uses them. It leaves some failures unheard, and an unheard
// rejection ends the process: here all of them are heard, and every connection ends when it is told to.
import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

/** Connections to one Redis, which come back by themselves. */
export interface Redis {
  /** For the adapter; it makes more connections out of this one. */
  readonly client: Client;
  /**
   * Resolves once the adapter hears what others say.
   * @throws Error with one sentence where that takes too long
   */
  hear(): Promise<void>;
  /** Lets what is under way arrive, and ends every connection. The adapter must be closed before. */
  close(): Promise<void>;
}

/** Messages that wait for Redis to come back; what is more is dropped. */
const queueLength = 1_000;

/** Milliseconds between tries to reach Redis, at the most. */
const longestPauseMs = 2_000;

/** Milliseconds that a start waits for Redis. */
const startTimeoutMs = 5_000;

/** Milliseconds that an end waits for what is on its way to Redis. */
const endTimeoutMs = 1_000;

/** Resolves with whether this happened within so many milliseconds. */
async function within(ms: number, happens: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const happened = happens.then(
    () => true,
    () => false,
  );
  return Promise.race([happened, late]).finally(() => clearTimeout(timer));
}

/**
 * Reaches a Redis.
 * @param url `redis://` or `rediss://`
 * @param onFailure hears what goes wrong from then on
 * @throws Error with one sentence where it cannot be reached
 */
export async function openRedis(url: string, onFailure: (error: unknown) => void): Promise<Redis> {
  const clients: Client[] = [];
  let subscribed = (): void => {};
  const hearing = new Promise<void>((resolve) => (subscribed = resolve));

  function guarded(client: Client): Client {
    const { connect, publish, subscribe, duplicate } = client;
    clients.push(client);
    client.on('error', onFailure);
    return Object.assign(client, {
      connect: () => connect.call(client).catch(onFailure),
      publish: (...words: Parameters<typeof publish>) => publish.apply(client, words).catch(onFailure),
      subscribe: (...words: Parameters<typeof subscribe>) => subscribe.apply(client, words).then(subscribed, onFailure),
      duplicate: () => guarded(duplicate.call(client) as unknown as Client),
    });
  }
  const destroy = (): void => clients.forEach((client) => client.destroy());
  async function demand(happens: Promise<unknown>): Promise<void> {
    if (await within(startTimeoutMs, happens)) return;
    destroy();
    throw new Error('Redis cannot be reached.');
  }

  const client = guarded(
    createClient({
      url,
      commandsQueueMaxLength: queueLength,
      socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, longestPauseMs) },
    }),
  );
  const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()));
  void client.connect();
  await demand(ready);
  return {
    client,
    hear: () => demand(hearing),
    async close() {
      if (client.isReady) await within(endTimeoutMs, client.close());
      destroy();
    },
  };
}
