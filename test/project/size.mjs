// Measures the built files of the script tag: what is loaded to a first readable thread, and all of it. The figures go
// into the README. `--write` sets the budget to them plus 5 %, but for the first thread never beyond its bar; without it,
// a figure over the budget is a failure.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeBetween } from './readme.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const browser = join(root, 'dist', 'browser');
const budgetFile = fileURLToPath(new URL('size-budget.json', import.meta.url));

/** Bytes (brotli) that a first readable thread may weigh, whatever it weighs now. */
const bar = { 'to a first readable thread': 40_000 };

/** What makes Markdown of the source that stands there until it comes. A live test reads a thread without it. */
const neededToFormat = /^markdown-/;

/** The files that a file imports: at once, and later. */
function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = (form) => [...text.matchAll(form)].map(([, path]) => join(dirname(file), path));
  return {
    now: found(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g),
    later: found(/import\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g),
  };
}

/** All files reached from these; later ones only where `follows` says so. */
function reach(files, follows, reached = new Set()) {
  for (const file of files) {
    if (reached.has(file)) continue;
    reached.add(file);
    const { now, later } = importsOf(file);
    reach([...now, ...later.filter(follows)], follows, reached);
  }
  return reached;
}

const entry = [join(browser, 'embed.js'), join(browser, 'panel', 'peer-discussion.js')];
const names = (files) => [...files].map((file) => relative(browser, file)).sort();

/** Names of the files loaded before the first thread can be read, Markdown as its source. */
export const toFirstThread = () => names(reach(entry, () => false));
/** Names of the files loaded before the first thread stands as it stays. */
export const toFormattedThread = () => names(reach(entry, (file) => neededToFormat.test(file.split(/[\\/]/).at(-1))));
/** Names of all files that the script tag may ever load. */
export const inAll = () => names(reach(entry, () => true));

function measure(files) {
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(browser, file));
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  });
  const sum = (column) => sizes.reduce((total, size) => total + size[column], 0);
  return { files: files.length, raw: sum(0), gzip: sum(1), brotli: sum(2) };
}

async function run() {
  const found = {
    'to a first readable thread': measure(toFirstThread()),
    'and its Markdown made': measure(toFormattedThread()),
    'in all': measure(inAll()),
  };
  const kilobytes = (bytes) => (bytes / 1_000).toFixed(1);
  const rows = Object.entries(found).map(
    ([what, { files, raw, gzip, brotli }]) =>
      `| ${what} | ${files} | ${kilobytes(raw)} | ${kilobytes(gzip)} | ${kilobytes(brotli)} |`,
  );
  const table = ['| script tag | files | raw kB | gzip kB | brotli kB |', '|---|--:|--:|--:|--:|', ...rows].join('\n');
  console.log(table);
  await writeBetween('size', table);
  if (process.argv.includes('--write')) {
    const budget = Object.fromEntries(
      Object.entries(found).map(([what, { brotli }]) => [
        what,
        Math.min(Math.ceil(brotli * 1.05), bar[what] ?? Infinity),
      ]),
    );
    writeFileSync(budgetFile, `${JSON.stringify(budget, null, 2)}\n`);
    return;
  }
  const budget = JSON.parse(readFileSync(budgetFile, 'utf8'));
  for (const [what, { brotli }] of Object.entries(found))
    if (!(brotli <= budget[what])) {
      console.error(`${what}: ${brotli} bytes (brotli) are over the budget of ${budget[what]}`);
      process.exitCode = 1;
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
