/**
 * Stands in for the style injector of Ant Design's own styles in the built site:
 * the static sheet already holds all of them, variables included.
 */
const nowhere = document.createElement('style');

export function injectCSS(): HTMLStyleElement {
  return nowhere;
}

export function updateCSS(): HTMLStyleElement {
  return nowhere;
}

export function removeCSS(): void {
  // Nothing was added.
}
