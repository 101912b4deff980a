// Markdown texts of a template, each as one element that stays as long as its text does. Shows the source until the
// Markdown can be made.
import { format, formatterReady } from '../../formatter.ts';

/** Gives the element of a text, by the name of its place. */
export type MarkdownTexts = (place: string, source: string) => HTMLElement;

function make(element: HTMLElement, source: string): void {
  const made = format(source);
  if (made !== null) {
    element.replaceChildren(made);
    for (const scroller of element.querySelectorAll<HTMLElement>('pre, table')) scroller.tabIndex = 0;
  } else void formatterReady().then(() => make(element, source));
}

/** Texts of one template. */
export function createMarkdownTexts(): MarkdownTexts {
  const texts = new Map<string, { readonly source: string; readonly element: HTMLElement }>();
  return (place, source) => {
    const there = texts.get(place);
    if (there?.source === source) return there.element;
    const element = document.createElement('div');
    element.className = 'prose';
    element.dir = 'auto';
    element.textContent = source;
    make(element, source);
    texts.set(place, { source, element });
    return element;
  };
}
