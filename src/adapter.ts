// The entry for authors of adapters: the contract, its one error, and what it takes to speak to the reference server.
export type * from './adapters/adapter.ts';
export { cursorOf, headOf, qualify } from './model/cursor.ts';
export { DiscussionError, fromWire, isRetryable } from './model/errors.ts';
export type * from './model/post.ts';
export { protocol } from './wire.ts';
