// A page on a slow line: what is asked comes with the posts, nothing moves once they are there, and nobody waits for what
// does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page, Route } from 'playwright-core';
import { panelOf } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const course = openCourse();

const { address } = course;
const learning = /panel\/panel-learning-/;
/** The first post of a discussion that asks something, and of one that does not. */
const asking = '/workshop.html?as=amina';
const plain = '/imported.html?as=amina';

/** Keeps the file from coming until it is let, or fails. */
async function holdBack(page: Page): Promise<(isToCome: boolean) => Promise<void>> {
  const held: Route[] = [];
  let isLet: boolean | null = null;
  const end = (route: Route): Promise<void> => (isLet === true ? route.continue() : route.abort());
  await page.route(learning, (route) => (isLet === null ? void held.push(route) : end(route)));
  return async (isToCome) => {
    isLet = isToCome;
    await Promise.all(held.splice(0).map(end));
  };
}

const prompt = (page: Page): Locator => panelOf(page).getByRole('group', { name: /^Case/ });
const posts = (page: Page): Locator => panelOf(page).getByRole('article');

for (const [who, width] of [
  ['amina', 360],
  ['amina', 1280],
  ['rosa', 360],
  ['rosa', 1280],
] as const)
  test(`300 ms for each request, ${who}, ${width} px: nothing in the panel moves`, async () => {
    const page = await course.browser.newPage({ viewport: { width, height: 800 } });
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const noLimit = { offline: false, downloadThroughput: -1, uploadThroughput: -1 };
    await network.send('Network.emulateNetworkConditions', { ...noLimit, latency: 300 });
    await page.addInitScript(() => {
      interface Shift extends PerformanceEntry {
        readonly value: number;
        readonly sources: readonly { readonly node: Node | null }[];
      }
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const { value, startTime, sources } of list.getEntries() as Shift[]) {
          const panel = document.querySelector('peer-discussion');
          // Of what stands in the panel's own root a page is told no name.
          if (sources.some(({ node }) => node === null || panel?.contains(node) === true))
            moved.push(`${value} at ${startTime}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address(`/workshop.html?as=${who}`));
    await panelOf(page).scrollIntoViewIfNeeded();
    await prompt(page).waitFor();
    await posts(page).first().waitFor();
    // Online, and with everything that is loaded after the first posts.
    await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    assert.deepEqual(await page.evaluate(() => (window as unknown as { moved: string[] }).moved), []);
    await page.close();
  });

test('what is asked comes late: its place is kept, and the posts come with it', async () => {
  const page = await course.browser.newPage();
  const letIn = await holdBack(page);
  const answered = page.waitForResponse((response) => response.url().endsWith('/look'));
  await page.goto(address(asking));
  await (await answered).finished();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.equal(await posts(page).count(), 0);
  assert.equal(await panelOf(page).getByText('Loading').count(), 1);
  await letIn(true);
  await posts(page).first().waitFor();
  assert.equal(await prompt(page).count(), 1);
  await page.close();
});

test('what is asked does not come: the posts do, soon, and it follows', async () => {
  const page = await course.browser.newPage();
  const letIn = await holdBack(page);
  await page.goto(address(asking));
  await posts(page).first().waitFor();
  assert.equal(await prompt(page).count(), 0);
  await letIn(true);
  await prompt(page).waitFor();
  await page.close();
});

test('what is asked cannot be loaded: the posts come', async () => {
  const page = await course.browser.newPage();
  const letIn = await holdBack(page);
  await letIn(false);
  await page.goto(address(asking));
  await posts(page).first().waitFor();
  assert.equal(await prompt(page).count(), 0);
  await page.close();
});

test('where nothing is asked, nothing is waited for', async () => {
  const page = await course.browser.newPage();
  const letIn = await holdBack(page);
  await page.goto(address(plain));
  await posts(page).first().waitFor();
  await letIn(true);
  await page.close();
});
