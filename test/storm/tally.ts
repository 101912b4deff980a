// Many storms and what they came to: shared out among as many processes as the machine has cores.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** What several storms came to. */
export interface Tally {
  /** How many storms there were. */
  seeds: number;
  operations: number;
  readonly faults: Record<string, number>;
  readonly broken: string[];
}

/** What a process of storms runs with: half a storm is garbage, which is gone through less often where there is room. */
export const stormFlags = ['--max-semi-space-size=64', '--import', 'tsx'];

const empty = (): Tally => ({ seeds: 0, operations: 0, faults: {}, broken: [] });

/** Adds one tally to another. */
export function add(into: Tally, other: Tally): void {
  into.seeds += other.seeds;
  into.operations += other.operations;
  into.broken.push(...other.broken);
  for (const [kind, times] of Object.entries(other.faults)) into.faults[kind] = (into.faults[kind] ?? 0) + times;
}

/** Raises the storms of so many seeds here, every so manieth; with a flaw of that name, and to the first that breaks. */
export async function raiseSome(
  from: number,
  seeds: number,
  stride: number,
  flaw?: string,
  isStopping = false,
): Promise<Tally> {
  // Whoever only shares storms out loads none of what raises them.
  const [{ mutants }, { raise }] = await Promise.all([import('./mutants.ts'), import('./simulation.ts')]);
  const tally = empty();
  const { flaws = {} } = mutants.find(({ name }) => name === flaw) ?? {};
  for (let seed = from; seed < from + seeds; seed += stride) {
    const { broken, faults, operations } = await raise(seed, flaws);
    add(tally, {
      seeds: 1,
      operations,
      faults,
      broken: broken.map((one) => `seed ${seed}: ${one.invariant}: ${one.what}`),
    });
    if (broken.length > 0 && isStopping) break;
  }
  return tally;
}

/** Raises them in as many processes as this machine has cores. */
export async function raiseAll(from: number, seeds: number): Promise<Tally> {
  const tally = empty();
  const stride = Math.min(availableParallelism(), seeds);
  const shares = Array.from({ length: stride }, (_, first) => {
    const words = ['--share', String(stride), '--from', String(from + first), '--seeds', String(seeds - first)];
    const child = fork(join(import.meta.dirname, 'run.ts'), words, {
      execArgv: stormFlags,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Promise<void>((resolve, reject) => {
      child.once('message', (share) => add(tally, share as Tally));
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a share of the storms ended with ${code}`)),
      );
    });
  });
  await Promise.all(shares);
  return tally;
}
