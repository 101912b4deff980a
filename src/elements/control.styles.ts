// Buttons, fields and notices: what more than one element of the panel is made of.
import { css } from 'lit';

/** Controls in the panel's type and colours. */
export const controlStyles = css`
  button,
  input,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }

  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 7px;
    background: none;
    font-size: var(--_small);
    line-height: 1.3;
    cursor: pointer;
    touch-action: manipulation;
  }

  .quiet {
    color: var(--_muted);
    font-weight: 500;
  }

  .plain {
    border-color: var(--_edge);
    background: var(--_surface);
    font-weight: 500;
    padding-inline: 14px;
    min-block-size: max(36px, var(--_target));
  }

  .primary {
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 600;
    padding-inline: 18px;
    min-block-size: max(36px, var(--_target));
  }

  .danger {
    color: var(--_danger);
    border-color: currentColor;
  }

  @media (hover: hover) {
    .quiet:hover,
    .plain:hover {
      background: color-mix(in oklab, var(--_text) 7%, var(--_surface));
      color: var(--_text);
    }

    .primary:hover {
      background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
    }

    .danger:hover {
      background: var(--_danger-tint);
      color: var(--_danger);
    }
  }

  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }

  input,
  textarea {
    display: block;
    inline-size: 100%;
    padding: 9px 12px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_surface);
    line-height: 1.5;
    font-size: max(1em, 16px);
  }

  :is(input, textarea):focus-visible {
    outline-offset: -1px;
    border-radius: 8px;
    border-color: var(--_accent);
  }

  :is(input, textarea)[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  label,
  .label {
    display: block;
    font-weight: 600;
    font-size: var(--_small);
    margin-block-end: 4px;
  }

  .hint {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .error {
    color: var(--_danger);
    font-size: var(--_small);
    font-weight: 500;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .notice {
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--_tint);
    font-size: var(--_small);
  }

  :is(.hint, .notice, .label):lang(ja) {
    word-break: auto-phrase;
  }

  .notice code {
    white-space: nowrap;
  }

  .notice.caution {
    background: var(--_caution-tint);
    color: var(--_caution);
  }

  .notice.trouble {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .late {
    animation: appear 0.2s 0.6s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    button,
    summary.quiet,
    .notice {
      border: 1px solid;
    }
  }
`;
