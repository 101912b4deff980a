// Loads what one writes and searches with, once there is something to read, or as soon as somebody asks for it.
import { whenIdle } from './when-idle.ts';

let loading: Promise<void> | null = null;

/** Loads it, once. Never rejects; after a failure it is tried again the next time. */
export function loadWriting(): Promise<void> {
  loading ??= import('./writing.ts').then(
    ({ defineWriting }) => defineWriting(),
    () => {
      loading = null;
    },
  );
  return loading;
}

/** Loads it when the page has nothing else to do. */
export function loadWritingWhenIdle(): void {
  if (loading === null) whenIdle(() => void loadWriting());
}
