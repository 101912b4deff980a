// The bar above the list, and the marks of what a search found.
import { css } from 'lit';

/** Sheet of the bar: comes with it, after there is something to read. */
export const lookStyles = css`
  .look {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
    gap: 10px 12px;
  }

  .look .wide,
  .list-keys {
    grid-column: 1 / -1;
  }

  .list-keys {
    justify-self: start;
    margin-inline-start: -10px;
  }

  @media (pointer: coarse) {
    .list-keys {
      display: none;
    }
  }

  .look label {
    color: var(--_muted);
    font-weight: 500;
    margin-block-end: 2px;
  }

  .look :is(select, input) {
    min-block-size: max(36px, var(--_target));
    padding-block: 4px;
  }

  .result {
    justify-content: space-between;
    margin-block-start: 10px;
  }

  @container peer-panel (inline-size >= 560px) {
    .look {
      grid-template-columns: repeat(2, minmax(0, 3fr)) minmax(0, 4fr) auto;
      align-items: end;
    }

    .look .wide,
    .list-keys {
      grid-column: auto;
    }

    .list-keys {
      margin: 0 -10px 0 0;
      min-block-size: 36px;
    }

    .look :is(select, input) {
      font-size: var(--_small);
    }
  }

  ::highlight(peer-search) {
    background: light-dark(#ffe28a, #6b5200);
    color: light-dark(#1f2429, #ffffff);
  }
`;
