// What learning shows of single posts: kinds, options beside the field, endorsements, and acts.
import { css } from 'lit';

/** Sheet of the part about single posts. */
export const movesStyles = css`
  .kind {
    flex: none;
    padding: 1px 8px;
    border-radius: 999px;
    background: color-mix(in oklab, var(--_text) 8%, var(--_surface));
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.5;
  }

  peer-discussion-choices {
    display: grid;
    gap: 8px;
  }

  peer-discussion-choices > .error:empty,
  peer-discussion-choices > .private:empty,
  .question > .error:empty {
    display: none;
  }

  peer-discussion-acts {
    display: contents;
  }

  peer-discussion-acts > .question {
    flex: 1 0 100%;
    margin: 6px 0 6px 10px;
  }

  peer-discussion-vouched {
    display: block;
  }

  .options {
    min-inline-size: 0;
  }

  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .pill {
    position: relative;
    display: inline-flex;
    max-inline-size: 100%;
  }

  .pill input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }

  .pill label {
    display: flex;
    align-items: center;
    min-block-size: max(30px, var(--_target));
    margin: 0;
    padding: 2px 12px;
    border: 1px solid var(--_edge);
    border-radius: 999px;
    background: var(--_surface);
    font-weight: 500;
    line-height: 1.3;
  }

  .pill input:checked + label {
    border-color: var(--_accent);
    background: var(--_accent-tint);
    color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .pill input:focus-visible + label {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .options > .label {
    color: var(--_muted);
    font-weight: 500;
  }

  .help:has(> .hint:empty) {
    display: none;
  }

  .help {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: var(--_target);
  }

  .help button {
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: max(32px, var(--_target));
  }

  .tick input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tick label {
    display: flex;
    align-items: center;
    min-block-size: inherit;
    margin: 0;
  }

  .private,
  .pinned,
  .settled {
    margin-block-start: 6px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid currentColor;
    color: var(--_caution);
    font-size: var(--_small);
    line-height: 1.5;
  }

  .pinned,
  .settled {
    color: var(--_accent);
  }

  .endorsements {
    display: grid;
    gap: 4px;
    margin-block-start: 8px;
  }

  .endorsement {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    padding: 6px 10px;
    border-radius: 8px;
    background: var(--_accent-tint);
    font-size: var(--_small);
    line-height: 1.6;
  }

  .endorsement .label {
    display: inline;
    margin: 0;
    color: var(--_accent);
  }

  .endorsement .why {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .endorsement.revoked {
    background: var(--_tint);
  }

  .endorsement.revoked > :not(.aside, .badge) {
    color: var(--_muted);
    text-decoration: line-through;
  }

  .tick-mark {
    flex: none;
    inline-size: 0.45em;
    block-size: 0.85em;
    margin: 0 0.35em 0.2em;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    transform: rotate(40deg);
  }

  .vouched {
    display: grid;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .vouched button {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: -10px;
    color: var(--_accent);
    text-align: start;
  }

  .vouched :focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .kind,
    .endorsement {
      border: 1px solid;
    }

    .pill input:checked + label {
      outline: 2px solid Highlight;
    }
  }
`;
