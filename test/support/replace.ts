// Puts things in the place of what the browser gives, for a while: how else would a test have a full disk?

/** Puts something in the place of a property of an object, and returns what puts it back. */
export function replace(target: object, key: string, value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(target, key);
  if (original === undefined) throw new Error(`no ${key} to replace`);
  Object.defineProperty(target, key, { configurable: true, writable: true, value });
  return () => Object.defineProperty(target, key, original);
}

/** Waits for the next call of a method without parameters. */
export function called<K extends string>(target: Record<K, () => void>, method: K): Promise<void> {
  return new Promise((resolve) => {
    const original = target[method];
    const restore = replace(target, method, function (this: unknown) {
      restore();
      original.call(this);
      resolve();
    });
  });
}
