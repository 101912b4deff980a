// Loaded into a server before its own code: tells, when asked, what memory it holds after a collection, and how long its
// event loop was held up since it was told to watch. Watching wakes the process 200 times a second: half a per cent of a
// processor, which is not the server's.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const lag = monitorEventLoopDelay({ resolution: 5 });

process.on('message', (message) => {
  if (message === 'watch') lag.enable();
  if (message !== 'probe') return;
  globalThis.gc();
  process.send({ rss: process.memoryUsage.rss(), lagP99Ms: lag.percentile(99) / 1e6 });
});
process.on('disconnect', () => process.exit());
