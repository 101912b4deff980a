// How the facilitator's desk looks: calm, narrow, one thing after another.
import { css } from 'lit';

export const deskStyles = css`
  .desk {
    margin-block: 12px;
    padding: 12px 16px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .desk-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 8px;
    margin-block-end: 8px;
  }

  .desk .heading {
    font-size: 1.12em;
  }

  .desk .badge {
    display: inline-block;
  }

  .desk li .aside::after {
    content: none;
  }

  .desk-list {
    margin-block-start: 20px;
  }

  .desk > .buttons {
    margin-block: 8px;
  }

  .desk-name {
    font-weight: 600;
  }

  .desk ul {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .desk li[data-entry] {
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .desk li[data-entry] + li {
    margin-block-start: 8px;
  }

  .desk .excerpt {
    margin-block: 4px;
    overflow-wrap: anywhere;
  }

  .desk form :is(input:not([type='radio']), textarea, select) {
    inline-size: 100%;
  }

  .desk fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .desk fieldset label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: max(32px, var(--_target));
    margin: 0;
    font-weight: 400;
  }

  .desk input[type='radio'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .desk form {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }

  .desk form > .error:empty {
    display: none;
  }

  .desk form label {
    margin-block-end: -4px;
  }
`;
