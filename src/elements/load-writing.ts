// Loads what one writes and searches with, once there is something to read, or as soon as somebody asks for it.
import { whenIdle } from './when-idle.ts';

type Writing = typeof import('./writing.ts');

let loading: Promise<void> | null = null;
let onLoaded: (writing: Writing) => void;

/** Resolves once it is loaded, whoever asked for it. */
export const writingLoaded = new Promise<Writing>((resolve) => (onLoaded = resolve));

/** Loads it, once. Never rejects; after a failure it is tried again the next time. */
export function loadWriting(): Promise<void> {
  loading ??= import('./writing.ts').then(
    (writing) => {
      writing.defineWriting();
      onLoaded(writing);
    },
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
