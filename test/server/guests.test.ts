// A guest's e-mail address is in the register and nowhere else: not in any answer, in no form.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { parseConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/server.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { openSqlite } from '../../src/server/sqlite.ts';
import type { Admission } from '../../src/wire.ts';
import { ask, enter } from '../support/client.ts';
import { site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const email = 'noor.canary@guests.example.org';
const forms = [
  email,
  encodeURIComponent(email),
  ...['base64', 'base64url', 'hex'].map((form) => Buffer.from(email).toString(form as BufferEncoding)),
  ...['md5', 'sha1', 'sha256'].map((hash) => createHash(hash).update(email).digest('hex')),
];

test('everything sent to a guest, a member and a facilitator holds no form of the address', async () => {
  const folder = temporaryFolder();
  const server = await startServer({ config: parseConfig({ sites: [site] }, 'test'), data: folder.path });
  const heard: unknown[] = [];
  const arrive = async (role: 'member' | 'facilitator' | null) => {
    const token = role === null ? null : await (await tokensFor({ name: role, role }))();
    const socket = await enter(server.url, token ?? undefined);
    socket.onAny((...event) => heard.push(event));
    heard.push(await ask(socket, 'sync', null, null));
    return socket;
  };
  const guest = await arrive(null);
  const member = await arrive('member');
  const facilitator = await arrive('facilitator');

  const admission = await ask<Admission>(guest, 'identify', { name: 'Noor', email: ` ${email} ` });
  const payload = Buffer.from(admission.token.split('.')[1] ?? '', 'base64url').toString();
  const op = newOp();
  heard.push(admission, payload, await ask(guest, 'submit', { type: 'create', op, parentId: null, body: 'Hello' }));
  const approve = { type: 'moderate', op: newOp(), id: op, state: 'shown', reason: '' };
  heard.push(await ask(facilitator, 'submit', approve));
  for (const socket of [guest, member, facilitator]) heard.push(await ask<Changes>(socket, 'sync', null, null));

  const everything = JSON.stringify(heard);
  assert.ok(everything.includes('Noor') && everything.includes('Hello'), 'what was said was heard');
  for (const form of forms) assert.ok(!everything.toLowerCase().includes(form.toLowerCase()), form);

  for (const socket of [guest, member, facilitator]) socket.disconnect();
  await server.close();
  const db = openSqlite(join(folder.path, 'peer-discussion.db'), migrations);
  assert.deepEqual(db.prepare('SELECT email, name FROM guests').all(), [{ email, name: 'Noor' }]);
  db.close();
  folder.remove();
});
