// A storm over real servers: people write while trouble comes and goes; then there is quiet, a cold restart, and the
// checker. What troubles there are: troubles.ts.
import { judge, type Broken } from './checker.ts';
import { createField, discussion, isAtRest, type Field, type Somebody } from './field.ts';
import type { Servers } from './servers.ts';

/** Something that goes wrong while people write; resolves once all of it is over. Counts what it did. */
export type Trouble = (field: Field, servers: Servers, count: (kind: string) => void) => Promise<void>;

/** What came of a storm over real servers. */
export interface RealAftermath {
  readonly broken: readonly Broken[];
  readonly faults: Readonly<Record<string, number>>;
  readonly operations: number;
}

/** Milliseconds within which everything must have ended, as the invariants have it; and a little for a slow machine. */
const patienceMs = 60_000;

/** Whether somebody is shown what they would be shown anew. */
async function agrees({ store, lookAnew }: Somebody): Promise<boolean> {
  const fresh = (await lookAnew()).changes.posts.map((entry) => JSON.stringify(entry)).sort();
  const held = [...store.state.posts.values()].map((entry) => JSON.stringify(entry)).sort();
  return fresh.join() === held.join();
}

/** Raises a storm of one trouble and judges what it left. */
export async function raiseReal(servers: Servers, trouble: Trouble, seed = 1): Promise<RealAftermath> {
  const faults: Record<string, number> = {};
  const count = (kind: string): void => void (faults[kind] = (faults[kind] ?? 0) + 1);
  const field = await createField(
    servers.nodes.map(({ port }) => port),
    seed,
  );
  try {
    if (!(await field.until(() => field.people.every(({ store }) => isAtRest(store.state)), patienceMs)))
      throw new Error('not everybody could come in');
    const rest = field.write();
    await field.acknowledged(10);
    await trouble(field, servers, count);
    const healedAt = Date.now();
    await rest();
    for (const { died } of servers.nodes) if (died !== null) throw new Error(died);
    await field.until(() => field.people.every(({ store }) => isAtRest(store.state)), patienceMs);
    // Who missed something learns of it at the next beacon.
    for (const somebody of field.people)
      while (Date.now() < healedAt + patienceMs && !(await agrees(somebody))) await field.until(() => false, 500);
    const clients = field.people.map((somebody) => somebody.testimony());
    for (const node of servers.nodes) await node.kill();
    for (const node of servers.nodes) await node.start();
    const fresh = [];
    for (const { name, person: me, lookAnew } of field.people) {
      const { posts, room: discussion = null } = (await lookAnew()).changes;
      fresh.push({ client: name, me, posts, discussion, read: [], told: [] });
    }
    for (const node of servers.nodes) await node.kill();
    const rows = await servers.rows(discussion);
    const broken = judge({ ...field.notes, clients, fresh, rows, lostHistories: [], healedAt });
    return { broken, faults, operations: field.operations };
  } catch (thrown) {
    const deaths = servers.nodes.flatMap(({ died }) => (died === null ? [] : [died]));
    throw deaths.length === 0 ? thrown : new Error(deaths.join('\n'), { cause: thrown });
  } finally {
    await field.close();
  }
}
