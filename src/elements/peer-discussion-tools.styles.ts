// The toolbar above a field, and the list of people below it. Loaded with the tools.
import { css } from 'lit';

/** Sheet of the tools. */
export const toolsStyles = css`
  .toolbar {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .tool {
    flex: 0 1 var(--_tool);
    min-inline-size: 24px;
    min-block-size: var(--_tool);
    padding: 0;
    display: grid;
    place-content: center;
  }

  .tool svg {
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .toolbar button:focus-visible {
    outline-offset: -2px;
  }

  .preview {
    flex: none;
    margin-inline-start: auto;
    white-space: nowrap;
    min-block-size: var(--_tool);
  }

  .preview[aria-pressed='true'] {
    background: var(--_accent-tint);
    color: var(--_accent);
    box-shadow: inset 0 0 0 1px currentColor;
  }

  .people {
    --_avatar: 24px;
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    inline-size: max-content;
    max-inline-size: min(320px, 90vw);
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
    font-size: var(--_small);
    list-style: none;
  }

  .people > li {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 4px 10px 4px 6px;
    min-block-size: max(32px, var(--_target));
    border-radius: 6px;
    cursor: pointer;
  }

  .people > li[aria-selected='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .people bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .preview[aria-pressed='true'],
    .people > li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
