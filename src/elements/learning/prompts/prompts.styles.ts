// The look of prompts, gates, progress and who waits.
import { css } from 'lit';

/** Sheet of this part. */
export const promptsStyles = css`
  peer-discussion-prompts {
    display: grid;
    gap: 14px;
  }

  peer-discussion-prompts:not(:has(> *)) {
    display: none;
  }

  peer-discussion-prompts > :last-child {
    margin-block-end: 18px;
  }

  /* The way to a new prompt and, behind it, the way to the desk: side by side where nothing is asked yet. */
  peer-discussion-prompts:not(:has(> :not(.begin))):has(.plain),
  peer-discussion-prompts:not(:has(> :not(.begin))) ~ .desk-way {
    display: inline-block;
    margin-inline-end: 8px;
  }

  .desk-way {
    margin-block-end: 18px;
  }

  /* The place of the button while its words load. */
  .desk-way > span {
    display: inline-block;
    visibility: hidden;
    inline-size: 11em;
  }

  .prompt {
    display: grid;
    gap: 12px;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_accent);
    border-radius: 8px;
    background: var(--_surface);
  }

  .prompt > :not(.prose),
  .gate > *,
  .progress li > * {
    min-inline-size: 0;
    margin: 0;
  }

  .prompt-title {
    font-size: 1.12em;
    font-weight: 650;
    line-height: 1.35;
    text-wrap: balance;
  }

  .prompt .buttons:not(:has(> *)) {
    display: none;
  }

  .prompt summary,
  .progress summary {
    cursor: pointer;
    display: list-item;
    padding: max(4px, calc((var(--_target) - 1.6em) / 2)) 0;
    list-style: disclosure-closed inside;
    min-block-size: var(--_target);
    font-weight: 600;
    border-radius: 4px;
  }

  .prompt[open] > summary,
  .progress[open] > summary {
    list-style-type: disclosure-open;
  }

  .progress summary .hint {
    white-space: nowrap;
  }

  .progress peer-discussion-record > .quiet {
    margin-inline-start: -10px;
  }

  .prompt summary .hint {
    margin-inline-start: 8px;
    font-weight: 400;
  }

  .closed-prompt {
    display: block;
    border-inline-start-color: var(--_line);
  }

  .closed-prompt > :not(summary) {
    margin-block-start: 10px;
  }

  .stages {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    list-style: none;
    font-size: var(--_small);
  }

  .stages li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: baseline;
    padding: 3px 10px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_muted);
  }

  .stages b {
    font-weight: 500;
  }

  .stages [aria-current] {
    color: var(--_text);
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }

  .stages [aria-current] b {
    font-weight: 650;
  }

  .gate {
    display: grid;
    gap: 4px;
    padding: 12px 14px;
    border-radius: 8px;
    background: var(--_tint);
  }

  .gate .label {
    font-size: 1em;
  }

  .progress ul,
  .waiting ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .progress ul {
    margin-block: 4px 8px;
  }

  .progress li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 16px;
    padding-block: 5px;
    border-block-end: 1px solid var(--_line);
  }

  :is(.gate, .progress):lang(ja) {
    word-break: auto-phrase;
  }

  .how-far {
    text-align: end;
    color: var(--_muted);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .missed {
    flex-basis: 100%;
    padding-block: 2px 4px;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .missed > .quiet {
    padding-inline: 0;
    border-inline: 0;
    text-decoration: underline;
  }

  .met .how-far {
    color: var(--_text);
    font-weight: 600;
  }

  .met .how-far::before {
    content: '✓\\00a0' / '';
  }

  peer-discussion-record {
    display: block;
    margin-block-start: 6px;
  }

  /* Its words stand in line with the others. */
  peer-discussion-record > .quiet {
    margin-inline-start: -10px;
  }

  peer-discussion-evidence .buttons {
    margin-block: 8px;
  }

  .answering {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .answering > span {
    color: var(--_muted);
    font-weight: 500;
  }

  .answering select {
    flex: 1 1 16ch;
    inline-size: auto;
    min-inline-size: 0;
    min-block-size: max(36px, var(--_target));
    font-weight: 400;
  }

  .page-prompt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  .page-prompt p {
    flex: 1 1 26ch;
  }

  peer-discussion-waiting {
    display: block;
    min-block-size: 1px;
  }

  .waiting {
    margin-block-start: 18px;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_tint);
  }

  .waiting li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    padding-block: 6px;
  }

  .waiting .beginning {
    flex: 1 1 24ch;
  }

  @container peer-panel (inline-size < 420px) {
    .prompt {
      padding: 12px;
    }
  }
`;
