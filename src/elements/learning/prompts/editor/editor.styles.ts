// The look of the prompt editor.
import { css } from 'lit';

/** Sheet of the editor. */
export const editorStyles = css`
  .prompt-editor {
    display: grid;
    gap: 14px;
    padding: 14px 16px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
  }

  .prompt-editor fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    min-inline-size: 0;
    padding: 10px 14px 14px;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }

  .prompt-editor legend {
    padding-inline: 6px;
    font-weight: 600;
    font-size: var(--_small);
  }

  .prompt-editor .ticks {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
  }

  .edit-field {
    min-inline-size: 0;
  }

  .prompt-editor textarea {
    resize: vertical;
  }

  .prompt-editor select {
    min-block-size: max(40px, var(--_target));
  }

  .prompt-editor input[type='number'] {
    inline-size: 8em;
  }

  .prompt-editor input[type='datetime-local'] {
    inline-size: min(100%, 18em);
  }

  .prompt-editor [role='alert']:focus-visible {
    outline-offset: 2px;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: max(32px, var(--_target));
    margin: 0;
    font-weight: 400;
  }

  .tick input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    accent-color: var(--_accent);
  }

  .slider {
    display: grid;
    grid-template-columns: minmax(7em, auto) minmax(0, 1fr);
    align-items: center;
    gap: 2px 14px;
  }

  .slider label {
    margin: 0;
  }

  .slider input {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    accent-color: var(--_accent);
  }

  .slider output {
    grid-column: 1 / -1;
  }
`;
