// Exports of real sites, where they are at hand beside the project; without them these tests are skipped and say so.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createDesk, site } from '../support/exports/run.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const wordpress = fileURLToPath(new URL('wordpress-theme-test.wxr.xml', folder));
const disqus = fileURLToPath(new URL('disqus-export.xml', folder));
const unless = (file: string): false | string => (existsSync(file) ? false : `${file} is not here`);

test('the theme test of WordPress is taken whole', { skip: unless(wordpress) }, async () => {
  const desk = createDesk();
  const { code, out } = await desk.import('wordpress', wordpress);
  assert.equal(code, 0);
  assert.match(out, /28 comments taken: 24 shown, 4 held; left out: 4\n/);
  assert.match(out, /pingbacks and trackbacks: 4\n\s+921, 922, 924, 923\n/);
  assert.match(out, /held, since their page asks for a password: 1\n\s+926\n/);
  const rooms = await desk.storage.rooms();
  assert.equal(rooms.length, 6);
  const posts = await desk.posts('/2012/01/03/template-comments');
  assert.equal(posts.length, 20);
  let depth = 0;
  for (
    let post = await desk.post('/2012/01/03/template-comments', 'Comment Depth 10\n\nAlso an author comment.');
    ;
    depth++
  ) {
    const parent = posts.find(({ id }) => id === post.parentId);
    if (parent === undefined) break;
    post = parent;
  }
  assert.equal(depth, 9);
  const names = posts.map(({ author }) => author.name).join();
  assert.match(names, /John Γιάννης Doe Κάποιος/);
  const all = await desk.everything();
  assert.doesNotMatch(all, /example@example|fake@|gmail\.com/);
  await desk.import('wordpress', wordpress);
  assert.equal(await desk.everything(), all);
});

test('an export of Disqus with its oddities is taken', { skip: unless(disqus) }, async () => {
  const desk = createDesk();
  const { code, out } = await desk.import('disqus', disqus);
  assert.equal(code, 0);
  assert.deepEqual(await desk.storage.rooms(), [`${site}:/`, `${site}:/blog/2013/02/12/redacted`]);
  assert.match(out, /5 comments taken: 4 shown, 0 held, 1 only as a place for replies; left out: 1\n/);
  assert.match(out, /in a thread that is not in the file: 1\n\s+6\n/);
  assert.match(out, /deleted, only the place kept for replies: 1\n\s+9\n/);
  assert.doesNotMatch(await desk.everything(), /bar\.com|127\.0\.0\.1/);
});
