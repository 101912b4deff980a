// What becomes of a request from inside the panel: where one reads, or a word to the store. Keeps nothing.
import { DiscussionError } from '../model/errors.ts';
import type { Store } from '../store/store.ts';
import type { ReadingController } from './reading-controller.ts';
import { isReadingRequest, type PanelRequest } from './request.ts';

/** Who does what is asked. */
export interface Answerers {
  /** Null while nothing is open. */
  readonly store: Store | null;
  readonly reading: ReadingController;
  readonly reopen: () => void;
  readonly say: (words: string) => void;
}

/** Does what was asked. Rejects with a DiscussionError. */
export async function answerRequest(request: PanelRequest, { store, reading, reopen, say }: Answerers): Promise<void> {
  if (request.type === 'reopen') reopen();
  else if (isReadingRequest(request)) await reading.answer(request);
  else if (request.type === 'say') say(request.words);
  else if (store === null) throw new DiscussionError('offline', 'no discussion is open');
  else if (request.type === 'gather') {
    while (store.state.hasMore) await store.loadMore();
  } else if (request.type === 'evidence') request.take(await store.evidence(request.of));
  else if (request.type === 'identify') await store.identify(request.guest);
  else if (request.type === 'submit') {
    const op = store.submit(request.request);
    if (request.instead !== null) store.dismiss(request.instead);
    if (request.request.type === 'create' && request.isAside !== true) void reading.focusOwn(op);
  } else store[request.type](request.op);
}
