// Runs in a page before anything else: counts the listeners on what outlives an element, timers, observers and sockets
// that are there, and the panels that memory still holds.

/** Puts `counts()`, `isQuiet()` and `panels` on the page's window. */
export function countWhatStays(): void {
  // Listeners on what lives as long as the page: what an element has on its own nodes goes with them.
  const listeners = new Set<string>();
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const idOf = (thing: object | null): number => {
    if (thing === null) return 0;
    const id = ids.get(thing) ?? ++lastId;
    ids.set(thing, id);
    return id;
  };
  const keyOf = (target: EventTarget, type: string, heard: object | null, options: unknown): string => {
    const capture =
      typeof options === 'object' && options !== null ? (options as { capture?: boolean }).capture : options;
    return [idOf(target), type, idOf(heard), Boolean(capture)].join();
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const lasting: readonly unknown[] = [window, document, document.documentElement, visualViewport, navigator, screen];
  const isLasting = (target: EventTarget): boolean =>
    lasting.includes(target) || target === document.body || target instanceof MediaQueryList;
  EventTarget.prototype.addEventListener = function (type, heard, options) {
    const target = (this ?? window) as EventTarget;
    if (heard !== null && isLasting(target)) {
      const key = keyOf(target, type, heard, options);
      listeners.add(key);
      const signal = typeof options === 'object' ? options?.signal : undefined;
      if (signal) add.call(signal, 'abort', () => listeners.delete(key));
    }
    return add.call(target, type, heard, options);
  };
  EventTarget.prototype.removeEventListener = function (type, heard, options) {
    const target = (this ?? window) as EventTarget;
    if (heard !== null) listeners.delete(keyOf(target, type, heard, options));
    return remove.call(target, type, heard, options);
  };

  const timers = new Set<number>();
  const { setTimeout: later, clearTimeout: notLater, setInterval: again, clearInterval: notAgain } = window;
  window.setTimeout = ((callback: () => void, ms?: number, ...rest: unknown[]) => {
    const id = later(() => {
      timers.delete(id);
      callback.apply(null, rest as []);
    }, ms);
    timers.add(id);
    return id;
  }) as typeof setTimeout;
  window.setInterval = ((callback: () => void, ms?: number) => {
    const id = again(callback, ms);
    timers.add(id);
    return id;
  }) as typeof setInterval;
  window.clearTimeout = (id) => {
    timers.delete(Number(id));
    notLater(id);
  };
  window.clearInterval = (id) => {
    timers.delete(Number(id));
    notAgain(id);
  };

  // Held weakly: an observer that only its own element knows goes with it.
  const observers = new Set<WeakRef<object>>();
  const refs = new WeakMap<object, WeakRef<object>>();
  const refOf = (observer: object): WeakRef<object> => {
    const ref = refs.get(observer) ?? new WeakRef(observer);
    refs.set(observer, ref);
    return ref;
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
    const { prototype } = window[name];
    const { observe, disconnect } = prototype as unknown as Record<string, (...words: unknown[]) => void>;
    Object.assign(prototype, {
      observe(this: object, ...words: unknown[]) {
        observers.add(refOf(this));
        observe?.apply(this, words);
      },
      disconnect(this: object) {
        observers.delete(refOf(this));
        disconnect?.call(this);
      },
    });
  }

  const sockets = new Set<WebSocket>();
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
      add.call(this, 'close', () => sockets.delete(this));
    }
  };

  const panels = new Set<WeakRef<Element>>();
  Object.assign(window, {
    panels,
    isQuiet: () => sockets.size === 0,
    counts: () => ({
      listeners: listeners.size,
      timers: timers.size,
      observers: [...observers].filter((observer) => observer.deref() !== undefined).length,
      sockets: sockets.size,
      panels: [...panels].filter((panel) => panel.deref() !== undefined).length,
    }),
  });
}
