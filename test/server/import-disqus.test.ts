// A Disqus export becomes discussions, by the same rules as any other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDesk, exportFile, site } from '../support/exports/run.ts';

const association = exportFile('association.disqus.xml');

test('threads become discussions, posts keep their places, and HTML becomes Markdown', async () => {
  const desk = createDesk();
  assert.equal((await desk.import('disqus', association)).code, 0);
  assert.deepEqual(await desk.storage.rooms(), [`${site}:/looking`]);
  const posts = await desk.posts('/looking');
  assert.deepEqual(
    posts.map(({ body, state, parentId, author }) => [
      body,
      state,
      posts.findIndex(({ id }) => id === parentId),
      author.name,
      author.role,
    ]),
    [
      [
        'Which object do you begin with?\nThe largest?\n\nI begin with the one by the door.',
        'shown',
        -1,
        'Elif',
        'member',
      ],
      ['The [smallest](https://guides.example.org/rooms/3): people come closer.', 'shown', 0, 'Jonas & Lea', 'guest'],
      ['', 'removed', -1, 'Anonymous', 'guest'],
      ['I still want to answer that.', 'shown', 2, 'Elif', 'member'],
    ],
  );
  assert.equal(posts[0]?.author.id, posts[3]?.author.id);
  assert.equal(posts[0]?.createdAt, '2019-04-02T09:15:00.000Z');
});

test('what is left out is counted with its reason and its id', async () => {
  const { out } = await createDesk().import('disqus', association);
  assert.match(out, /marked as spam: 1\n\s+1005\n/);
  assert.match(out, /in a thread without an address: 1\n\s+1006\n/);
  assert.match(out, /in a thread that is not in the file: 1\n\s+1007\n/);
  assert.match(out, /in a thread that was deleted: 1\n\s+1008\n/);
  assert.match(out, /deleted, only the place kept for replies: 1\n\s+1003\n/);
  assert.match(out, /4 comments taken: 3 shown, 0 held, 1 only as a place for replies; left out: 4\n/);
});

test('nothing private is stored, and a text taken back stays taken back', async () => {
  const desk = createDesk();
  await desk.import('disqus', association);
  assert.doesNotMatch(await desk.everything(), /jonas@|192\.0\.2|taken back|Gone Person|elif_guides/);
});

test('a second run changes nothing, and another source goes to the same discussion', async () => {
  const desk = createDesk();
  await desk.import('disqus', association);
  const before = await desk.everything();
  await desk.import('disqus', association);
  assert.equal(await desk.everything(), before);
  await desk.import('wordpress', exportFile('association.wxr.xml'));
  assert.equal((await desk.posts('/looking')).length, 4 + 6);
  const { about } = await desk.storage.everything(`${site}:/looking`);
  assert.equal(about.title, 'Learning by looking', 'the first to tell what the page is keeps the word');
});
