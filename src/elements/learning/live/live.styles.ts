// How the questions of an event look in the panel: one short list, the one that is being answered set apart.
import { css } from 'lit';

/** Sheet of this part. */
export const liveStyles = css`
  peer-discussion-live {
    display: block;
  }

  peer-discussion-wall {
    position: absolute;
  }

  .live {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin-block-end: 18px;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_accent);
    border-radius: 8px;
    background: var(--_surface);
  }

  .live-head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 8px 16px;
  }

  .live-head > div {
    flex: 1 1 18ch;
    min-inline-size: 0;
  }

  .live-field {
    display: flex;
    gap: 8px;
  }

  .live-field input {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .live-field button {
    flex: none;
  }

  .live .label {
    margin: 0;
  }

  .live ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: 0 -3px;
    padding: 3px;
    list-style: none;
    max-block-size: 26em;
    overflow-y: auto;
  }

  .live ul > li {
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }

  .live ul > li.now {
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }

  .live .question-text {
    margin-block: 2px 4px;
    overflow-wrap: anywhere;
  }

  .live .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: -10px;
  }

  .live summary {
    cursor: pointer;
    display: list-item;
    list-style: disclosure-closed inside;
    min-block-size: var(--_target);
    padding: 4px 0;
    font-weight: 600;
    font-size: var(--_small);
    border-radius: 4px;
  }

  .live details[open] > summary {
    list-style-type: disclosure-open;
  }

  .live details ul {
    margin-block-start: 8px;
  }

  @container peer-panel (inline-size < 420px) {
    .live {
      padding: 12px;
    }
  }
`;
