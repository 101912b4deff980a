// A WordPress export becomes discussions: every state of a comment, every broken thread, and nothing private.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../../src/model/allow.ts';
import type { Storage } from '../../src/room/storage.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { createSqliteStorage } from '../../src/server/sqlite-storage.ts';
import { openSqlite } from '../../src/server/sqlite.ts';
import { createDesk, exportFile, site } from '../support/exports/run.ts';
import { fileWith, page, wxr, type WxrComment } from '../support/exports/wxr.ts';

const association = exportFile('association.wxr.xml');

/** Imports one page `/p` of these comments. */
async function imported(comments: readonly WxrComment[], more?: string) {
  const desk = createDesk();
  const said = await desk.import('wordpress', fileWith(wxr(page('/p', comments, more))));
  assert.equal(said.code, 0, said.err);
  return { desk, said, posts: await desk.posts('/p') };
}

test('a page becomes a discussion with title and address, oldest comment first, replies below theirs', async () => {
  const desk = createDesk();
  assert.equal((await desk.import('wordpress', association)).code, 0);
  assert.deepEqual(await desk.storage.rooms(), [`${site}:/looking`, `${site}:/notes`]);
  const { about } = await desk.storage.everything(`${site}:/looking`);
  assert.deepEqual(about, {
    title: 'Learning by looking & asking',
    url: 'https://guides.example.org/looking/?utm_source=mail',
  });
  const posts = await desk.posts('/looking');
  const question = posts[0];
  assert.deepEqual(
    { ...question, id: '', author: { ...question?.author, id: '' } },
    {
      id: '',
      parentId: null,
      author: { id: '', name: 'Elif O’Hara', role: 'guest' },
      body: 'My visitors say *"nice"* and walk on.\nHow do I ask for more?\n\nI have **ten** minutes for each room.',
      createdAt: '2024-05-01T10:30:00.000Z',
      editedAt: null,
      revision: 1,
      order: 1,
      state: 'shown',
      published: true,
    },
  );
  const answer = await desk.post('/looking', 'Start with what is there, Elif. Meaning comes by itself.');
  assert.equal(answer.parentId, question?.id);
});

test('the author of the page is a facilitator, a registered user a member, anybody else a guest', async () => {
  const { posts } = await imported([
    { id: 1, author: 'Olga', user: 5 },
    { id: 2, author: 'Sven', user: 6 },
    { id: 3, author: 'Ines' },
  ]);
  assert.deepEqual(
    posts.map(({ author }) => [author.name, author.role]),
    [
      ['Olga', 'facilitator'],
      ['Sven', 'member'],
      ['Ines', 'guest'],
    ],
  );
});

test('one name or one user is one person, whose id nobody else can have', async () => {
  const { posts } = await imported([
    { id: 1, author: 'Ines', email: 'one@example.org' },
    { id: 2, author: 'Ines', email: 'two@example.org' },
    { id: 3, author: 'Sven', user: 6 },
    { id: 4, author: 'Sven B.', user: 6 },
    { id: 5, author: '' },
    { id: 6, author: '' },
  ]);
  const ids = posts.map(({ author }) => author.id);
  for (const id of ids) assert.match(id, /^import:wordpress:[0-9a-f]{32}$/);
  assert.equal(ids[0], ids[1]);
  assert.equal(ids[2], ids[3]);
  assert.equal(new Set(ids).size, 4, 'two people without a name are two people');
});

test('what waits for approval is held, unseen by others; spam, trash and pingbacks are left out and counted', async () => {
  const desk = createDesk();
  const { out } = await desk.import('wordpress', association);
  const held = await desk.post('/looking', 'Waiting for a facilitator.');
  assert.deepEqual([held.state, held.published], ['held', false]);
  assert.match(out, /taken: 4 shown, 1 held, 1 only as a place for replies; left out: 3\n/);
  assert.match(out, /marked as spam: 1\n\s+23\n/);
  assert.match(out, /pingbacks and trackbacks: 2\n\s+26, 27\n/);
  assert.match(out, /in the trash, only the place kept for replies: 1\n\s+24\n/);
  assert.match(out, /without a time in UTC, local time taken: 1\n\s+28\n/);
});

test('of a comment in the trash with replies only the place is kept', async () => {
  const desk = createDesk();
  await desk.import('wordpress', association);
  const reply = await desk.post('/looking', 'An answer to what is in the trash.');
  const place = (await desk.posts('/looking')).find(({ id }) => id === reply.parentId);
  assert.equal(place?.state, 'removed');
  assert.equal(place?.published, true);
  assert.equal(place?.body, '');
  assert.equal(place?.author.name, 'Anonymous');
  assert.doesNotMatch(await desk.everything(), /secret|Regretful/);
});

test('comments of a page that not everybody may read are held, whatever they were', async () => {
  const desk = createDesk();
  const { out } = await desk.import('wordpress', association);
  const [note] = await desk.posts('/notes');
  assert.deepEqual([note?.state, note?.published], ['held', false]);
  assert.match(out, /held, since their page asks for a password: 1\n\s+30\n/);
  const draft = await imported([{ id: 1 }], '<wp:status>draft</wp:status>');
  assert.equal(draft.posts[0]?.state, 'held');
  assert.equal((await draft.desk.storage.everything(`${site}:/p`)).about.title, null);
  const trashed = await imported([{ id: 1 }], '<wp:status>trash</wp:status>');
  assert.equal(trashed.posts.length, 0);
  assert.match(trashed.said.out, /on a page in the trash: 1/);
});

test('threads ten deep stay ten deep', async () => {
  const chain = Array.from({ length: 10 }, (_, index) => ({ id: index + 1, parent: index }));
  const { posts } = await imported([...chain].reverse());
  assert.deepEqual(
    posts.map(({ parentId }) => posts.findIndex(({ id }) => id === parentId)),
    [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('a parent comes before its replies even where its time says otherwise', async () => {
  const { posts } = await imported([
    { id: 1, parent: 2, gmt: '2024-01-01 00:00:00' },
    { id: 2, gmt: '2024-02-01 00:00:00' },
    { id: 3, gmt: '2024-01-15 00:00:00' },
  ]);
  assert.deepEqual(
    posts.map(({ body }) => body),
    ['Comment 2.', 'Comment 1.', 'Comment 3.'],
  );
  assert.equal(posts[1]?.parentId, posts[0]?.id);
});

test('a reply to what is not in the file begins a thread, and is reported', async () => {
  const { posts, said } = await imported([
    { id: 1, parent: 99 },
    { id: 2, parent: 1 },
  ]);
  assert.equal(posts[0]?.parentId, null);
  assert.equal(posts[1]?.parentId, posts[0]?.id);
  assert.match(said.out, /not on their page, now at the start of a thread: 1\n\s+1\n/);
});

test('a circle of replies is opened at its oldest comment', async () => {
  const { posts, said } = await imported([
    { id: 1, parent: 3 },
    { id: 2, parent: 1 },
    { id: 3, parent: 2 },
    { id: 4, parent: 4 },
    { id: 5, parent: 2, gmt: '2023-01-01 00:00:00' },
  ]);
  const parentOf = (body: string): string | undefined => {
    const parentId = posts.find((post) => post.body === body)?.parentId;
    return posts.find(({ id }) => id === parentId)?.body;
  };
  assert.equal(posts.length, 5);
  assert.equal(parentOf('Comment 1.'), undefined);
  assert.equal(parentOf('Comment 2.'), 'Comment 1.');
  assert.equal(parentOf('Comment 3.'), 'Comment 2.');
  assert.equal(parentOf('Comment 4.'), undefined);
  assert.equal(parentOf('Comment 5.'), 'Comment 2.');
  assert.match(said.out, /in a circle of replies, opened here[^:]*: 2\n\s+1, 4\n/);
});

test('whatever has a reply was once readable: it is stored so, and no reply stands alone', async () => {
  const { posts } = await imported([
    { id: 1, approved: '0' },
    { id: 2, parent: 1 },
    { id: 3, parent: 2, approved: '0' },
    { id: 4, parent: 3, approved: '0' },
  ]);
  for (const post of posts)
    if (posts.some(({ parentId }) => parentId === post.id)) assert.equal(post.published, true, post.body);
  assert.deepEqual(
    posts.map(({ state }) => state),
    ['held', 'shown', 'held', 'held'],
  );
  assert.equal(posts[3]?.published, false);
});

test('a comment without text is left out; with replies its place is kept', async () => {
  const { posts, said } = await imported([
    { id: 1, html: ' <script>alert(1)</script> ' },
    { id: 2, html: '' },
    { id: 3, parent: 2 },
  ]);
  assert.deepEqual(
    posts.map(({ state }) => state),
    ['removed', 'shown'],
  );
  assert.match(said.out, /without any text: 1\n\s+1\n/);
  assert.match(said.out, /without any text, only the place kept for replies: 1\n\s+2\n/);
});

test('a second run writes nothing and says so', async () => {
  const desk = createDesk();
  const first = await desk.import('wordpress', association);
  const before = await desk.everything();
  const second = await desk.import('wordpress', association);
  assert.equal(second.code, 0);
  assert.equal(await desk.everything(), before);
  assert.match(first.out, /7 posts written, 0 were there/);
  assert.match(second.out, /0 posts written, 7 were there from an earlier run/);
});

test('a later export adds what is new, and leaves what is there as it is', async () => {
  const desk = createDesk();
  const export1 = wxr(page('/p', [{ id: 1 }, { id: 2, approved: '0' }]));
  const export2 = wxr(
    page('/p', [{ id: 1, html: 'Other words' }, { id: 2 }, { id: 3, parent: 2 }, { id: 4, parent: 1 }]),
  );
  await desk.import('wordpress', fileWith(export1));
  const { out } = await desk.import('wordpress', fileWith(export2));
  const posts = await desk.posts('/p');
  assert.deepEqual(
    posts.map(({ body, state, published }) => [body, state, published]),
    [
      ['Comment 1.', 'shown', true],
      ['Comment 2.', 'held', false],
      ['Comment 3.', 'held', false],
      ['Comment 4.', 'shown', true],
    ],
  );
  assert.match(out, /changed since an earlier import, left as it is here: 2\n\s+1, 2\n/);
  assert.match(out, /held, since what it answers is held here: 1\n\s+3\n/);
});

test('a file of SQLite holds what a storage in memory holds', async () => {
  const sqlite = createSqliteStorage(openSqlite(fileWith('', 'rooms.db'), migrations));
  const many = fileWith(
    wxr(
      page(
        '/p',
        Array.from({ length: 450 }, (_, index) => ({ id: index + 1, parent: index % 7 })),
      ),
    ),
  );
  const desks = [createDesk(sqlite), createDesk()];
  for (const desk of desks) for (const file of [association, many, many]) await desk.import('wordpress', file);
  for (const discussion of ['/looking', '/p']) {
    const [inSqlite, inMemory] = await Promise.all(desks.map((desk) => desk.export('--discussion', discussion)));
    assert.equal(inSqlite?.code, 0);
    assert.ok(inSqlite?.out === inMemory?.out, discussion);
  }
  assert.equal((await sqlite.everything(`${site}:/p`)).posts.length, 450);
  await sqlite.close();
});

test('a reply is never sent before its parent is stored, even to a storage that mixes up what comes at once', async () => {
  const inner = createDesk().storage;
  let waiting: (() => void)[] = [];
  const storage: Storage = {
    ...inner,
    commit: (attempt, decide) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0)
          setImmediate(() => {
            const all = waiting.reverse();
            waiting = [];
            for (const work of all) work();
          });
        waiting.push(() => void inner.commit(attempt, decide).then(resolve, reject));
      }),
  };
  const desk = createDesk(storage);
  await desk.import(
    'wordpress',
    fileWith(
      wxr(
        page(
          '/p',
          [1, 2, 3, 4, 5].map((id) => ({ id, parent: id - 1 })),
        ),
      ),
    ),
  );
  const posts = await desk.posts('/p');
  assert.deepEqual(
    posts.map(({ body }) => body),
    [1, 2, 3, 4, 5].map((id) => `Comment ${id}.`),
  );
});

test('two blogs with the same numbers do not meet', async () => {
  const desk = createDesk();
  const other = wxr(page('/p', [{ id: 1, html: 'Elsewhere' }])).replace(
    /base_blog_url>[^<]*</,
    'base_blog_url>http://b.example<',
  );
  await desk.import('wordpress', fileWith(wxr(page('/p', [{ id: 1 }]))));
  await desk.import('wordpress', fileWith(other));
  assert.equal((await desk.posts('/p')).length, 2);
});

test('no e-mail, no network address and no digest of one is stored or said', async () => {
  const desk = createDesk();
  const comments = [
    { id: 1, author: 'ines@example.org', email: 'ines@example.org' },
    { id: 2, author: 'Ines <ines@example.org>', email: 'ines@example.org' },
  ];
  const { out } = await desk.import('wordpress', fileWith(wxr(page('/p', comments))));
  await desk.import('wordpress', association);
  const all = (await desk.everything()) + out;
  assert.doesNotMatch(all, /@example|@guides|192\.0\.2/);
  assert.deepEqual(
    (await desk.posts('/p')).map(({ author }) => author.name),
    ['ines', 'Ines'],
  );
  const elsewhere = createDesk();
  const same = comments.map((one) => ({ ...one, email: 'other@example.net' }));
  await elsewhere.import('wordpress', fileWith(wxr(page('/p', same))));
  assert.deepEqual(await elsewhere.posts('/p'), await desk.posts('/p'), 'the e-mail changes nothing');
});

test('a name is one line without control marks, and at most 80 long', async () => {
  const { posts } = await imported([
    { id: 1, author: 'A\u202eb\u0085 c\n d' },
    { id: 2, author: '𝒜'.repeat(60) },
    { id: 3, author: '&lt;b&gt;R&amp;D&lt;/b&gt; <i>team</i>' },
  ]);
  assert.deepEqual(
    posts.map(({ author }) => author.name),
    ['Ab c d', '𝒜'.repeat(40), '<b>R&D</b> team'],
  );
});

test('a comment longer than a post continues in replies, and nothing of it is lost', async () => {
  const words = Array.from({ length: 4_000 }, (_, index) => `word${index}`);
  const { posts, said } = await imported([
    { id: 1, html: words.join(' ') },
    { id: 2, parent: 1 },
  ]);
  const parts = posts.filter(({ body }) => body.includes('word'));
  assert.equal(parts.length, 4);
  for (const part of parts) assert.ok(part.body.length <= limits.bodyLength);
  for (const part of parts.slice(1)) assert.equal(part.parentId, parts[0]?.id);
  assert.match(parts[1]?.body ?? '', /^\(2\/4\)\n\n/);
  assert.equal(parts.map(({ body }) => body.replace(/^\(\d\/4\)\n\n/, '')).join(' '), words.join(' '));
  assert.match(said.out, /longer than 10000 characters, continued in replies: 1\n\s+1\n/);
  assert.match(said.out, /3 continuations of long ones/);
});

test('code that is cut is code on both sides of the cut', async () => {
  const lines = Array.from({ length: 900 }, (_, index) => `line ${index} * of code`);
  const { posts } = await imported([{ id: 1, html: `<pre>${lines.join('\n')}</pre>` }]);
  assert.equal(posts.length, 2);
  const code = posts.map(({ body }) => /```\n(.*)\n```$/s.exec(body)?.[1] ?? '');
  assert.equal(code.join('\n'), lines.join('\n'));
});

test('an unreadable time falls back to the local one, the page, and says so', async () => {
  const { posts, said } = await imported([
    { id: 1, gmt: '0000-00-00 00:00:00', local: '2024-01-05 10:00:00' },
    { id: 2, gmt: '0000-00-00 00:00:00', local: 'yesterday' },
    { id: 3, gmt: '2024-02-31 10:00:00', local: '' },
  ]);
  const times = new Map(posts.map(({ body, createdAt }) => [body, createdAt]));
  assert.equal(times.get('Comment 1.'), '2024-01-05T10:00:00.000Z');
  assert.equal(times.get('Comment 2.'), '2024-02-01T08:00:00.000Z');
  assert.equal(times.get('Comment 3.'), '2024-02-01T08:00:00.000Z');
  assert.match(said.out, /local time taken: 1\n\s+1\n/);
  assert.match(said.out, /without a time, given the page's: 2\n\s+2, 3\n/);
});

test('an id that was there before, an unknown state and another kind of comment are said', async () => {
  const { posts, said } = await imported([
    { id: 1 },
    { id: 1, html: 'Again' },
    { id: 2, approved: 'maybe' },
    { id: 3, type: 'order_note' },
  ]);
  assert.deepEqual(
    posts.map(({ state }) => state),
    ['shown', 'held'],
  );
  assert.match(said.out, /with an id that was there before: 1\n\s+1\n/);
  assert.match(said.out, /held, since "maybe" is no known state of a comment: 1/);
  assert.match(said.out, /of another kind than comments \("order_note"\): 1/);
});

test('a page without an address is left out with its comments', async () => {
  const desk = createDesk();
  const text = wxr(page('/p', [{ id: 7 }])).replace(/<link>[^<]*<\/link>/, '<link></link>');
  const { out } = await desk.import('wordpress', fileWith(text));
  assert.deepEqual(await desk.storage.rooms(), []);
  assert.match(out, /on a page without an address: 1\n\s+7\n/);
});

test('a dry run reports and writes nothing', async () => {
  const desk = createDesk();
  const { code, out } = await desk.import('wordpress', association, '--dry-run');
  assert.equal(code, 0);
  assert.match(out, /taken: 4 shown/);
  assert.match(out, /Nothing was written/);
  assert.deepEqual(await desk.storage.rooms(), []);
});

test('characters that XML forbids do not stop an import', async () => {
  const { posts, said } = await imported([{ id: 1, html: 'a\u0008b' }]);
  assert.equal(posts[0]?.body, 'ab');
  assert.match(said.out, /1 characters that XML forbids were left out/);
});

test('a file in another encoding is read in it', async () => {
  const desk = createDesk();
  const text = wxr(page('/p', [{ id: 1, html: 'Schön, né?' }])).replace('UTF-8', 'ISO-8859-1');
  await desk.import('wordpress', fileWith(Buffer.from(text, 'latin1')));
  assert.equal((await desk.posts('/p'))[0]?.body, 'Schön, né?');
});
