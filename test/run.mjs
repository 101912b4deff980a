// Runs the tests: those of Node, then all in Chromium, then the core ones in Firefox, then the load at its small size,
// and counts them together. `node test/run.mjs node|browser|firefox|load` runs one part; further words name files, or
// rows of the load.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [part, ...named] = process.argv.slice(2);

function find(folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, 'test', folder), { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join('test', folder, name)),
  );
}

/** Runs a command, shows what it prints, and resolves with that and its exit code. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += data;
      process.stdout.write(data);
    });
    child.on('close', (code) => resolve({ printed, code: code ?? 1 }));
  });
}

/** Counts out of the last line that matches; a run that failed without a failed test counts as one failure. */
function count({ printed, code }, passedForm, ...failedForms) {
  const last = (form) => Number([...printed.matchAll(form)].at(-1)?.[1] ?? 0);
  const passed = last(passedForm);
  const failed = failedForms.map(last).reduce((sum, one) => sum + one, 0);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** @param atOnce how many files run at the same time */
async function inNode(files, atOnce) {
  const options = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`];
  const result = await run('node', ['--import', 'tsx', ...options, ...files]);
  return count(result, /^ℹ pass (\d+)/gm, /^ℹ fail (\d+)/gm, /^ℹ cancelled (\d+)/gm);
}

const add = (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed });

/** Two files at a time, but for those that watch browsers and processes by the clock. */
async function allInNode() {
  const together = await inNode(find(['project', 'server', 'exits', 'cohort']), 2);
  return add(together, await inNode(find(['live', 'storm']), 1));
}

async function inBrowser(name, variable, files) {
  const found = spawnSync('node', ['test/support/ensure-browser.mjs', name], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (found.status !== 0) return { passed: 0, failed: 1 };
  const only = files.length > 0 ? ['--files', ...files] : [];
  const result = await run('npx', ['wtr', '--config', 'test/web-test-runner.config.mjs', ...only], {
    BROWSERS: name,
    [variable]: found.stdout.trim(),
  });
  return count(result, /^browser: (\d+) passed/gm, /^browser: \d+ passed, (\d+) failed/gm);
}

/** Each row of the table counts as a test. */
async function inLoad() {
  const result = await run('node', ['--import', 'tsx', 'test/load/run.ts', '--small', ...named]);
  return count(result, /^load: (\d+) passed/gm, /^load: \d+ passed, (\d+) failed/gm);
}

const parts = {
  node: () => (named.length > 0 ? inNode(named, 1) : allInNode()),
  browser: () => inBrowser('chromium', 'CHROME_PATH', named),
  firefox: () => inBrowser('firefox', 'FIREFOX_PATH', named),
  load: inLoad,
};
const results = [];
for (const [name, runPart] of Object.entries(parts))
  if (part === undefined || part === name) results.push(await runPart());
if (results.length === 0) throw new Error(`The parts are ${Object.keys(parts).join(', ')}, not ${part}.`);
const { passed, failed } = results.reduce(add);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
