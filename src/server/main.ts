#!/usr/bin/env node
// The command `peer-discussion-server`: serves, and imports and exports rooms. Reads its words, says errors in one
// sentence, and leaves the work to others.
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { startServer } from './server.ts';

const usage = `usage:
  peer-discussion-server [--config FILE] [--data FOLDER] [--host HOST] [--port PORT]
`;

async function serve(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      config: { type: 'string', default: 'peer-discussion.config.json' },
      data: { type: 'string', default: 'data' },
      host: { type: 'string', default: process.env['HOST'] ?? '127.0.0.1' },
      port: { type: 'string', default: process.env['PORT'] ?? '8080' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return void process.stdout.write(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port.`);
  const server = await startServer({ config: readConfig(values.config), data: values.data, host: values.host, port });
  process.stdout.write(`peer-discussion is at ${server.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

try {
  await serve(process.argv.slice(2));
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
