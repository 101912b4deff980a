// The button in the window's corner that opens a drawer, and the number on it.
import { css } from 'lit';

/** Sheet of the button. */
export const launcherStyles = css`
  .corner {
    position: fixed;
    inset-block-end: max(16px, env(safe-area-inset-bottom));
    inset-inline-end: 16px;
    z-index: var(--peer-layer, 100);
    display: block;
    max-inline-size: calc(100vw - 32px);
  }

  .launcher {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    max-inline-size: 100%;
    padding: 0 20px;
    border-radius: 26px;
    background: var(--_accent);
    color: var(--_accent-text);
    font-size: 1em;
    font-weight: 600;
    box-shadow:
      0 2px 6px rgb(0 0 0 / 0.24),
      0 6px 24px rgb(0 0 0 / 0.18);
  }

  .launcher:focus-visible {
    border-radius: 26px;
    outline-color: var(--_accent);
    outline-offset: 3px;
  }

  @media (hover: hover) {
    .launcher:hover {
      background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
    }
  }

  .bubble {
    flex: none;
    inline-size: 20px;
    block-size: 16px;
    margin-block-end: 4px;
    border: 2px solid;
    border-radius: 5px;
    position: relative;
  }

  .bubble::after {
    content: '';
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 2px;
    border: 3px solid transparent;
    border-block-start-color: currentColor;
    border-inline-start-color: currentColor;
  }

  .count {
    flex: none;
    min-inline-size: 24px;
    padding: 0 7px;
    border-radius: 12px;
    background: var(--_accent-text);
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 24px;
    text-align: center;
  }
`;
