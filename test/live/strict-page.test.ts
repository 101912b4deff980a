// A page that allows nothing: no style, no script but its own and the panel's, no address but the discussion server's,
// Trusted Types enforced. The whole job is done in it, and the browser reports no violation and logs no error.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch, panelOf } from '../support/chromium.ts';
import { openHostSite, type HostPage, type HostSite } from '../support/host-site.ts';

const nonce = 'bm9uY2Utb2YtdGhlLXRlc3Q';

const policy = (api: string, script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'none'",
    `connect-src 'self' ${api} ${api.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function strictPage(api: string, script: string, attributes: string): HostPage {
  const html = `<!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>A strict page</title>
    <script nonce="${nonce}" src="${api}/embed.js" async></script></head>
    <body><h1>A strict page</h1>
    <peer-discussion server="${api}" site="demo" discussion="/strict" ${attributes}></peer-discussion>
    </body></html>`;
  return { html, headers: { 'Content-Security-Policy': policy(api, script) } };
}

let site: HostSite;
let browser: Browser;

before(async () => {
  const as = (name: string): string => `token-url="/token?as=${name}"`;
  site = await openHostSite((api) => ({
    '/by-nonce': strictPage(api, `'nonce-${nonce}'`, as('amina')),
    '/by-origin': strictPage(api, api, as('jonas')),
    '/drawer': strictPage(api, `'nonce-${nonce}'`, `${as('amina')} placement="drawer"`),
    '/facilitator': strictPage(api, `'nonce-${nonce}'`, `${as('rosa')} placement="side"`),
    '/arabic': strictPage(api, `'nonce-${nonce}'`, 'lang="ar"'),
  }));
  for (let count = 1; count <= 5; count++) await site.say('jonas', '/strict', `Already here ${count}`);
  await site.say('rosa', '/strict', 'Already here 6');
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** A page, and what the browser complained of in it. */
interface Watched {
  readonly page: Page;
  readonly panel: Locator;
  complaints(): Promise<string[]>;
}

async function open(path: string): Promise<Watched> {
  const page = await browser.newPage();
  const logged: string[] = [];
  page.on('console', (message) => message.type() === 'error' && logged.push(message.text()));
  page.on('pageerror', ({ message }) => logged.push(message));
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.origin}${path}`);
  return {
    page,
    panel: panelOf(page),
    async complaints() {
      const found = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
      return [...found, ...logged];
    },
  };
}

const button = (scope: Locator, name: string | RegExp): Locator => scope.getByRole('button', { name }).first();
const field = (scope: Locator, name: string): Locator => scope.getByRole('textbox', { name });
const post = (scope: Locator): Locator => scope.getByRole('button', { name: 'Post', exact: true });

/** Reads, posts with Markdown, replies, edits, removes and takes it back, searches, and lists the keys. */
async function wholeJob({ panel, page }: Watched, mark: string): Promise<void> {
  await panel.getByText('Already here 1').first().waitFor();
  await field(panel, 'Your post').fill(`${mark} with words`);
  await field(panel, 'Your post').selectText();
  await button(panel, 'Bold').click();
  await field(panel, 'Your post').press('End');
  await field(panel, 'Your post').pressSequentially('\n\n> a quote\n\n`code` and [a link](https://example.org)');
  await button(panel, 'Preview').click();
  await panel.getByRole('group', { name: 'Preview' }).getByText('a quote').waitFor();
  await button(panel, 'Preview').click();
  await post(panel).click();
  const own = panel.getByRole('article').filter({ hasText: mark });
  await own.locator('blockquote').waitFor();

  await button(own, /^Edit/).click();
  await field(panel, 'Change your post').fill(`${mark} changed`);
  await button(panel, 'Save').click();
  await own.getByText('edited', { exact: true }).waitFor();
  await button(own, /^Remove/).click();
  await button(panel, 'Undo').click();

  const first = panel.getByRole('article').filter({ hasText: 'Already here 1' });
  await button(first, /^Reply/).click();
  await field(first, 'Your reply').pressSequentially('@Ro');
  await panel.getByRole('option', { name: /Rosa/ }).click();
  await field(first, 'Your reply').pressSequentially(`reply of ${mark}`);
  await button(first, 'Reply').click();
  await panel.getByText(`reply of ${mark}`).waitFor();

  await panel.getByLabel('Order').selectOption({ index: 1 });
  await panel.getByRole('searchbox').fill('quote');
  await panel.getByText(/found/).first().waitFor();
  await panel.getByRole('searchbox').fill(mark);
  await panel
    .getByText(/posts? found/)
    .first()
    .waitFor();
  await button(panel, 'Show everything').click();
  await button(panel, 'Keyboard shortcuts').click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize({ width: 360, height: 700 });
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('with a nonce for the script tag alone: the whole job, no violation and no error', async () => {
  const watched = await open('/by-nonce');
  await wholeJob(watched, 'Amina’s own');
  assert.deepEqual(await watched.complaints(), []);
});

test('with the discussion server’s origin for scripts: the whole job, no violation and no error', async () => {
  const watched = await open('/by-origin');
  await wholeJob(watched, 'Jonas’s own');
  assert.deepEqual(await watched.complaints(), []);
});

test('in a drawer, at the side with what a facilitator does, and in a language that is loaded', async () => {
  const drawer = await open('/drawer');
  await button(drawer.panel, 'Discussion').click();
  await drawer.panel.getByText('Already here 1').first().waitFor();
  const side = await open('/facilitator');
  const first = side.panel.getByRole('article').filter({ hasText: 'Already here 2' });
  await button(first, /^Hide/).click();
  await field(first, 'Reason').fill('Said before');
  await first.getByRole('button', { name: 'Hide', exact: true }).click();
  await first.getByText('Hidden by a facilitator').waitFor();
  const arabic = await open('/arabic');
  await arabic.panel.getByText('Already here 1').first().waitFor();
  assert.equal(await arabic.panel.locator('.frame').getAttribute('dir'), 'rtl');
  for (const watched of [drawer, side, arabic]) assert.deepEqual(await watched.complaints(), []);
});

test('a test that can fail: a style, a string made to nodes, a foreign picture and a foreign script are each noticed', async () => {
  const watched = await open('/by-nonce');
  await watched.panel.getByText('Already here 1').first().waitFor();
  await watched.page.evaluate(async () => {
    const frame = document.querySelector('peer-discussion')?.shadowRoot?.querySelector('.frame');
    frame?.setAttribute('style', 'color: red');
    try {
      if (frame) frame.innerHTML = '<b>text</b>';
    } catch {
      // refused, as it should be
    }
    const foreign = 'data:text/javascript,';
    await import(foreign).catch(() => {});
    const picture = new Image();
    await new Promise((resolve) => {
      picture.onerror = resolve;
      picture.src = 'https://elsewhere.invalid/pixel.png';
    });
  });
  const complaints = (await watched.complaints()).join('\n');
  for (const directive of ['style-src', 'require-trusted-types-for', 'script-src', 'img-src'])
    assert.match(complaints, new RegExp(directive));
});
