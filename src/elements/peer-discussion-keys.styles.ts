// The list of single keys, in a dialog over the page.
import { css } from 'lit';

/** Sheet of the dialog. */
export const keysStyles = css`
  dialog {
    inset: 0;
    margin: auto;
    inline-size: fit-content;
    max-inline-size: min(92vw, 30em);
    max-block-size: 88vh;
    overflow: auto;
    padding: 20px 24px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .keys {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px 16px;
    align-items: center;
    margin: 12px 0 16px;
  }

  .keys dt,
  .keys dd {
    margin: 0;
  }

  kbd {
    display: inline-block;
    min-inline-size: 2em;
    padding: 1px 7px;
    border: 1px solid var(--_edge);
    border-block-end-width: 2px;
    border-radius: 6px;
    font-family: var(--_code);
    font-size: 0.9em;
    text-align: center;
  }

  dialog .buttons {
    margin-block-start: 16px;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: max(32px, var(--_target));
  }

  .choice input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  /* Ticked by its words too: they are as high as a finger needs. */
  .choice label {
    display: flex;
    align-items: center;
    min-block-size: inherit;
    margin: 0;
  }
`;
