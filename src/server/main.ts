#!/usr/bin/env node
// The command `peer-discussion-server`: serves, and imports and exports discussions. Reads its words, says errors in
// one sentence, and leaves the work to others.
import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config.ts';
import { exportCommand, importCommand, usage as transferUsage, type CommandIo } from './import/command.ts';
import { openData, startServer } from './server.ts';
import { createSqliteStorage } from './sqlite-storage.ts';

const usage = `usage:
  peer-discussion-server [--config FILE] [--data FOLDER] [--host HOST] [--port PORT]
${transferUsage}  Every command takes --config FILE (peer-discussion.config.json) and --data FOLDER (data).
`;

const common = {
  config: { type: 'string', default: 'peer-discussion.config.json' },
  data: { type: 'string', default: 'data' },
} as const;

async function serve(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...common,
      host: { type: 'string', default: process.env['HOST'] ?? '127.0.0.1' },
      port: { type: 'string', default: process.env['PORT'] ?? '8080' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port.`);
  const server = await startServer({ config: readConfig(values.config), data: values.data, host: values.host, port });
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
  const storage = createSqliteStorage(openData(data));
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

async function main(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  if (first === 'import') return transfer(rest, importCommand);
  if (first === 'export') return transfer(rest, exportCommand);
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
