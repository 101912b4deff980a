// Real browsers for tests in Node: one Chromium each, headless, talking to this machine only.
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { root } from '../project/sources.ts';

/** Starts a browser of its own. */
export async function launch(): Promise<Browser> {
  const found = spawnSync(process.execPath, ['test/support/ensure-browser.mjs'], { cwd: root, encoding: 'utf8' });
  if (found.status !== 0) throw new Error(found.stderr);
  return chromium.launch({
    executablePath: found.stdout.trim(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
}

/** The panel of a page. */
export const panelOf = (page: Page): Locator => page.locator('peer-discussion').first();

/** Waits until nothing that was written on a page is still on its way: gone, not out of sight, since “Sending…” shows late. */
export async function untilSent(page: Page, patienceMs = 30_000): Promise<void> {
  const standing = panelOf(page).locator('[part=standing]').first();
  await standing.waitFor({ state: 'detached', timeout: patienceMs });
}
