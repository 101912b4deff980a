// A network that lets HTTP through and no WebSocket: the panel goes on by calls, says so, and returns to the socket.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { panelOf } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const course = openCourse();
/** Milliseconds between two questions of the store, and what an answer may take. */
const pollMs = 5_000 + 1_000;

/** Refuses every WebSocket of a page, as a proxy does, until `isBlocked` is false. */
const block = `
  window.isBlocked = true;
  window.WebSocket = class extends WebSocket {
    constructor(url, protocols) {
      super(window.isBlocked ? String(url).replace('/socket/', '/blocked/') : url, protocols);
    }
  };`;

async function open(as: string, isBlocked: boolean): Promise<Page> {
  const page = await (await course.browser.newContext()).newPage();
  if (isBlocked) await page.addInitScript(block);
  await page.goto(course.address(`/lesson-1.html?as=${as}`));
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor();
  return page;
}

async function post(page: Page, text: string): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole('textbox', { name: 'Your post' }).fill(text);
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
}

test('no WebSocket: live within the poll interval, said in words, and back on the socket once it opens', async () => {
  const blocked = await open('amina', true);
  const other = await open('jonas', false);
  const words = panelOf(blocked).getByText(/New posts arrive here every few seconds/);
  await words.waitFor();
  assert.equal(
    await panelOf(other)
      .getByText(/every few seconds/)
      .count(),
    0,
  );

  await post(blocked, 'Out by a call.');
  await panelOf(other)
    .getByText('Out by a call.', { exact: true })
    .or(panelOf(other).getByRole('button', { name: /1 new/ }))
    .first()
    .waitFor();
  const before = Date.now();
  await post(other, 'In by a call.');
  await panelOf(blocked).getByRole('button', { name: /1 new/ }).waitFor({ timeout: pollMs });
  assert.ok(Date.now() - before < pollMs);

  await blocked.evaluate('window.isBlocked = false');
  await words.waitFor({ state: 'detached', timeout: 60_000 });
  await post(other, 'In by the socket.');
  await panelOf(blocked).getByRole('button', { name: /2 new/ }).waitFor({ timeout: 1_000 });
});
