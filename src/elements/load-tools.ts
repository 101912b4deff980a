// Loads what helps in writing once somebody may be about to: reading needs none of it.
import { define } from './define.ts';

let loading: Promise<void> | null = null;

/** Loads the tools, once. A failure costs nothing but the tools, and the next time it is tried again. */
export function loadTools(): Promise<void> {
  loading ??= import('./peer-discussion-tools.ts').then(
    ({ PeerDiscussionTools }) => define('peer-discussion-tools', PeerDiscussionTools),
    () => {
      loading = null;
    },
  );
  return loading;
}

/** Loads them when the page has nothing else to do. */
export function loadToolsWhenIdle(): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void loadTools());
  else setTimeout(() => void loadTools(), 2_000);
}
