// What the reading of a panel needs of the panel and of others. Types only.
import type { ReactiveControllerHost } from 'lit';
import type { Store } from '../store/store.ts';
import type { Strings } from './strings.ts';

/** What the controller needs of its panel. */
export interface ReadingHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
}

/** What the controller needs of others. */
export interface ReadingMeans {
  /** The open store; null while there is none. */
  readonly store: () => Store | null;
  /** Tells this discussion from every other one. */
  readonly key: () => string;
  readonly words: () => Strings;
  readonly say: (words: string) => void;
  /** Opens what can be closed, and resolves once the panel is seen. */
  readonly reveal: () => Promise<void>;
}
