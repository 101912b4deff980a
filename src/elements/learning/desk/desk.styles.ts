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
    gap: 8px;
  }

  .desk-list + .desk-list {
    margin-block-start: 16px;
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
    min-block-size: var(--_target);
  }
`;
