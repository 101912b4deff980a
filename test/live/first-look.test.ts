// What a page loads before its reader can read, and what the panel says where a page, a token or a server is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { newOp } from '../../src/model/op.ts';
import { signMember } from '../../src/server/auth.ts';
import { callPath, protocol } from '../../src/wire.ts';
import { toFirstThread } from '../project/size.mjs';
import { panelOf } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const course = openCourse(async ({ address, key }) => {
  const token = await signMember({ id: 'demo', key: key() }, { id: 'amina', name: 'Amina' });
  const command = { type: 'create', op: newOp(), parentId: null, body: 'A first post to read.' };
  const hello = { protocol, discussion: '/lessons/1', site: 'demo', token };
  const headers = { origin: address('') };
  await fetch(address(`${callPath}/submit`), { method: 'POST', headers, body: JSON.stringify({ hello, command }) });
});
const { address } = course;

const open = async (path = '/lesson-1.html?as=amina'): Promise<Page> => {
  const page = await course.browser.newPage();
  await page.goto(address(path));
  return page;
};
const says = (page: Page, words: RegExp) => panelOf(page).getByText(words).first().waitFor();

test('a thread can be read without the socket, Markdown, composer and learning, from no more files than the size is counted of', async () => {
  const page = await course.browser.newPage();
  const loaded = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(embed\.js|panel\/)/.test(pathname)) loaded.add(pathname.slice(1));
  });
  const later =
    /panel\/(live|markdown|writing|peer-discussion-tools|panel-learning|shared|credit|render-guard|rolldown-runtime)-/;
  await page.route(later, (route) => route.abort());
  await page.goto(address('/lesson-1.html?as=amina'));
  await panelOf(page).getByText('A first post to read.').waitFor();
  const counted = new Set<string>(toFirstThread());
  const uncounted = [...loaded].filter((file) => !counted.has(file) && !later.test(file));
  assert.deepEqual(uncounted, []);
  await page.close();
});

const wrong: readonly (readonly [string, (page: Page) => Promise<void>, RegExp])[] = [
  [
    'no server',
    (page) => page.evaluate(() => document.querySelector('peer-discussion')?.removeAttribute('server')),
    /server/i,
  ],
  ['an id with a tag in it', (page) => setId(page, '<script>alert(1)</script>'), /not one the server accepts/],
  ['an id of 10,000 characters', (page) => setId(page, 'x'.repeat(10_000)), /not one the server accepts/],
];

function setId(page: Page, id: string): Promise<void> {
  return page.evaluate((value) => document.querySelector('peer-discussion')?.setAttribute('discussion', value), id);
}

function setToken(page: Page, token: string): Promise<unknown> {
  const given = JSON.stringify(token);
  return page.evaluate(`document.querySelector('peer-discussion').getToken = () => Promise.resolve(${given})`);
}

for (const [what, make, words] of wrong)
  test(`${what}: the panel says so in words, and goes on once it is mended`, async () => {
    const page = await open();
    await panelOf(page).getByText('A first post to read.').waitFor();
    await make(page);
    await panelOf(page).getByText('A first post to read.').waitFor({ state: 'detached' });
    await says(page, words);
    await page.evaluate(() => {
      document.querySelector('peer-discussion')?.setAttribute('server', '/');
      document.querySelector('peer-discussion')?.setAttribute('discussion', '/lessons/1');
    });
    await panelOf(page).getByText('A first post to read.').waitFor();
    await page.close();
  });

test('a wrong token and one that ran out: what to do is said', async () => {
  const old = await signMember({ id: 'demo', key: course.key() }, { id: 'amina', name: 'Amina' }, -100);
  for (const token of ['not a token', old]) {
    const page = await open();
    await panelOf(page).getByText('A first post to read.').waitFor();
    await setToken(page, token);
    await says(page, /sign/i);
    await page.close();
  }
});

test('a server that is down when the page opens: said, and healed by itself', async () => {
  const page = await open();
  await panelOf(page).getByText('A first post to read.').waitFor();
  await page.route(/\/(api|socket)\//, (route) => route.abort());
  await course.server.kill('SIGKILL');
  await setId(page, '/lessons/2');
  await says(page, /offline|reach/i);
  await page.unroute(/\/(api|socket)\//);
  await course.restart();
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor({ timeout: 60_000 });
  await page.close();
});

test('where the Markdown cannot be loaded, its source is read, it is not asked for over and over, and comes in the end', async () => {
  const token = await signMember({ id: 'demo', key: course.key() }, { id: 'amina', name: 'Amina' });
  const command = { type: 'create', op: newOp(), parentId: null, body: 'A post with **weight** in it.' };
  const hello = { protocol, discussion: '/lessons/1', site: 'demo', token };
  const headers = { origin: address('') };
  await fetch(address(`${callPath}/submit`), { method: 'POST', headers, body: JSON.stringify({ hello, command }) });
  const page = await course.browser.newPage();
  await page.clock.install();
  let asked = 0;
  await page.route(/panel\/markdown-/, (route) => {
    asked++;
    return route.abort();
  });
  await page.goto(address('/lesson-1.html?as=amina'));
  await says(page, /A post with \*\*weight\*\* in it/);
  // What one writes with asks for it once, too. A failure that is tried again at once asks some ninety times in these turns.
  await panelOf(page).getByRole('textbox').first().waitFor();
  const before = asked;
  await page.evaluate(async () => {
    for (let turn = 0; turn < 100; turn++)
      await new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve)));
  });
  assert.ok(asked - before <= 10, `asked ${asked - before} times more, after ${before}`);
  await page.unroute(/panel\/markdown-/);
  await page.clock.fastForward(31_000);
  await panelOf(page).locator('strong', { hasText: 'weight' }).waitFor();
  await page.close();
});
