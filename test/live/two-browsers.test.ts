// The main job with two real browsers and a real server: what one writes the other sees; a server that is killed in the
// middle loses nothing that it acknowledged, and nothing arrives twice.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, panelOf, untilSent } from '../support/chromium.ts';
import { freePort, runDemo, type Program } from '../support/program.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const folder = temporaryFolder();
const browsers: Browser[] = [];
let port = 0;
let server: Program;

before(async () => {
  port = await freePort();
  server = await runDemo(port, folder.path);
});
after(async () => {
  for (const browser of browsers) await browser.close();
  await server.kill('SIGTERM');
  folder.remove();
});

/** A person in a browser of their own, with the lesson open and the panel ready. */
async function open(as: string, lesson = 'lesson-1.html'): Promise<Page> {
  const browser = await launch();
  browsers.push(browser);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/${lesson}?as=${as}`);
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor();
  return page;
}

async function post(page: Page, text: string): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole('textbox', { name: 'Your post' }).fill(text);
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
}

/** Shows what waits behind "1 new", where something does. */
async function showNew(page: Page): Promise<void> {
  const button = panelOf(page).getByRole('button', { name: /\d+ new/ });
  await button.click();
}

const shows = (page: Page, text: string) => panelOf(page).getByText(text, { exact: true });

test('two people, two browsers: a post and its reply are on the other’s screen within a second', async () => {
  const amina = await open('amina');
  const jonas = await open('jonas');
  await post(amina, 'What did somebody show you that you still use?');
  const sentAt = Date.now();
  await shows(jonas, 'What did somebody show you that you still use?').waitFor({ timeout: 1_000 });
  assert.ok(Date.now() - sentAt <= 1_000);

  const panel = panelOf(jonas);
  await panel
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click();
  await panel.getByRole('textbox', { name: /Your reply to .?Amina Diallo/ }).fill('How to close a meeting.');
  const repliedAt = Date.now();
  await panel.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await panelOf(amina).getByRole('button', { name: '1 new' }).waitFor({ timeout: 1_000 });
  assert.ok(Date.now() - repliedAt <= 1_000);
  await showNew(amina);
  await shows(amina, 'How to close a meeting.').waitFor();
});

test('kill -9 in the middle: both come back, nothing acknowledged is missing, what was written meanwhile is there once', async () => {
  const amina = await open('amina', 'lesson-2.html');
  const jonas = await open('jonas', 'lesson-2.html');
  await post(amina, 'Before the fall.');
  await shows(jonas, 'Before the fall.').waitFor();

  await server.kill('SIGKILL');
  await panelOf(amina)
    .getByText(/You are offline/)
    .waitFor();
  await panelOf(jonas)
    .getByText(/You are offline/)
    .waitFor();
  await post(amina, 'Written while the server was gone.');
  await shows(amina, 'Written while the server was gone.').waitFor();
  server = await runDemo(port, folder.path);

  for (const page of [amina, jonas])
    await panelOf(page)
      .getByText(/You are offline/)
      .waitFor({ state: 'hidden', timeout: 60_000 });
  await panelOf(jonas).getByRole('button', { name: '1 new' }).waitFor({ timeout: 60_000 });
  await showNew(jonas);
  for (const page of [amina, jonas])
    for (const text of ['Before the fall.', 'Written while the server was gone.'])
      assert.equal(await shows(page, text).count(), 1, text);
  await untilSent(amina);
  const fresh = await open('jonas', 'lesson-2.html');
  await shows(fresh, 'Written while the server was gone.').waitFor();
  assert.equal(await shows(fresh, 'Written while the server was gone.').count(), 1);
});

test('a guest writes, a facilitator approves, everybody sees it; the e-mail is on no page', async () => {
  const guest = await open('guest', 'lesson-3.html');
  const rosa = await open('rosa', 'lesson-3.html');
  const jonas = await open('jonas', 'lesson-3.html');
  const panel = panelOf(guest);
  await panel.getByRole('textbox', { name: 'Your post' }).fill('May a guest ask something?');
  await panel.getByRole('textbox', { name: /name/i }).first().fill('Noor');
  await panel.getByRole('textbox', { name: /e-mail/i }).fill('noor@guests.example.org');
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
  await shows(guest, 'May a guest ask something?').waitFor();

  await rosa.getByRole('button', { name: /Approve/ }).waitFor();
  assert.equal(await shows(jonas, 'May a guest ask something?').count(), 0);
  await rosa.getByRole('button', { name: /Approve/ }).click();
  await shows(jonas, 'May a guest ask something?').waitFor();
  for (const page of [guest, rosa, jonas])
    assert.ok(
      !(await page.evaluate(() => document.querySelector('peer-discussion')?.shadowRoot?.innerHTML ?? '')).includes(
        'guests.example.org',
      ),
    );

  await guest.reload();
  await panelOf(guest).getByText('Noor').first().waitFor();
  await panelOf(guest).getByRole('button', { name: /Edit/ }).waitFor();
});

test('the page without a server: what one panel says, the other shows', async () => {
  const browser = await launch();
  browsers.push(browser);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/no-server.html`);
  const first = page.locator('peer-discussion').nth(0);
  const second = page.locator('peer-discussion').nth(1);
  await first.getByRole('textbox', { name: 'Your post' }).fill('No server hears this.');
  await first.getByRole('button', { name: 'Post', exact: true }).click();
  await second.getByRole('button', { name: '1 new' }).click();
  await second.getByText('No server hears this.', { exact: true }).waitFor();
});

test('the page without a server: what the browser keeps is there after a reload, and can be exported', async () => {
  const browser = await launch();
  browsers.push(browser);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/no-server.html`);
  const kept = page.locator('peer-discussion').nth(2);
  await kept.getByRole('textbox', { name: 'Your post' }).fill('This browser keeps it.');
  await kept.getByRole('button', { name: 'Post', exact: true }).click();
  await kept.getByText('Sending…').waitFor({ state: 'detached' });
  await page.reload();
  await kept.getByText('This browser keeps it.').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    kept.getByRole('button', { name: 'Export this discussion' }).click(),
  ]);
  assert.match(readFileSync(await download.path(), 'utf8'), /This browser keeps it\./);
});
