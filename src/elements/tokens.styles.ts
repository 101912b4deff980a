// The panel's colours, type and measures: each role reads `--peer-<role>` with a default and is never declared on the
// page's side, so that a value on the page's :root wins. Also the reset that keeps the page's own styles outside.
import { css } from 'lit';

/** Roles, reset and what every part of the panel stands on. */
export const tokenStyles = css`
  :host {
    all: initial;
    display: block !important;
    color-scheme: inherit;
    font-family: var(--peer-font, inherit);
    font-size: var(--peer-font-size, max(1em, 15px));

    --_text: var(--peer-text, light-dark(#1f2429, #e4e7eb));
    --_surface: var(--peer-surface, light-dark(#ffffff, #14181c));
    --_accent: var(--peer-accent, light-dark(#1b5a86, #8fc6f0));
    --_accent-text: var(--peer-accent-text, light-dark(#ffffff, #0b1c2a));
    --_danger: var(--peer-danger, light-dark(#a3281d, #f6aaa1));
    --_caution: var(--peer-caution, light-dark(#744c00, #e9c681));
    --_muted: var(--peer-muted, color-mix(in oklab, var(--_text) 72%, var(--_surface)));
    --_edge: var(--peer-edge, color-mix(in oklab, var(--_text) 55%, var(--_surface)));
    --_line: var(--peer-line, color-mix(in oklab, var(--_text) 13%, var(--_surface)));
    --_tint: var(--peer-tint, color-mix(in oklab, var(--_text) 4%, var(--_surface)));
    --_accent-tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    --_caution-tint: color-mix(in oklab, var(--_caution) 9%, var(--_surface));
    --_danger-tint: color-mix(in oklab, var(--_danger) 7%, var(--_surface));
    --_code: var(--peer-font-code, ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace);
    --_radius: var(--peer-radius, 10px);
    --_small: 0.875em;
    --_target: 28px;
    --_top: var(--peer-offset-top, var(--wp-admin--admin-bar--height, 0px));
  }

  @supports not (color: light-dark(#000, #fff)) {
    :host {
      --_text: var(--peer-text, #1f2429);
      --_surface: var(--peer-surface, #ffffff);
      --_accent: var(--peer-accent, #1b5a86);
      --_accent-text: var(--peer-accent-text, #ffffff);
      --_danger: var(--peer-danger, #a3281d);
      --_caution: var(--peer-caution, #744c00);
    }
  }

  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }

  :host([hidden]),
  .panel[hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /* The page's type and colour scheme come in; whatever else it says of everything stays outside. */
  .panel,
  .corner {
    all: initial;
    display: revert;
    box-sizing: border-box;
    color-scheme: inherit;
    font-family: inherit;
    font-size: inherit;
    color: var(--_text);
    line-height: 1.6;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  p,
  time,
  label,
  legend,
  button,
  span.hint,
  span.error {
    unicode-bidi: plaintext;
  }

  p,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  :focus:not(:focus-visible) {
    outline: none;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
