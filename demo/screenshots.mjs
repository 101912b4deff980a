// Takes the README's pictures of the workshop: `node demo/screenshots.mjs [folder]`, after `npm run build`. Runs the demo
// over data of its own, with the Chromium that the tests use, and ends it again.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.argv[2] ?? here('pictures');

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'demo-pictures-'));
const server = spawn(process.execPath, [here('server.mjs'), '--port', String(port), '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve, reject) => {
  server.stdout.once('data', resolve);
  server.once('exit', () => reject(new Error('The demo did not start.')));
});
const found = spawnSync(process.execPath, [here('../test/support/ensure-browser.mjs')], { encoding: 'utf8' });
const browser = await chromium.launch({
  executablePath: found.stdout.trim(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

/** The workshop as somebody sees it, in a narrow window: the panel below the text. */
async function open(as) {
  const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
  await page.goto(`http://127.0.0.1:${port}/workshop.html?as=${as}`);
  return { page, panel: page.locator('peer-discussion') };
}
/** Pixels of the page around what is shown. */
const margin = 8;

/** Takes a picture of something once it stands still: rows that come into the window only then get their real heights. */
async function take(locator, name) {
  const page = locator.page();
  let [place, before] = ['', null];
  do {
    before = place;
    await locator.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center' });
      for (let frame = 0; frame < 20; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    place = JSON.stringify(await locator.boundingBox());
  } while (place !== before);
  const { width, height } = page.viewportSize();
  const box = JSON.parse(place);
  const [x, y] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  const clip = {
    ...{ x, y },
    width: Math.min(width, box.x + box.width + margin) - x,
    height: Math.min(height, box.y + box.height + margin) - y,
  };
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', clip });
}

try {
  const amina = await open('amina');
  const before = amina.panel.getByRole('group', { name: /^Case/ });
  await before.getByText('Answer first').waitFor();
  await take(before, 'answer-first');

  const jonas = await open('jonas');
  const after = jonas.panel.getByRole('group', { name: /^Case/ });
  await after.getByText('What is asked of you here').waitFor();
  await take(after, 'checklist');
  const endorsed = jonas.panel.getByRole('article').filter({ hasText: 'Four working hours' }).last();
  await endorsed.getByText('Tested in practice').first().waitFor();
  await take(endorsed, 'endorsed');

  const rosa = await open('rosa');
  await rosa.panel.getByRole('button', { name: /^Desk/ }).click();
  await take(rosa.panel.getByRole('region', { name: /^Tensions/ }), 'desk');
  // An event, led from the wall.
  await rosa.panel.getByRole('button', { name: 'New prompt' }).click();
  await rosa.panel.getByLabel('Begin with').selectOption({ label: 'Ask the expert' });
  await rosa.panel.getByRole('button', { name: 'Save prompt' }).click();
  await rosa.panel.getByRole('button', { name: 'Go on to “Live” now' }).click();
  const questions = rosa.panel.getByRole('group', { name: /^Questions for this event/ });
  for (const text of [
    'How long do you wait before you answer a question yourself?',
    'Do people learn anything who only read?',
    'How many rooms can one person look after?',
    'What do you say to somebody whose post nobody answered?',
  ]) {
    await amina.panel.getByRole('textbox', { name: 'Ask a question' }).fill(text);
    await amina.page.keyboard.press('Enter');
    await questions.getByText(text).waitFor();
  }
  await questions.getByRole('button', { name: 'Show on a screen' }).click();
  await rosa.page.setViewportSize({ width: 1024, height: 576 });
  await rosa.page.keyboard.press('n');
  const wall = rosa.panel.getByRole('dialog');
  await wall.getByRole('heading', { name: 'Being answered now' }).waitFor();
  await take(wall, 'wall');
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
