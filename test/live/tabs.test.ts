// Two tabs of one person in one browser, over a real server: what both wrote offline, and what a tab that was closed had
// not sent yet, is there once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { panelOf, untilSent } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const patienceMs = 60_000;
const course = openCourse();

async function open(context: BrowserContext, lesson: number, as = 'amina'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(course.address(`/lesson-${lesson}.html?as=${as}`));
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor();
  return page;
}

async function post(page: Page, text: string): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole('textbox', { name: 'Your post' }).fill(text);
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
  await panel.getByText(text, { exact: true }).waitFor();
}

/** Each text is there once for somebody who comes new; waits until the last of them has arrived. */
async function demandOnce(lesson: number, texts: readonly string[]): Promise<void> {
  const context = await course.browser.newContext();
  const fresh = await open(context, lesson, 'jonas');
  for (const text of texts) {
    const found = panelOf(fresh).getByText(text, { exact: true });
    await found.first().waitFor({ timeout: patienceMs });
    assert.equal(await found.count(), 1, text);
  }
  await context.close();
}

test('both tabs write while the server is gone: once it is back, each text is there once', async () => {
  const context = await course.browser.newContext();
  const tabs = [await open(context, 1), await open(context, 1)];
  await course.server.kill('SIGKILL');
  const offline = (page: Page) => panelOf(page).getByText(/You are offline/);
  for (const page of tabs) await offline(page).waitFor();
  const texts = ['From the first tab.', 'From the second tab.'];
  for (const [place, page] of tabs.entries()) await post(page, texts[place] ?? '');
  await course.restart();
  for (const page of tabs) {
    await offline(page).waitFor({ state: 'hidden', timeout: patienceMs });
    await untilSent(page, patienceMs);
  }
  await demandOnce(1, texts);
  await context.close();
});

test('a tab that is closed while it sends: the other one sends what is left, once', async () => {
  const context = await course.browser.newContext();
  const [closing, staying] = [await open(context, 2), await open(context, 2)];
  process.kill(course.server.pid, 'SIGSTOP'); // takes nothing in and answers nothing, and nobody is told
  const texts = ['Sent by a tab that closed.', 'Left by a tab that closed.'];
  for (const text of texts) await post(closing, text);
  await panelOf(closing).getByText('Sending…').first().waitFor();
  await closing.close();
  await course.server.kill('SIGKILL');
  await course.restart();
  for (const text of texts)
    await panelOf(staying).getByText(text, { exact: true }).first().waitFor({ timeout: patienceMs });
  await untilSent(staying, patienceMs);
  for (const text of texts) assert.equal(await panelOf(staying).getByText(text, { exact: true }).count(), 1, text);
  await demandOnce(2, texts);
  await context.close();
});
