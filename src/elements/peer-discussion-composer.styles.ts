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

  .list peer-discussion-composer,
  .list peer-discussion-returned > *,
  .list peer-discussion-question {
    padding-block: 10px;
  }

  .returned {
    margin-block-end: 16px;
    padding: 14px;
    border-radius: 8px;
    background: var(--_danger-tint);
  }

  .field {
    min-inline-size: 0;
  }

  /* Of its full height before it is loaded: nothing moves when it comes. */
  peer-discussion-tools {
    --_tool: max(32px, var(--_target));
    display: block;
    min-block-size: calc(var(--_tool) + 6px);
    padding: 2px 3px;
    border: 1px solid var(--_edge);
    border-block-end: 0;
    border-start-start-radius: 8px;
    border-start-end-radius: 8px;
    background: var(--_tint);
  }

  peer-discussion-tools ~ textarea,
  peer-discussion-preview {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }

  peer-discussion-preview {
    display: block;
    min-block-size: 5.6em;
    padding: 9px 12px;
    border: 1px solid var(--_edge);
    border-end-start-radius: 8px;
    border-end-end-radius: 8px;
  }

  textarea[hidden],
  peer-discussion-preview > .error:empty {
    display: none;
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
      display: none;
    }
  }
`;
