// What a body may be. How it is rendered, and what that may take, is in render-guard.ts.
import { checkText, limits } from './check-text.ts';
import { invalid } from './errors.ts';
import { renderFlaw } from './render-guard.ts';

/** Refuses a body that breaks a limit, or that no browser should be asked to render. */
export function checkBody(body: string): void {
  checkText('body', body, limits.bodyLength);
  const flaw = renderFlaw(body);
  if (flaw !== null) throw invalid('body', 'too-nested', `body ${flaw}`);
}
