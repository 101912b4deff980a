#!/usr/bin/env node
// The command `peer-discussion-server`: serves, and imports and exports discussions. Reads its words, says errors in
// one sentence, and leaves the work to others.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backUp, restore } from './backup.ts';
import { readConfig, type Config } from './config.ts';
import type { CommandIo } from './command-io.ts';
import { evidenceCommand, usage as evidenceUsage } from './evidence-command.ts';
import { exportCommand, importCommand, usage as transferUsage } from './import/command.ts';
import { createLog } from './log.ts';
import { openData } from './data.ts';
import { startServer } from './server.ts';

const usage = `usage:
  peer-discussion-server [--config FILE] [--data FOLDER] [--host HOST] [--port PORT] [--metrics-port PORT]
${transferUsage}${evidenceUsage}  peer-discussion-server backup FILE
  peer-discussion-server restore FILE    (while the server is stopped)
  peer-discussion-server migrate         (brings the data up to date; every start does so too)
  peer-discussion-server migrate-storage [--from FOLDER] [--to postgres://…]    (while the server is stopped)
  Every command takes --config FILE (peer-discussion.config.json) and --data FOLDER (data).
`;

const common = {
  config: { type: 'string', default: 'peer-discussion.config.json' },
  data: { type: 'string', default: 'data' },
} as const;

function portOf(text: string): number {
  const port = Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${text} is not a port.`);
}

async function serve(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...common,
      host: { type: 'string', default: process.env['HOST'] ?? '127.0.0.1' },
      port: { type: 'string', default: process.env['PORT'] ?? '8080' },
      'metrics-port': { type: 'string' },
    },
  });
  const port = portOf(values.port);
  const metrics = values['metrics-port'];
  const server = await startServer({
    ...(metrics !== undefined && { metricsPort: portOf(metrics) }),
    config: readConfig(values.config),
    data: values.data,
    host: values.host,
    port,
    log: createLog((line) => void process.stderr.write(line)),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  process.stdout.write(`peer-discussion is at ${server.url}\n`);
  return 0;
}

/** Takes the options that every command has out of the words of one that knows only its own. */
function takeCommon(words: readonly string[]): { config: Config; data: string; rest: string[] } {
  const { values, tokens } = parseArgs({ args: [...words], options: common, strict: false, tokens: true });
  const taken = new Set(
    tokens.flatMap((token) => {
      if (token.kind !== 'option' || !Object.hasOwn(common, token.name)) return [];
      return token.inlineValue === true ? [token.index] : [token.index, token.index + 1];
    }),
  );
  return {
    config: readConfig(String(values.config)),
    data: String(values.data),
    rest: words.filter((_, index) => !taken.has(index)),
  };
}

async function transfer(
  words: readonly string[],
  command: (args: readonly string[], io: CommandIo) => Promise<number>,
): Promise<number> {
  const { config, data, rest } = takeCommon(words);
  const { storage } = await openData(config, data);
  try {
    return await command(rest, {
      storage,
      sites: config.sites.map(({ id }) => id),
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
    });
  } finally {
    await storage.close();
  }
}

/** Brings the data up to date and does nothing else: a step of its own before several servers start. */
async function migrate(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: common });
  const { storage } = await openData(readConfig(values.config), values.data);
  await storage.close();
  process.stdout.write('The data is up to date.\n');
  return 0;
}

/** Carries the SQLite file over into PostgreSQL: the one of the configuration unless another is named. */
async function carryOver(words: readonly string[]): Promise<number> {
  const options = { ...common, from: { type: 'string' }, to: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const { from: folder = values.data, to = readConfig(values.config).storage?.postgres } = values;
  if (to === undefined)
    throw new Error('Name the database: --to postgres://…, or `storage.postgres` in the configuration.');
  const { migrateStorage } = await import('./migrate-storage.ts');
  const carried = Object.entries(await migrateStorage(folder, to)).map(([table, rows]) => `${rows} ${table}`);
  process.stdout.write(
    `${folder}: carried over ${carried.join(', ')}. Every room has the same count and hash in both.\n`,
  );
  return 0;
}

/** True where the configuration, as far as there is one, keeps the data in PostgreSQL. */
function isInPostgres(file: string): boolean {
  if (process.env['PEER_DISCUSSION_POSTGRES']) return true;
  return existsSync(file) && readConfig(file).storage !== undefined;
}

/** Copies the data into a file, or a file into the data. */
function copy(direction: 'backup' | 'restore', words: readonly string[]): number {
  const options = common;
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(`Name one file: peer-discussion-server ${direction} FILE`);
  if (isInPostgres(values.config))
    throw new Error(
      'The data is in PostgreSQL: pg_dump backs it up while the servers run, and pg_restore brings it back.',
    );
  if (direction === 'backup') {
    backUp(values.data, file);
    process.stdout.write(`${file}: written\n`);
    return 0;
  }
  const kept = restore(values.data, file);
  process.stdout.write(
    `${values.data}: restored from ${file}${kept === null ? '' : `; what was there is now ${kept}`}\n`,
  );
  return 0;
}

async function main(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  if (first === 'backup' || first === 'restore') return copy(first, rest);
  if (first === 'migrate') return migrate(rest);
  if (first === 'migrate-storage') return carryOver(rest);
  if (first === 'import') return transfer(rest, importCommand);
  if (first === 'export') return transfer(rest, exportCommand);
  if (first === 'evidence') return transfer(rest, evidenceCommand);
  return serve(words);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 1;
  },
);
