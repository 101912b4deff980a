// The versions of a post, in a dialog over the page.
import { css } from 'lit';

/** Sheet of the versions. */
export const historyStyles = css`
  dialog.history {
    max-inline-size: min(92vw, 42em);
  }

  .versions {
    display: grid;
    gap: 12px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }

  .versions > li {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
`;
