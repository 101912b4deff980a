// Measures how fast a discussion can be read and written in: medians over interleaved runs, each in a new browser context,
// and ratios to two floors measured in the same run: ready HTML, and an empty page. `--write` puts them into the README.
// `npm run bench -- --sizes 50,1000,10000 --runs 5 --cpu 4`
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { writeBetween } from '../project/readme.mjs';
import { answer, expected, subjects, ways } from './pages.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '50,1000' },
    runs: { type: 'string', default: '5' },
    cpu: { type: 'string', default: '1' },
    only: { type: 'string' },
    ways: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const floor = 'innerHTML of ready HTML';
const nothing = 'empty page';
const chosen = Object.entries({ ...subjects, ...(values.ways && ways) }).filter(
  ([name]) => !values.only || name === floor || name === nothing || name.includes(values.only),
);

let current = subjects.panel;
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bench');
  const found = answer(current, url.pathname, Number(url.searchParams.get('size') ?? sizes[0]));
  response.writeHead(found === null ? 404 : 200, {
    'content-type': found?.type ?? 'text/plain',
    'cache-control': 'no-store',
  });
  response.end(found?.body ?? '');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const ensure = fileURLToPath(new URL('../support/ensure-browser.mjs', import.meta.url));
const executablePath = spawnSync(process.execPath, [ensure], { encoding: 'utf8' }).stdout.trim();
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-component-update', ...quiet],
});

/** Waits, frame by frame, until so many bodies are there; when the first was painted and when the last. */
async function watch({ bodies, count }) {
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const find = new Function(`return ${bodies}`);
  let first = null;
  for (;;) {
    const found = find();
    if (first === null && found.length > 0 && found[0].textContent.trim() !== '') first = await painted();
    if (found.length >= count) return { first: first - window.began, all: (await painted()) - window.began };
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Waits until every body is more than the text that stood there first: its Markdown is made. */
async function watchMade({ bodies }) {
  const find = new Function(`return ${bodies}`);
  while (find().some((body) => body.firstElementChild === null))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - window.began;
}

async function arrive() {
  const post = {
    id: crypto.randomUUID(),
    parentId: null,
    author: { id: 'me', name: 'Me', role: 'member' },
    body: 'A post that arrives.',
  };
  const more = { createdAt: new Date().toISOString(), editedAt: null, revision: 1, order: 1e9, state: 'shown' };
  window.listener.changes({ from: 'c0', to: 'c1', posts: [{ ...post, ...more }] });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function typeInto(page) {
  const field = page.locator('peer-discussion').getByRole('textbox').last();
  await field.click();
  await page.evaluate(() => {
    window.keys = [];
    addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - timeStamp))),
      true,
    );
  });
  for (const key of 'what somebody writes here') await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: 15 });
  await page.waitForFunction(() => window.keys.length >= 24);
  return page.evaluate(() => window.keys.toSorted((a, b) => a - b)[Math.floor(window.keys.length * 0.95)]);
}

const taskMs = async (cdp) =>
  (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;

/** What a key takes to be seen, and one post that arrives, of the main thread. */
async function use(page, cdp) {
  const key = await typeInto(page);
  const before = await taskMs(cdp);
  await page.evaluate(arrive);
  return { key, arrival: (await taskMs(cdp)) - before };
}

async function measure(subject, size) {
  current = subject;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (values.cpu !== '1') await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(values.cpu) });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.sources.some(({ node }) => node?.nodeType === 1 && node.getRootNode() === document))
          window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  try {
    await page.goto(`http://127.0.0.1:${port}/?size=${size}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.began !== undefined);
    const shown = await page.evaluate(watch, { bodies: subject.bodies, count: expected(subject, size) });
    const cpu = await taskMs(cdp);
    const made = subject.hasPanel ? await page.evaluate(watchMade, { bodies: subject.bodies }) : shown.all;
    await page.waitForTimeout(200);
    const used = subject.hasPanel ? await use(page, cdp) : {};
    // Last: what is collected here is compiled code, too, which no reader's browser throws away before a post arrives.
    for (let turn = 0; turn < 2; turn++) await cdp.send('HeapProfiler.collectGarbage');
    const heap = (await cdp.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
    return { ...shown, made, cpu, ...used, heap, shift: await page.evaluate(() => window.shift) };
  } finally {
    await context.close();
  }
}

const results = new Map();
// To and fro: what comes after a heavy page is none time after time.
for (let run = 0; run <= runs; run++)
  for (const size of sizes)
    for (const [name, subject] of run % 2 === 0 ? chosen : chosen.toReversed()) {
      const found = await measure(subject, size);
      if (run === 0) continue; // a first run warms the machine
      const key = `${size} ${name}`;
      results.set(key, [...(results.get(key) ?? []), found]);
    }
await browser.close();
server.close();

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const of = (size, name, what) => median((results.get(`${size} ${name}`) ?? []).map((found) => found[what]));
const ms = (value) => (value === undefined ? '–' : `${value.toFixed(0)} ms`);
const lines = [
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, Chromium ${browser.version()}, CPU ÷ ${values.cpu}, medians of ${runs} runs; × is the ratio to “${floor}”, in brackets that to “${nothing}”, in the same run.`,
  '',
  '| posts | subject | first post | all shown | Markdown made | main thread | heap MB | arrival | key p95 | host shift |',
  '| --: | --- | --: | --: | --: | --: | --: | --: | --: | --: |',
];
for (const size of sizes)
  for (const [name] of chosen) {
    const ratio = (what, other) => (of(size, name, what) / of(size, other, what)).toFixed(2);
    const compared = (what) => `${ms(of(size, name, what))} ×${ratio(what, floor)} (×${ratio(what, nothing)})`;
    const cells = [size, name, compared('first'), compared('all'), ms(of(size, name, 'made')), compared('cpu')];
    const rest = [of(size, name, 'heap')?.toFixed(1), ms(of(size, name, 'arrival')), ms(of(size, name, 'key'))];
    lines.push(`| ${[...cells, ...rest, of(size, name, 'shift')?.toFixed(3)].join(' | ')} |`);
  }
console.log(lines.join('\n'));
if (values.write) await writeBetween('bench', lines.join('\n'));
