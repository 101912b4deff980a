// Registers an element once, however often the script is loaded: the first definition of a page stays. Who uses an
// element registers it, so that no bundler takes it for unused.

/** Defines a custom element unless its name is taken. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
