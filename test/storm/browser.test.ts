// Small storms in a real browser: it goes offline, its page is loaded anew while it is sending, its page is closed while
// it is sending. Each text is there exactly once, for whoever wrote it and for whoever comes new.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, panelOf, untilSent } from '../support/chromium.ts';
import { freePort, run, type Program } from '../support/program.ts';
import { createRelay, type Relay } from '../support/relay.ts';
import { site, temporaryFolder } from '../support/server-bench.ts';

const folder = temporaryFolder();
/** Milliseconds within which everything that waits must have ended. */
const patienceMs = 60_000;
let browser: Browser;
let server: Program;
let wire: Relay;
let port = 0;

/** The demo, on pages that come over the wire. */
async function start(): Promise<Program> {
  const config = join(folder.path, 'config.json');
  writeFileSync(config, JSON.stringify({ sites: [{ ...site, origins: [wire.url] }] }));
  const demo = run('demo/server.mjs', ['--port', String(port), '--data', folder.path, '--config', config]);
  await demo.printed('The demo course is at');
  return demo;
}

before(async () => {
  port = await freePort();
  wire = await createRelay(port);
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.kill('SIGKILL');
  await wire.close();
  folder.remove();
});

const addressOf = (lesson: number, as: string): string => `${wire.url}/lesson-${lesson}.html?as=${as}`;

async function ready(page: Page): Promise<Page> {
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).waitFor({ timeout: patienceMs });
  return page;
}

async function open(context: BrowserContext, lesson: number, as = 'amina'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(addressOf(lesson, as));
  return ready(page);
}

async function post(page: Page, text: string): Promise<void> {
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).fill(text);
  await panelOf(page).getByRole('button', { name: 'Post', exact: true }).click();
  await panelOf(page).getByText(text, { exact: true }).waitFor();
}

/** Nothing waits any more, and each text is there once: here, and for somebody who comes new. */
async function demandOnce(page: Page, lesson: number, texts: readonly string[]): Promise<void> {
  const panel = panelOf(page);
  for (const text of texts) await panel.getByText(text, { exact: true }).waitFor({ timeout: patienceMs });
  await untilSent(page, patienceMs); // who comes earlier finds the rest behind “1 new”
  const context = await browser.newContext();
  const fresh = await open(context, lesson, 'jonas');
  for (const text of texts) {
    await panelOf(fresh).getByText(text, { exact: true }).first().waitFor({ timeout: patienceMs });
    assert.equal(await panelOf(fresh).getByText(text, { exact: true }).count(), 1, text);
    assert.equal(await panel.getByText(text, { exact: true }).count(), 1, text);
  }
  await context.close();
}

/** The server takes nothing in and answers nothing, and nobody is told. */
const freeze = (): boolean => process.kill(server.pid, 'SIGSTOP');
const thaw = (): boolean => process.kill(server.pid, 'SIGCONT');

test('a browser that goes offline while people post: each text is there once', async () => {
  const context = await browser.newContext();
  const page = await open(context, 1);
  await post(page, 'Before the tunnel.');
  // Chromium leaves open sockets alone when it is told to be offline: the wire ends them.
  await context.setOffline(true);
  wire.cut();
  const offline = panelOf(page).getByText(/You are offline/);
  await offline.waitFor();
  for (const text of ['In the tunnel, one.', 'In the tunnel, two.']) await post(page, text);
  wire.heal();
  await context.setOffline(false);
  await offline.waitFor({ state: 'hidden', timeout: patienceMs });
  await demandOnce(page, 1, ['Before the tunnel.', 'In the tunnel, one.', 'In the tunnel, two.']);
  await context.close();
});

test('a page that is loaded anew while it is sending: each text is there once', async () => {
  const context = await browser.newContext();
  const page = await open(context, 2);
  freeze();
  for (const text of ['Sent and reloaded.', 'Waiting and reloaded.']) await post(page, text);
  await panelOf(page).getByText('Sending…').first().waitFor();
  const reloaded = page.reload();
  thaw();
  await reloaded;
  await demandOnce(await ready(page), 2, ['Sent and reloaded.', 'Waiting and reloaded.']);
  await context.close();
});

test('a page that is closed while it is sending to a server that dies: each text is there once', async () => {
  const context = await browser.newContext();
  const page = await open(context, 3);
  freeze();
  for (const text of ['Sent and closed.', 'Waiting and closed.']) await post(page, text);
  await panelOf(page).getByText('Sending…').first().waitFor();
  await page.close();
  await server.kill('SIGKILL');
  server = await start();
  await demandOnce(await open(context, 3), 3, ['Sent and closed.', 'Waiting and closed.']);
  await context.close();
});
