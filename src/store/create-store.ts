// One open discussion for the panel: holds the view, sends what is waiting, and is the only place that tries again.
import { asDiscussionError, DiscussionError, isRetryable } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import type { Adapter, Session, Status } from '../adapters/adapter.ts';
import type { Changes, Command, Person, LogCommand } from '../model/post.ts';
import { attend } from './attend.ts';
import { backOffMs, browserPage, createTimer, systemClock } from './clock.ts';
import type { Outbox } from './outbox.ts';
import { browserLocks, createOutboxes } from './outboxes.ts';
import { createPaging } from './paging.ts';
import { createReadMarks } from './read-marks.ts';
import type { Store, StoreOptions } from './store.ts';
import { emptyHeld, nothingYet, overlay, receive, type State, noOwnPart, ownPart } from './state.ts';

/** Opens a discussion through an adapter. */
export function createStore(adapter: Adapter, discussion: string, options: StoreOptions = {}): Store {
  const { clock = systemClock, page = browserPage, keyValue = null, scope = '', pollMs = 5_000 } = options;
  const { locks = browserLocks } = options;
  const callbacks = new Set<(state: State) => void>();
  const outboxes = createOutboxes({ keyValue, locks, scope, discussion, onInherit: showAndSend });
  const marks = createReadMarks(clock);
  const [retry, polling, waking] = [createTimer(clock), createTimer(clock), createTimer(clock)];

  let held = emptyHeld;
  let outbox: Outbox = outboxes.of(null);
  /** Ops that are done, but whose effect is not held yet: they stay laid over until the next sync. */
  let settling: readonly string[] = [];
  let session: Session | null = null;
  let leave = (): void => {};
  /** Counts the times the connection changed: what an answer from before may still do is little. */
  let period = 0;
  let isClosed = false;
  let isSyncing = false;
  let isSyncDue = false;
  let syncing: Promise<void> = Promise.resolve();
  let isSending = false;
  /** After trouble nothing is sent until the next try is due. */
  let isPaused = false;
  let hasRenewed = false;
  /** False until the authority first said who looks. */
  let isKnown = false;
  let failures = 0;
  let state: State = nothingYet;

  function publish(change: Partial<State> = {}): void {
    const posts = overlay(held, outbox.entries, { ...state, ...change }.me);
    const { discussion } = held;
    const hasMore = held.more !== null;
    state = Object.freeze<State>({ ...state, discussion, posts, hasMore, outbox: outbox.entries, ...change });
    for (const callback of [...callbacks]) callback(state);
  }

  function open(): void {
    leave();
    startPeriod();
    ({ session, leave } = attend(adapter, discussion, {
      status: onStatus,
      changes: apply,
      mine: (mine) => publish(ownPart(mine, marks.ids)),
    }));
  }

  function startPeriod(): void {
    period++;
    isSending = isSyncing = isPaused = false;
    retry.cancel();
    polling.cancel();
    for (const { command, state } of outbox.entries)
      if (state === 'sending') outbox.set(command.op, { state: 'waiting' });
  }

  function onStatus(status: Status): void {
    startPeriod();
    if (status.state === 'closed') return onClosed(status.error);
    if (status.state !== 'online') return publish({ connection: status.state });
    meet(status.me);
    outbox.inherit();
    publish({ connection: 'online', error: null, me: status.me, can: status.can });
    if (status.can.live !== true) poll();
    void sync();
  }

  /** Begins anew where it is another person who looks, or only now known who. */
  function meet(me: Person | null): void {
    if (isKnown && me?.id === state.me?.id) return;
    isKnown = true;
    held = emptyHeld;
    settling = [];
    marks.clear();
    outbox.leave();
    outbox = outboxes.of(me);
    state = { ...state, ...noOwnPart };
  }

  /** Has something to show before the session is online, which then goes on from there. */
  async function look(): Promise<void> {
    const found = await adapter.look?.(discussion, options.window);
    const seen = found && receive(emptyHeld, found.changes);
    if (isKnown || isClosed || !found || !seen) return;
    meet(found.me);
    held = seen;
    publish({ me: found.me, can: found.can, ...(found.mine && ownPart(found.mine)) });
  }

  function onClosed(error: DiscussionError): void {
    if (error.code === 'unauthenticated' && !hasRenewed) {
      hasRenewed = true; // the host is asked for a token once more: adapter.open() does that
      publish({ connection: 'connecting' });
      open();
    } else publish({ connection: 'closed', error });
  }

  function poll(): void {
    polling.set(pollMs, () => {
      if (page.isVisible()) void sync();
      poll();
    });
  }

  /** Takes what follows on; anything else shows that something was missed. True where it was taken. */
  function apply(changes: Changes): boolean {
    const next = receive(held, changes);
    if (next !== null) {
      held = next;
      publish();
    } else if (changes.to !== held.cursor) void sync();
    return next !== null || changes.to === held.cursor;
  }

  /** Asks what is new; where that is being asked already, it is asked again afterwards. Resolves with the answer under way. */
  function sync(): Promise<void> {
    if (isSyncing || session === null) isSyncDue = true;
    else syncing = syncOver(session);
    return syncing;
  }

  async function syncOver(session: Session): Promise<void> {
    const current = period;
    const settled = settling;
    isSyncing = true;
    isSyncDue = false;
    try {
      const asked = held.cursor;
      const changes = await (state.can.history === true ? session.sync(asked, options.window) : session.sync(asked));
      if (current !== period || isClosed) return;
      if (changes.from !== null && changes.from !== asked)
        throw new DiscussionError('internal', 'the answer does not follow on from the question');
      isSyncing = isPaused = false;
      // A token that reads but may not write is not asked for again and again.
      if (!outbox.entries.some(({ error }) => error?.code === 'unauthenticated')) hasRenewed = false;
      failures = 0;
      if (!apply(changes)) return;
      settling = settling.filter((op) => !settled.includes(op));
      for (const op of settled) outbox.remove(op);
      publish();
      if (isSyncDue) void sync();
      else void send();
    } catch (thrown) {
      if (current !== period || isClosed) return;
      isSyncing = false;
      onTrouble(asDiscussionError(thrown));
    }
  }

  /** What a failed sync, or a failed try to send, means for the connection. */
  function onTrouble(error: DiscussionError): void {
    if (!isRetryable(error.code)) {
      leave();
      return onClosed(error);
    }
    isPaused = true;
    retry.set(error.retryAfterMs ?? backOffMs(failures++, clock.random()), () => void sync());
  }

  async function send(): Promise<void> {
    if (isSending || isSyncing || isPaused || state.connection !== 'online' || session === null) return;
    const next = outbox.entries.find((entry) => entry.state === 'waiting' && !settling.includes(entry.command.op));
    if (next === undefined) return state.can.marks === true ? marks.send(session) : undefined;
    const current = period;
    const { op } = next.command;
    const box = outbox;
    isSending = true;
    box.set(op, { state: 'sending' });
    publish();
    try {
      const changes = await session.submit(next.command);
      hasRenewed = false;
      if (isClosed) return box.remove(op);
      if (current === period) isSending = false;
      // Until its effect is held it stays laid over, so that nothing flickers.
      if (box === outbox && receive(held, changes) === null && changes.to !== held.cursor) settling = [...settling, op];
      else box.remove(op);
      if (box === outbox) apply(changes);
      publish();
      void send();
    } catch (thrown) {
      const error = asDiscussionError(thrown);
      const mayTryAgain = isRetryable(error.code) || error.code === 'unauthenticated';
      // An answer that got lost with an earlier connection says nothing of the try that followed.
      if (mayTryAgain && current !== period) return;
      if (mayTryAgain) box.set(op, { state: 'waiting', error, tries: next.tries + 1 });
      else box.refuse(op, error);
      if (isClosed) return;
      publish();
      if (current !== period) return;
      isSending = false;
      if (mayTryAgain) onTrouble(error);
      else void send();
    }
  }

  const { loadMore, loadThread } = createPaging({
    held: () => held,
    session: () => (isClosed ? null : session),
    hold(next) {
      held = next;
      publish();
    },
    catchUp: () => sync().then(() => !isPaused),
  });

  function showAndSend(): void {
    publish();
    void send();
  }

  function ask(command: LogCommand): void {
    if (!isKnown) throw new DiscussionError('offline', 'it is not known yet who writes');
    outbox.add(command, new Date(clock.now()).toISOString());
    showAndSend();
  }

  look().catch(() => {}); // the session will say what is wrong
  open();
  const undoWake = page.onWake(() => {
    outbox.inherit();
    if (state.connection !== 'offline') return;
    waking.set(clock.random() * 2_000, () => {
      if (state.connection === 'offline') open();
    });
  });

  return {
    get state() {
      return state;
    },
    subscribe(callback) {
      callbacks.add(callback);
      callback(state);
      return () => callbacks.delete(callback);
    },
    submit(request) {
      const command: Command = { op: newOp(), ...request };
      if (command.type === 'offer')
        void session?.submit(command).then(apply, () => {}); // asked again another time
      else if (command.type !== 'read') ask(command);
      else {
        const unread = command.ids.filter((id) => !state.read.has(id));
        marks.add(unread, () => void send());
        publish({ read: new Set([...state.read, ...unread]) });
      }
      return command.op;
    },
    retry(op) {
      const refused = outbox.entries.find((entry) => entry.command.op === op && entry.state === 'refused');
      if (refused !== undefined) outbox.remove(op);
      if (refused !== undefined) ask({ ...refused.command, op: newOp() });
    },
    dismiss(op) {
      outbox.remove(op);
      publish();
    },
    loadMore,
    loadThread,
    forget() {
      outboxes.forget(state.me);
      for (const { command } of outbox.entries) outbox.remove(command.op);
      publish();
    },
    async identify(guest) {
      if (session?.identify === undefined) throw new DiscussionError('forbidden', 'guests may not write here');
      await session.identify(guest);
    },
    async evidence(of) {
      if (session?.evidence === undefined) throw new DiscussionError('unsupported', 'there is no evidence here');
      return session.evidence(of);
    },
    close() {
      isClosed = true;
      leave();
      outbox.leave();
      marks.clear();
      for (const timer of [retry, polling, waking]) timer.cancel();
      undoWake();
      callbacks.clear();
    },
  };
}
