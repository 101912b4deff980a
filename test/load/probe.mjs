// Loaded into a server before its own code: tells, when asked, what memory it holds after a collection, and how long its
// event loop was held up since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();

process.on('message', (message) => {
  if (message !== 'probe') return;
  globalThis.gc();
  process.send({ rss: process.memoryUsage.rss(), lagP99Ms: lag.percentile(99) / 1e6 });
  lag.reset();
});
process.on('disconnect', () => process.exit());
