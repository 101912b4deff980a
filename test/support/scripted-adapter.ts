// An adapter that a test plays by hand: it says what the test says, and shows what it was asked.
import type { Adapter, Listener } from '../../src/adapters/adapter.ts';
import type { Changes, Command, Cursor, GuestEntry } from '../../src/model/post.ts';

/** A question an adapter was asked and has not answered. */
export interface Question<Asked> {
  readonly asked: Asked;
  answer(changes: Changes): void;
  refuse(error: unknown): void;
}

/** The hand on a scripted adapter. */
export interface ScriptedAdapter extends Adapter {
  /** The listener of the session opened last. */
  readonly listener: Listener;
  readonly opened: number;
  readonly closed: number;
  readonly syncs: readonly Question<Cursor | null>[];
  readonly submits: readonly Question<Command>[];
}

/** An adapter that does nothing by itself. */
export function createScriptedAdapter(look?: Adapter['look']): ScriptedAdapter {
  const listeners: Listener[] = [];
  const syncs: Question<Cursor | null>[] = [];
  const submits: Question<Command>[] = [];
  let closed = 0;

  function ask<Asked>(list: Question<Asked>[], asked: Asked): Promise<Changes> {
    return new Promise((resolve, reject) => {
      const remove = (): void => void list.splice(list.indexOf(question), 1);
      const question: Question<Asked> = {
        asked,
        answer(changes) {
          remove();
          resolve(changes);
        },
        refuse(error) {
          remove();
          reject(error);
        },
      };
      list.push(question);
    });
  }

  return {
    ...(look !== undefined && { look }),
    syncs,
    submits,
    get opened() {
      return listeners.length;
    },
    get closed() {
      return closed;
    },
    get listener() {
      const last = listeners.at(-1);
      if (last === undefined) throw new Error('no session was opened');
      return last;
    },
    open(_discussion, listener) {
      listeners.push(listener);
      return {
        sync: (cursor) => ask(syncs, cursor),
        submit: (command) => ask(submits, command),
        identify: async (_guest: GuestEntry) => {},
        close: () => void closed++,
      };
    },
  };
}
