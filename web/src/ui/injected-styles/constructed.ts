/**
 * Stands in for the style injector of Ant Design's parts in the built site.
 * Sheets are constructed instead of written into <style> elements, which the
 * site's content security policy refuses.
 */
const sheets = new Map<string, CSSStyleSheet>();
const nowhere = document.createElement('style');

function adopt(key: string, css: string): CSSStyleSheet {
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(key, sheet);
  }
  sheet.replaceSync(css);
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  return sheet;
}

export function injectCSS(css: string): HTMLStyleElement {
  adopt(css, css);
  return nowhere;
}

export function updateCSS(css: string, key: string): HTMLStyleElement {
  adopt(key, css);
  return nowhere;
}

export function removeCSS(key: string): void {
  const sheet = sheets.get(key);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}

export function clearContainerCache(): void {
  sheets.clear();
}
