/**
 * A constructed sheet, which no page policy blocks. A `<style>` element would be under the page's `style-src` in
 * Firefox. The constructor is the document's own: sheets of another document cannot be adopted.
 */
export function makeSheet(document: Document, css: string): CSSStyleSheet {
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  return sheet;
}
