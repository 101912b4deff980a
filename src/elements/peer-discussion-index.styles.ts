// The sheets of the index: the panel's tokens and controls, and the list itself.
import { css } from 'lit';
import { controlStyles } from './control.styles.ts';
import { tokenStyles } from './tokens.styles.ts';

const listStyles = css`
  .panel {
    container: peer-index / inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--peer-padding, 16px 14px);
  }

  .heading {
    font-size: 1.3em;
    font-weight: 650;
    line-height: 1.25;
    margin-block-end: 12px;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 4px;
  }

  .choice [aria-pressed='true'] {
    background: var(--_accent-tint);
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 650;
  }

  ol {
    list-style: none;
  }

  li {
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }

  li:first-child {
    border-block-start: 0;
  }

  .title {
    font-weight: 600;
    line-height: 1.35;
  }

  a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, var(--_accent) 45%, transparent);
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-color: currentColor;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: var(--_small);
    color: var(--_muted);
  }

  .facts a,
  .facts .open {
    font-weight: 500;
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }

  .facts span {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }

  .said {
    padding-block: 14px;
    color: var(--_muted);
  }

  @container peer-index (inline-size >= 560px) {
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 24px;
    }

    .facts {
      justify-content: end;
    }
  }
`;

/** All that the index looks like. */
export const indexStyles = [tokenStyles, controlStyles, listStyles];
