// `npm run load`: the table of what the server must bear, each figure beside its bar and beside bare Socket.IO in the
// same run. `--small` is the size for CI; `--write` puts the table into the README; further words choose rows by name.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../project/sources.ts';
import { floodRow, garbleRow, knockRow } from './abuse.ts';
import { fanOutRow, idleRows } from './idle.ts';
import { longRoomRow } from './long-room.ts';
import { endAll } from './processes.ts';
import { latencyRow, slowRow } from './readers.ts';
import type { Row, Size } from './row.ts';

const { values, positionals: chosen } = parseArgs({
  options: { small: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const folder = mkdtempSync(join(tmpdir(), 'peer-discussion-load-'));
let folders = 0;
const size: Size = {
  isSmall: values.small,
  pick: (full, small) => (values.small ? small : full),
  atFull: (...figures) => (values.small ? [] : figures),
  folder: () => join(folder, String(folders++)),
};

const tests: Readonly<Record<string, (size: Size) => Promise<Row | Row[]>>> = {
  idle: idleRows,
  fanout: fanOutRow,
  latency: latencyRow,
  slow: slowRow,
  flood: floodRow,
  knock: knockRow,
  garble: garbleRow,
  long: longRoomRow,
};

const unknown = chosen.filter((name) => !Object.hasOwn(tests, name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are ${Object.keys(tests).join(', ')}`);

/** Seconds that one of them may take; the whole table takes ten minutes at its full size. */
const patienceS = size.pick(420, 90);

/** The rows of a test; where it does not come to an end, or breaks, one that says so. */
function rowsOf(name: string, test: (size: Size) => Promise<Row | Row[]>): Promise<Row[]> {
  return new Promise((resolve) => {
    const fail = (why: string): void =>
      resolve([{ test: name, figures: [{ what: 'could not be measured', ours: why, bar: '', holds: false }] }]);
    const timer = setTimeout(() => fail(`no end after ${patienceS} s`), patienceS * 1_000);
    test(size)
      .then(
        (made) => resolve([made].flat()),
        (error: unknown) => fail(String(error)),
      )
      .finally(() => clearTimeout(timer));
  });
}

const rows: Row[] = [];
for (const [name, test] of Object.entries(tests)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const began = Date.now();
  const made = await rowsOf(name, test);
  endAll();
  rows.push(...made);
  for (const { test: title, figures } of made) {
    console.log(title);
    for (const { what, ours, bare = '', bar, holds } of figures)
      console.log(
        `  ${holds ? 'ok  ' : 'OVER'} ${what.padEnd(34)} ${ours.padEnd(24)} ${bar.padEnd(14)} ${bare && `bare ${bare}`}`,
      );
  }
  console.log(`  (${Math.round((Date.now() - began) / 1_000)} s)`);
}
rmSync(folder, { recursive: true, force: true });

function table(): string {
  const lines = rows.flatMap(({ test, figures }) =>
    figures.map(
      ({ what, ours, bare = '', bar }, place) =>
        `| ${place === 0 ? test : ''} | ${what} | ${ours} | ${bar} | ${bare} |`,
    ),
  );
  const machine = `Node ${process.versions.node} on ${cpus().length} processors; server and load on this one machine.`;
  return [
    '| test | figure | ours | bar | bare Socket.IO |',
    '| --- | --- | --: | --: | --: |',
    ...lines,
    '',
    machine,
  ].join('\n');
}

if (values.write) {
  const file = join(root, 'README.md');
  const marks = /(<!-- load: written by a script -->\n)[^]*(\n<!-- \/load -->)/;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marks, (_, begin, end) => `${begin}\n${table()}\n${end}`),
  );
}
const held = rows.filter(({ figures }) => figures.every(({ holds }) => holds));
const failed = rows.length - held.length;
console.log(`load: ${held.length} passed, ${failed} failed`);
process.exit(failed === 0 && held.length > 0 ? 0 : 1);
