// An element that comes and goes leaves nothing: the page's own counts of listeners, timers, observers and sockets, and
// the browser's counts of nodes, are after fifty rounds what they were before. With the built panel and a real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { countWhatStays } from '../support/count-what-stays.ts';
import { launch } from '../support/chromium.ts';
import { socketPath } from '../../src/wire.ts';
import { openHostSite, type HostSite } from '../support/host-site.ts';

const rounds = 50;
const plantedRounds = 6;
let site: HostSite;
let browser: Browser;

const pageOf = (api: string, attributes: string) => ({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Coming and going</title>
    <script type="module" src="${api}/panel/peer-discussion.js"></script></head>
    <body><template><peer-discussion server="${api}" site="demo" discussion="/leaks" token-url="/token?as=amina"
    ${attributes}></peer-discussion></template><main></main></body></html>`,
});

before(async () => {
  site = await openHostSite((api) => ({
    '/inline': pageOf(api, ''),
    '/drawer': pageOf(api, 'placement="drawer"'),
    '/side': pageOf(api, 'placement="side" lang="ar"'),
  }));
  for (let count = 1; count <= 5; count++)
    await site.say('jonas', '/leaks', `Here ${count} with **marks** and \`code\``);
  for (let count = 6; count <= 8; count++) await site.say('rosa', '/leaks', `Here ${count}`);
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** What is there, by kind; panels are the elements that the memory still holds. */
type Counts = Readonly<Record<string, number>>;

async function open(path: string): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(8_000);
  // The compiler of the tests wraps functions in this, also those that run in the page.
  await page.addInitScript('globalThis.__name = (made) => made');
  await page.addInitScript(countWhatStays);
  await page.goto(`${site.origin}${path}`);
  await page.waitForFunction(() => customElements.get('peer-discussion') !== undefined);
  return { page, cdp: await page.context().newCDPSession(page) };
}

/** Puts a panel into the page, uses it, and takes it away, so many times; `plant` is a fault that each round has. */
async function comeAndGo(page: Page, times: number, plant = ''): Promise<void> {
  await page.evaluate(
    async ([count, fault, socket]) => {
      const until = async (fact: () => unknown): Promise<void> => {
        while (!fact()) await new Promise((resolve) => setTimeout(resolve, 4));
      };
      const template = document.querySelector('template');
      const { panels } = window as unknown as { panels: Set<WeakRef<Element>> };
      for (let round = 0; round < count; round++) {
        const panel = template?.content.cloneNode(true) as DocumentFragment;
        const element = document.importNode(panel, true).firstElementChild as HTMLElement;
        panels.add(new WeakRef(element));
        document.querySelector('main')?.append(element);
        const find = (selector: string): HTMLElement | null => element.shadowRoot?.querySelector(selector) ?? null;
        await until(() => find('[aria-busy=false] textarea'));
        find('[part=launcher]')?.click();
        // Every other one is used before it goes, the others go at once.
        if (round % 2 === 0) {
          find('textarea')?.focus();
          await until(() => find('[role=toolbar]'));
          for (const name of ['reply', 'fold', 'list-keys'])
            find(`[data-mode=${name}], [part=${name}], .${name}`)?.click();
          await until(() => find('dialog'));
          document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        }
        const planted: Readonly<Record<string, () => void>> = {
          listeners: () => addEventListener('scroll', () => element.isConnected),
          timers: () => void setInterval(() => element.isConnected, 60_000),
          observers: () => new ResizeObserver(() => {}).observe(document.body),
          sockets: () => void new WebSocket(element.getAttribute('server')?.replace('http', 'ws') + socket),
          nodes: () => void document.querySelector('main')?.append(document.createElement('i')),
          panels: () => void Object.assign(window, { [`kept${round}`]: element }),
        };
        planted[fault]?.();
        element.remove();
      }
    },
    [times, plant, `${socketPath}/?EIO=4&transport=websocket`] as const,
  );
}

/** Waits until sockets have closed, collects what nobody holds, and counts. */
async function count(page: Page, cdp: CDPSession): Promise<Counts> {
  const isQuiet = page.waitForFunction(() => (window as unknown as { isQuiet(): boolean }).isQuiet());
  await isQuiet.catch(() => {}); // those that stay are counted
  for (let turn = 0; turn < 3; turn++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const own = await page.evaluate(() => (window as unknown as { counts(): Counts }).counts());
  return { ...own, nodes, jsEventListeners };
}

async function grownBy(path: string, times: number, plant = ''): Promise<Counts> {
  const { page, cdp } = await open(path);
  // What is loaded, compiled and kept once for all panels comes with the first ones.
  await comeAndGo(page, 6);
  const first = await count(page, cdp);
  await comeAndGo(page, times, plant);
  const last = await count(page, cdp);
  await page.close();
  return Object.fromEntries(Object.entries(last).map(([kind, now]) => [kind, now - (first[kind] ?? 0)]));
}

for (const path of ['/inline', '/drawer', '/side'])
  test(`${path}: after ${rounds} rounds nothing is left`, async () => {
    const grown = Object.entries(await grownBy(path, rounds)).filter(([, by]) => by > 0);
    assert.deepEqual(Object.fromEntries(grown), {});
  });

for (const kind of ['listeners', 'timers', 'observers', 'sockets', 'nodes', 'panels'])
  test(`a test that can fail: ${kind} that stay are noticed`, async () => {
    const grown = await grownBy('/inline', plantedRounds, kind);
    assert.ok((grown[kind] ?? 0) >= plantedRounds, JSON.stringify(grown));
  });
