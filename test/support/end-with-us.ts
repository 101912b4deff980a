// What a test started ends with the test's own process, also where that is told to stop: no server stays behind.

const ends = new Set<() => void>();

/** Calls this when the process ends, unless the result was called before. */
export function endWithUs(end: () => void): () => void {
  if (ends.size === 0) {
    process.once('exit', endAll);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop);
  }
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size > 0) return;
    process.removeListener('exit', endAll);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.removeListener(signal, stop);
  };
}

function endAll(): void {
  for (const end of ends) end();
}

function stop(): never {
  process.exit(1);
}
