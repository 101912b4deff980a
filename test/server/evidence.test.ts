// Evidence records: the same bytes from the same log, wherever it is kept; nothing of anybody's words or names; everybody's
// for staff, one's own for others; and no change of the data or of a file goes unnoticed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { evidenceFile } from '../../src/model/evidence-file.ts';
import type { EvidenceRecord } from '../../src/model/evidence-record.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person, Role } from '../../src/model/post.ts';
import { sha256Of } from '../../src/room/history.ts';
import { createRoom } from '../../src/room/room.ts';
import type { Storage } from '../../src/room/storage.ts';
import { signMember } from '../../src/server/auth.ts';
import { backUp, databaseName, restore } from '../../src/server/backup.ts';
import { parseConfig } from '../../src/server/config.ts';
import { openData } from '../../src/server/data.ts';
import { evidenceCommand } from '../../src/server/evidence-command.ts';
import { createLog } from '../../src/server/log.ts';
import { migrateStorage } from '../../src/server/migrate-storage.ts';
import { startServer } from '../../src/server/server.ts';
import { openSqliteAsIs } from '../../src/server/sqlite.ts';
import { callPath, protocol, type Answer } from '../../src/wire.ts';
import { promptWith } from '../support/learning-room.ts';
import { startPostgres } from '../support/postgres.ts';
import { origin, site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const discussion = '/lessons/1';
const key = `${site.id}:${discussion}`;
const somebody = (id: string, name: string, role: Role = 'member'): Person => ({ id, name, role });
const fay = somebody('staff-1', 'Fay Facilitator', 'facilitator');
const ada = somebody('=cmd|ada', 'Ada Lovelace');
const bo = somebody('m-2', 'Bo Bonobo');
const cy = somebody('m-3, "the third"', 'Cy Cypress');
const people = [ada, bo, cy];

const answerOf: Readonly<Record<string, string>> = {
  [ada.id]: 'On the surgical ward we hand over patients at night with the chart open and drains are read aloud twice.',
  [bo.id]: 'In our nursing home a whiteboard shows who fell at night and what gets lost are hearing aids and glasses.',
  [cy.id]: 'Community nursing hands over patients by a phone call from the car and wound photographs come much later.',
};
const rule = {
  ...{ answerWords: 12, colleagues: 2, replyWords: 5, readPercent: 50, comesBack: true, applyWords: 0 },
  isAttested: true,
};

/** What stands in the data and must stand in no record. */
const secrets = [
  ...people.map(({ name }) => name),
  ...['Fay', 'Lovelace', 'surgical', 'whiteboard', 'photographs', 'a note about Ada', 'copied from a book', 'pencil'],
];

/** A discussion with something of everything that evidence is made of, at times of a clock that is turned by hand. */
async function furnish(storage: Storage): Promise<Readonly<Record<string, string>>> {
  let at = Date.parse('2026-03-02T08:00:00.000Z');
  const room = createRoom({ key, discussion, guestPosts: 'held', storage, now: () => at });
  const act = async (who: Person, command: Record<string, unknown>): Promise<string> => {
    at += 60_000;
    const op = newOp();
    await room.submit(await room.lens(who), { op, ...command });
    return op;
  };
  const gate = { type: 'post-first', words: 10, kind: null } as const;
  const write = (who: Person, body: string, rest: object): Promise<string> =>
    act(who, { type: 'create', parentId: null, body, ...rest });
  await act(fay, { type: 'arrange', prompt: promptWith(gate, { credit: { ...rule, answerWords: 40 } }) });
  const ids: Record<string, string> = {};
  for (const who of people) ids[who.name] = await write(who, answerOf[who.id] ?? '', { promptId: 'p' });
  await act(fay, { type: 'arrange', prompt: promptWith(gate, { credit: rule }) });
  await act(ada, { type: 'read', ids: [ids[bo.name]] });
  ids['to Bo'] = await write(ada, 'Does that whiteboard also show the hearing aids of patients?', {
    parentId: ids[bo.name],
  });
  ids['to Cy'] = await write(ada, 'Our photographs of wounds come by phone, too.', { parentId: ids[cy.name] });
  ids['to Ada'] = await write(bo, 'Why twice?', { parentId: ids[ada.name] });
  await act(ada, { type: 'read', ids: [ids['to Ada']] });
  await act(ada, { type: 'edit', id: ids['to Cy'], revision: 1, body: 'A pencil.' });
  await act(bo, { type: 'remove', id: ids['to Ada'] });
  await act(fay, { type: 'void', id: ids[cy.name], isVoid: true, reason: 'copied from a book' });
  const attest = { type: 'attest', promptId: 'p', personId: ada.id, isAttested: true, note: 'a note about Ada' };
  await act(fay, attest);
  return ids;
}

/** Everybody's evidence, as the text of a file. */
async function fileOf(storage: Storage, form: 'json' | 'csv' = 'json'): Promise<string> {
  const room = createRoom({ key, discussion, guestPosts: 'none', storage });
  return evidenceFile(await room.evidence(fay, null), form);
}

/** A data folder that is furnished, and closed. */
async function filled() {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const { storage } = await openData({}, data);
  const ids = await furnish(storage);
  const [json, csv] = [await fileOf(storage), await fileOf(storage, 'csv')];
  await storage.close();
  return { folder, data, ids, json, csv };
}

async function again(data: string, form: 'json' | 'csv' = 'json'): Promise<string> {
  const { storage } = await openData({}, data);
  const text = await fileOf(storage, form);
  await storage.close();
  return text;
}

/** Canonical JSON, written here once more: names sorted at every depth. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
}

test('a record says what was done, when, by which posts and under which rule', async () => {
  const { folder, json, ids } = await filled();
  const records = JSON.parse(json) as EvidenceRecord[];
  assert.deepEqual(
    records.map(({ person }) => person),
    [ada.id, bo.id, cy.id].sort(),
  );
  const time = (minutes: number): string =>
    new Date(Date.parse('2026-03-02T08:00:00.000Z') + minutes * 60_000).toISOString();
  const [first] = records;
  const { hash, head, ...rest } = first ?? ({} as EvidenceRecord);
  // Worked out by hand: a minute for everything that is done.
  assert.deepEqual(rest, {
    ...{ format: 'peer-discussion-evidence', formatVersion: 1, discussion, prompt: 'p', version: 2, person: ada.id },
    rules: [
      { version: 1, rule: { ...rule, answerWords: 40 } },
      { version: 2, rule },
    ],
    clamps: [
      {
        ...{ clamp: 'answer', have: 20, want: 12, metAt: time(5), metUnder: 2 },
        counted: [{ post: ids[ada.name], at: time(2), words: 20 }],
      },
      {
        ...{ clamp: 'replies', have: 2, want: 2, metAt: time(8), metUnder: 2 },
        counted: [
          { post: ids['to Bo'], at: time(7), words: 10 },
          { post: ids['to Cy'], at: time(8), words: 8 },
        ],
      },
      {
        ...{ clamp: 'read', have: 66, want: 50, metAt: time(6), metUnder: 2 },
        counted: [{ post: ids[bo.name], at: time(6) }],
      },
      {
        ...{ clamp: 'back', have: 1, want: 1, metAt: time(10), metUnder: 2 },
        counted: [{ post: ids['to Ada'], at: time(10) }],
      },
      { clamp: 'attested', have: 1, want: 1, metAt: time(14), metUnder: 2, counted: [] },
    ],
    ...{ completedAt: time(14), completedUnder: 2, voided: [], attestation: { by: fay.id, at: time(14) } },
  });
  assert.match(head, /^[0-9a-f]{32}$/);
  assert.equal(
    hash,
    createHash('sha256')
      .update(canonical({ ...rest, head }))
      .digest('hex'),
  );
  const third = records.find(({ person }) => person === cy.id);
  assert.deepEqual(third?.voided, [{ post: ids[cy.name], at: time(13) }]);
  assert.equal(third?.clamps[0]?.have, 0, 'what was voided does not count');
  folder.remove();
});

test('the same log gives the same bytes: replayed again, from a backup, and by a server on PostgreSQL', async () => {
  const { folder, data, json, csv } = await filled();
  assert.equal(await again(data), json);
  assert.equal(await again(data, 'csv'), csv);
  const copy = join(folder.path, 'copy.db');
  backUp(data, copy);
  const elsewhere = join(folder.path, 'elsewhere');
  restore(elsewhere, copy);
  assert.equal(await again(elsewhere), json);
  const postgres = await startPostgres('evidence replayed in PostgreSQL');
  if (postgres !== null) {
    after(() => postgres.remove());
    const url = await postgres.createDatabase();
    await migrateStorage(data, url);
    const { storage } = await openData({ storage: { postgres: url } }, '');
    assert.equal(await fileOf(storage), json);
    assert.equal(await fileOf(storage, 'csv'), csv);
    await storage.close();
  }
  folder.remove();
});

test('no name, no word and no note of anybody is in a record, of what is removed neither', async () => {
  const { folder, json, csv } = await filled();
  for (const text of [json, csv])
    for (const secret of secrets) assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret);
  folder.remove();
});

/** The rows of CSV, read as RFC 4180 says. */
function rowsOf(csv: string): string[][] {
  assert.ok(csv.endsWith('\r\n'));
  const rows: string[][] = [[]];
  const cells = csv.slice(0, -2).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  for (const [found, quoted, plain, end] of cells) {
    if (found === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

test('CSV holds a row for every part, and no cell that a spreadsheet takes for a formula', async () => {
  const { folder, json, csv } = await filled();
  const records = JSON.parse(json) as EvidenceRecord[];
  const [head, ...rows] = rowsOf(csv);
  assert.deepEqual(head?.slice(0, 6), ['discussion', 'head', 'prompt', 'version', 'person', 'part']);
  assert.equal(rows.length, records.flatMap(({ clamps }) => clamps).length);
  assert.deepEqual([...new Set(rows.map((row) => row[4]))].sort(), [bo.id, cy.id, `'${ada.id}`].sort());
  const [record] = records;
  if (record === undefined) throw new Error('no record');
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\0']) {
    const row: string[] | undefined = rowsOf(evidenceFile([{ ...record, person: `${start}1+1` }], 'csv'))[1];
    assert.equal(row?.[4], `'${start}1+1`, JSON.stringify(start));
  }
  folder.remove();
});

/** What the command says: its code, and both outputs. */
async function command(data: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { storage } = await openData({}, data);
  let [out, err] = ['', ''];
  const io = {
    ...{ storage, sites: [site.id] },
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const code = await evidenceCommand(['--discussion', discussion, ...args], io);
  await storage.close();
  return { code, out, err };
}

test('the command writes the same bytes, of all or of one, and says in one sentence what is wrong', async () => {
  const { folder, data, json, csv } = await filled();
  assert.deepEqual(await command(data), { code: 0, out: json, err: '' });
  assert.equal((await command(data, '--format', 'csv')).out, csv);
  const one = (await command(data, '--person', ada.id)).out;
  assert.ok(json.includes(one.split('\n')[1] ?? 'nothing'), 'the same line as in the file of all');
  const file = join(folder.path, 'evidence.json');
  assert.equal((await command(data, '--out', file)).code, 0);
  assert.equal(readFileSync(file, 'utf8'), json);
  assert.match((await command(data, '--format', 'xml')).err, /^The format is json or csv\.\n$/);
  assert.match((await command(data, '--discussion', '/none')).err, /has no discussion "\/none"\.\n$/);
  folder.remove();
});

/** Every fault, planted in the data: what evidence rests on, changed behind the back of the rules. */
const faults: Readonly<Record<string, string>> = {
  'one word more in a body’s worth': `UPDATE posts SET record = replace(record, '"words":20', '"words":21')`,
  'an answer of another day': `UPDATE posts SET record = replace(record, '2026-03-02T08:02', '2026-03-01T08:02')`,
  'a voided post that counts again': `UPDATE posts SET record = replace(record, '"voided"', '"avoided"')`,
  'a post that is gone': `DELETE FROM posts WHERE record LIKE '%hearing aids of patients%'`,
  'a reading that never was': `DELETE FROM marks`,
  'an easier rule': `UPDATE rooms SET about = replace(about, '"colleagues":2', '"colleagues":1')`,
  'an attestation of another': `UPDATE rooms SET about = replace(about, '"by":{"id":"staff-1"', '"by":{"id":"staff-2"')`,
};

for (const [fault, sql] of Object.entries(faults))
  test(`a fault in the data is noticed: ${fault}`, async () => {
    const { folder, data, json } = await filled();
    const file = join(folder.path, 'evidence.json');
    writeFileSync(file, json);
    assert.deepEqual(await command(data, '--check', file), {
      ...{ code: 0, out: `${file}: 3 records say what the data says\n`, err: '' },
    });
    const db = openSqliteAsIs(join(data, databaseName));
    db.exec(sql);
    db.close();
    assert.notEqual(await again(data), json);
    const { code, err } = await command(data, '--check', file);
    assert.equal(code, 1);
    assert.match(err, /: the data says otherwise of: /);
    folder.remove();
  });

test('a file that somebody changed is noticed, and one from before the discussion went on is told from it', async () => {
  const { folder, data, json } = await filled();
  const file = join(folder.path, 'evidence.json');
  for (const [what, instead] of [
    ['"have":66', '"have":67'],
    [`"person":"${bo.id}"`, '"person":"m-9"'],
    ['"metUnder":2', '"metUnder":1'],
  ] as const) {
    assert.ok(json.includes(what), what);
    writeFileSync(file, json.replace(what, instead));
    assert.match((await command(data, '--check', file)).err, /: changed since they were written: /);
  }
  writeFileSync(file, json);
  const { storage } = await openData({}, data);
  const room = createRoom({ key, discussion, guestPosts: 'held', storage });
  await room.submit(await room.lens(bo), { type: 'create', op: newOp(), parentId: null, body: 'On and on.' });
  await storage.close();
  const { code, out } = await command(data, '--check', file);
  assert.equal(code, 0);
  assert.match(out, /: 0 records say what the data says; 3 of another point of the history, whose hashes fit\n$/);
  folder.remove();
});

test('a file of another discussion, or of a history that the data does not have, is none of its past', async () => {
  const { folder, data, json } = await filled();
  const file = join(folder.path, 'evidence.json');
  /** The same records with something else in them, and hashes that fit. */
  const forged = (change: object): string => {
    const records = (JSON.parse(json) as EvidenceRecord[]).map(({ hash: _hash, ...rest }) => ({ ...rest, ...change }));
    return JSON.stringify(records.map((one) => ({ ...one, hash: sha256Of(canonical(one)) })));
  };
  for (const [change, complaint] of [
    [{ discussion: '/lessons/2' }, /: of another discussion: /],
    [{ head: '0123456789abcdef0123456789abcdef' }, /: of a history that the data does not have: /],
    [{ prompt: 'q' }, /: the data says otherwise of: /],
    [{ person: 'm-9' }, /: the data says otherwise of: /],
  ] as const) {
    writeFileSync(file, forged(change));
    const { code, err } = await command(data, '--check', file);
    assert.deepEqual([code, complaint.test(err)], [1, true], err);
  }
  writeFileSync(file, (await command(data, '--person', 'm-9')).out);
  assert.match((await command(data, '--check', file)).out, /: 1 records say what the data says\n$/);
  folder.remove();
});

test('over HTTP staff are given everybody’s by their signed role alone, others their own; the log names nobody', async () => {
  const { folder, data, json } = await filled();
  const lines: string[] = [];
  const config = parseConfig({ sites: [site] }, 'test');
  const server = await startServer({ config, data, log: createLog((line) => lines.push(line)) });
  const ask = async (token: string | null, of: unknown, rest: object = {}): Promise<Answer<EvidenceRecord[]>> => {
    const hello = { protocol, discussion, ...(token !== null && { token }), ...rest };
    const body = JSON.stringify({ hello, of, role: 'facilitator' });
    return (await (
      await fetch(`${server.url}${callPath}/evidence`, { method: 'POST', body, headers: { origin } })
    ).json()) as Answer<EvidenceRecord[]>;
  };
  const given = (answer: Answer<EvidenceRecord[]>): readonly EvidenceRecord[] | string =>
    'ok' in answer ? answer.ok : answer.error.code;
  const all = JSON.parse(json) as EvidenceRecord[];
  const mine = all.filter(({ person }) => person === ada.id);
  const token = (who: Person): Promise<string> => signMember(site, who);
  const staff = given(await ask(await token(fay), null));
  assert.equal(evidenceFile(staff as EvidenceRecord[], 'json'), json);
  assert.deepEqual(given(await ask(await token(fay), ada.id)), mine);
  for (const of of [null, ada.id]) assert.deepEqual(given(await ask(await token(ada), of)), mine);
  for (const of of [bo.id, 'nobody', ''])
    assert.equal(given(await ask(await token(ada), of, { role: 'facilitator', viewer: fay })), 'forbidden');
  assert.equal(given(await ask(await token({ ...ada, role: 'expert' }), bo.id)), 'forbidden');
  const guest = await (await tokensFor({ name: 'Gil', role: 'guest' }))();
  assert.equal(given(await ask(guest, ada.id)), 'forbidden');
  assert.equal(given(await ask(null, null)), 'unauthenticated');
  const forged = await signMember({ ...site, key: `${site.key} not` }, fay);
  assert.equal(given(await ask(forged, null)), 'unauthenticated');
  for (const of of [undefined, 7, [ada.id]]) assert.equal(given(await ask(await token(fay), of)), 'invalid');
  await server.close();
  const told = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ event }) => event === 'evidence');
  assert.deepEqual(
    told.map(({ event, site: where, discussion: which, role, records }) => ({
      ...{ event, site: where, discussion: which, role, records },
    })),
    [
      { event: 'evidence', site: site.id, discussion, role: 'facilitator', records: 3 },
      { event: 'evidence', site: site.id, discussion, role: 'facilitator', records: 1 },
      { event: 'evidence', site: site.id, discussion, role: 'member', records: 1 },
      { event: 'evidence', site: site.id, discussion, role: 'member', records: 1 },
    ],
  );
  assert.ok(
    told.every((facts) => Object.keys(facts).length === 6),
    'the time, and nothing else',
  );
  for (const { id, name } of [fay, ...people])
    assert.ok(!lines.join('').includes(id) && !lines.join('').includes(name), id);
  folder.remove();
});
