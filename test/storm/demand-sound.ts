// Binds a storm over real servers to node:test: it must have been one, and nothing may be broken after it.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { raiseReal, type Trouble } from './real.ts';
import type { Servers } from './servers.ts';

/** Commands below which a storm was too small to say anything. */
const fewestOperations = 30;

/** Raises a storm and fails where anything is broken, or where the trouble did not come. */
export async function demandSound(
  t: TestContext,
  start: () => Promise<Servers>,
  trouble: Trouble,
  fault: string,
): Promise<void> {
  const servers = await start();
  try {
    const { broken, faults, operations } = await raiseReal(servers, trouble);
    t.diagnostic(`${operations} operations, ${JSON.stringify(faults)}`);
    assert.deepEqual(broken, []);
    assert.ok((faults[fault] ?? 0) > 0, `${fault}: none`);
    assert.ok(operations >= fewestOperations, `${operations} operations`);
  } finally {
    await servers.remove();
  }
}
