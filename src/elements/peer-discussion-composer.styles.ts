// Where one writes, the guest's fields, and questions in place.
import { css } from 'lit';

/** Sheet of the composer and what stands in it. */
export const composerStyles = css`
  peer-discussion-composer,
  peer-discussion-guest,
  peer-discussion-question {
    display: block;
  }

  .composer,
  .question {
    display: grid;
    gap: 10px;
  }

  .composer > label {
    margin-block-end: -4px;
  }

  .composer > .error:empty,
  .buttons > span:empty {
    display: none;
  }

  .main,
  .list peer-discussion-composer,
  .list peer-discussion-returned > *,
  .list peer-discussion-question {
    padding-block: 10px;
  }

  .main {
    margin-inline: -8px;
    padding: 20px 8px 0;
    border-block-start: 1px solid var(--_line);
  }

  .returned {
    margin-block-end: 16px;
    padding: 14px;
    border-radius: 8px;
    background: var(--_danger-tint);
  }

  textarea {
    field-sizing: content;
    min-block-size: 5.6em;
    max-block-size: min(60vh, 30em);
    resize: vertical;
    overflow-wrap: anywhere;
  }

  .format {
    margin-inline-start: auto;
  }

  .question {
    padding: 14px;
    border-radius: 8px;
    background: var(--_tint);
  }

  .list peer-discussion-question .question {
    max-inline-size: 60ch;
  }

  .guest {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }

  .guest .fields {
    display: grid;
    gap: 10px 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
  }

  .guest .error {
    margin-block-start: 2px;
  }

  legend {
    padding: 0;
  }

  .notice .buttons {
    margin-block-start: 8px;
  }

  @container peer-panel (inline-size < 560px) {
    .format {
      flex-basis: 100%;
    }
  }
`;
