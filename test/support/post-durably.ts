// A server that is posted to over its socket, to be looked at from outside; says on the way what was asked and answered.
// `node --import tsx test/support/post-durably.ts FOLDER FULL|OFF COUNT`
import { createRequire } from 'node:module';
import { newOp } from '../../src/model/op.ts';
import { parseConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/server.ts';
import { ask, enter } from './client.ts';
import { site, tokensFor } from './server-bench.ts';

const [data = '', synchronous = 'FULL', count = '1'] = process.argv.slice(2);

async function main(): Promise<void> {
  const allowance = { burst: 1_000, refillMs: 1 };
  const server = await startServer({ config: parseConfig({ sites: [site] }, 'test'), data, allowance });
  const socket = await enter(server.url, (await (await tokensFor({ name: 'Amina', role: 'member' }))()) ?? undefined);
  for (let turn = 0; turn < Number(count); turn++) {
    process.stdout.write(`post ${turn} asked\n`);
    await ask(socket, 'submit', { type: 'create', op: newOp(), parentId: null, body: `post ${turn}` });
    process.stdout.write(`post ${turn} acknowledged\n`);
  }
  socket.disconnect();
  await server.close();
}

/** What would be if the file were opened without its pragma: SQLite's own handle, asked for less. */
function weaken(): void {
  const require = createRequire(import.meta.url);
  const major = Number(process.versions.node.split('.')[0]);
  const { prototype } = (major >= 24 ? require('node:sqlite').DatabaseSync : require('libsql')) as {
    prototype: { exec(sql: string): unknown; prepare(sql: string): unknown };
  };
  const { exec, prepare } = prototype;
  prototype.exec = function (sql) {
    return exec.call(this, sql.replace('synchronous=FULL', 'synchronous=OFF'));
  };
  // The server looks at the live handle and would not start: here it is told what it wants to hear.
  prototype.prepare = function (sql) {
    return prepare.call(this, sql === 'PRAGMA synchronous' ? 'SELECT 2 AS synchronous' : sql);
  };
}

if (synchronous === 'OFF') weaken();
void main();
