// The public events of <peer-discussion>: facts, bubbling and composed. Fired only by that element.
import type { DiscussionError } from '../model/errors.ts';
import type { Connection } from '../store/state.ts';
import type { Layout } from './placement.ts';

/** The connection changed. */
export class PeerStatusEvent extends Event {
  static readonly type = 'peer-status';
  readonly connection: Connection;

  constructor(connection: Connection) {
    super(PeerStatusEvent.type, { bubbles: true, composed: true });
    this.connection = connection;
  }
}

/** A post of this person was durably accepted. */
export class PeerPostEvent extends Event {
  static readonly type = 'peer-post';
  readonly postId: string;
  /** The post it answers; null for the first of a thread. */
  readonly parentId: string | null;

  constructor(postId: string, parentId: string | null) {
    super(PeerPostEvent.type, { bubbles: true, composed: true });
    this.postId = postId;
    this.parentId = parentId;
  }
}

/** Something was refused for good. `preventDefault()` says that the page tells its reader; otherwise the panel does. */
export class PeerErrorEvent extends Event {
  static readonly type = 'peer-error';
  readonly error: DiscussionError;

  constructor(error: DiscussionError) {
    super(PeerErrorEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.error = error;
  }
}

/** The panel stands elsewhere in the window, is wider, or was opened or closed: the page may make room. */
export class PeerLayoutEvent extends Event {
  static readonly type = 'peer-layout';
  readonly layout: Layout;
  /** Pixels to leave free at the page's inline end. */
  readonly width: number;
  /** False for a drawer or sheet that is closed. */
  readonly isOpen: boolean;

  constructor(layout: Layout, width: number, isOpen: boolean) {
    super(PeerLayoutEvent.type, { bubbles: true, composed: true });
    this.layout = layout;
    this.width = width;
    this.isOpen = isOpen;
  }
}

/** This person has done all that a prompt asks, for the first time or before this page: once a page for each prompt. */
export class PeerCompleteEvent extends Event {
  static readonly type = 'peer-complete';
  readonly promptId: string;
  /** The version of the prompt whose rule stands now. */
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly completedAt: string;

  constructor(promptId: string, version: number, completedAt: string) {
    super(PeerCompleteEvent.type, { bubbles: true, composed: true });
    this.promptId = promptId;
    this.version = version;
    this.completedAt = completedAt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'peer-status': PeerStatusEvent;
    'peer-post': PeerPostEvent;
    'peer-error': PeerErrorEvent;
    'peer-layout': PeerLayoutEvent;
    'peer-complete': PeerCompleteEvent;
  }
}
