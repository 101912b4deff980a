// The command `npm run storm`: raises storms and prints what went wrong in them, what was asked for, and what broke.
import { parseArgs } from 'node:util';
import { raiseAll, raiseSome, type Tally } from './tally.ts';

const usage = `usage: npm run storm -- [--seeds 2000] [--from 1]   simulated storms, each out of its seed
       npm run storm -- --real sqlite|cluster          storms of real processes
`;

function print({ seeds, operations, faults, broken }: Tally, seconds: number): void {
  const kinds = Object.entries(faults).sort(([a], [b]) => a.localeCompare(b));
  process.stdout.write(`${seeds} storms, ${operations} operations in ${seconds.toFixed(1)} s\n`);
  for (const [kind, times] of kinds) process.stdout.write(`  ${kind}: ${times}\n`);
  for (const one of broken.slice(0, 50)) process.stdout.write(`  BROKEN ${one}\n`);
  process.stdout.write(`${broken.length} broken invariants\n`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      real: { type: 'string' },
      share: { type: 'string' },
      flaw: { type: 'string' },
      stop: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  const [from, seeds] = [Number(values.from), Number(values.seeds)];
  if (process.send !== undefined) {
    const tally = await raiseSome(from, seeds, Number(values.share ?? 1), values.flaw, values.stop);
    await new Promise((resolve) => process.send?.(tally, resolve));
    process.disconnect();
    return 0;
  }
  const begunAt = performance.now();
  const tally =
    values.real === undefined
      ? await raiseAll(from, seeds)
      : await (await import('./real-storms.ts')).raiseAllReal(values.real);
  print(tally, (performance.now() - begunAt) / 1_000);
  const isWhole = values.real !== undefined || tally.seeds === seeds;
  return tally.broken.length === 0 && isWhole ? 0 : 1;
}

process.exitCode = await main();
