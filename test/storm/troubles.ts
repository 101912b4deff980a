// What goes wrong around real servers. Each trouble waits for facts: that people are in the middle of writing, that what
// broke is whole again.
import { execFileSync } from 'node:child_process';
import type { Backends } from '../support/cluster.ts';
import type { Trouble } from './real.ts';

/** Every server dies by kill -9, one after the other, so many times, while people write. */
export const killing =
  (times: number): Trouble =>
  async (field, { nodes }, count) => {
    for (let turn = 0; turn < times; turn++) {
      const node = nodes[turn % nodes.length];
      await node?.kill();
      count('servers killed');
      await node?.start();
      await field.acknowledged(15);
    }
  };

/** Connections break after a request went up and before its answer came down, so many times. */
export const cuttingAnswers =
  (times: number): Trouble =>
  async (field, _servers, count) => {
    const cuts = (): number => field.people.reduce((sum, { relay }) => sum + relay.answersCut, 0);
    for (let turn = 0; turn < times; turn++) {
      const before = cuts();
      for (const { relay } of field.people) relay.cutBeforeAnswer();
      if (!(await field.until(() => cuts() > before, 30_000))) throw new Error('no answer was on its way');
      await field.acknowledged(10);
      for (let more = cuts() - before; more > 0; more--) count('answers cut');
    }
  };

/** People load their pages anew while they are sending. */
export const reloading =
  (times: number): Trouble =>
  async (field, _servers, count) => {
    for (let turn = 0; turn < times; turn++) {
      const isSending = () =>
        field.people.find(({ store }) => store.state.outbox.some(({ state }) => state === 'sending'));
      if (!(await field.until(() => isSending() !== undefined, 30_000))) throw new Error('nobody was sending');
      isSending()?.reload();
      count('pages reloaded');
      await field.acknowledged(5);
    }
  };

/** The disk is full: writes fail with `internal` and stay in the outbox, reading goes on. Then there is room again. */
export const fillingDisk: Trouble = async (field, { nodes: [node] }, count) => {
  const limit = (bytes: string): void => {
    execFileSync('prlimit', ['--pid', String(node?.pid), `--fsize=${bytes}:`]);
  };
  limit('4096');
  const failing = () =>
    field.people.filter(({ store }) =>
      store.state.outbox.some(({ state, error }) => state === 'waiting' && error?.code === 'internal'),
    );
  if (!(await field.until(() => failing().length >= 3, 30_000))) throw new Error('the disk was never full');
  const [somebody] = field.people;
  const { changes } = (await somebody?.lookAnew()) ?? {};
  if (changes === undefined || changes.posts.length === 0) throw new Error('nothing could be read');
  for (const { store } of failing())
    for (const { error } of store.state.outbox) if (error?.code === 'internal') count('writes failed');
  limit('unlimited');
  await field.acknowledged(10);
};

/** The second server is cut from Redis, and not told. Both go on; then it is back. */
export const cuttingRedis =
  (times: number): Trouble =>
  async (field, { redisOfSecond }, count) => {
    for (let turn = 0; turn < times; turn++) {
      redisOfSecond?.cut();
      count('Redis cut off');
      await field.acknowledged(20);
      redisOfSecond?.heal();
      await field.acknowledged(20);
    }
  };

/** PostgreSQL ends as at a loss of power, and is started again. */
export const restartingPostgres =
  ({ postgres }: Backends, times: number): Trouble =>
  async (field, _servers, count) => {
    for (let turn = 0; turn < times; turn++) {
      await postgres.crash();
      count('PostgreSQL crashed');
      await postgres.start();
      await field.acknowledged(15);
    }
  };
