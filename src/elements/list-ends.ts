// What stands in place of the rows where there are none, and after them: the way to further threads. Templates only.
import { html, type TemplateResult } from 'lit';
import { ask } from './request.ts';
import type { Strings } from './strings.ts';

/** That nobody wrote yet; it can take the focus that a last row had. */
export function emptyTemplate(strings: Strings): TemplateResult {
  return html`<div class="empty" part="empty" tabindex="-1">
    <slot name="empty">
      <p class="lead">${strings.empty}</p>
      <p class="hint">${strings.emptyHint}</p>
    </slot>
  </div>`;
}

/** The way to further threads. */
export function furtherTemplate(strings: Strings): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => void ask(currentTarget as HTMLElement, { type: 'more' });
  return html`<p class="further">
    <button type="button" class="plain" part="more" @click=${onClick}>${strings.showMore}</button>
  </p>`;
}
