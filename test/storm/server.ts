// A server of its own process for storms: the reference server, with nobody slowed down. Takes its options as JSON.
import { parseConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/server.ts';

const { config, data, port } = JSON.parse(process.argv[2] ?? '{}') as { config: unknown; data: string; port: number };
const allowance = { burst: 100_000, refillMs: 1 };
const server = await startServer({ config: parseConfig(config, 'storm'), data, port, allowance });
process.once('SIGTERM', () => void server.close());
process.stdout.write(`up at ${server.url}\n`);
