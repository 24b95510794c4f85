/** What an injected script defines, or asks for where it may be absent. What must be there has declared itself. */
const NAMED = /\.(recto[A-Z]\w*)(?=\?\??[.=])/g;

/**
 * Declares, before all else in a script, the names by which injected scripts know each other. To a content script, too, an
 * element of the page is a property of the window by its id (https://html.spec.whatwg.org/#named-access-on-the-window-object),
 * and would be taken for a script of that name. A variable comes before it, and one that is there keeps its value.
 *
 * `plain`: such a name is asked for without `globalThis`, which takes fewer bytes. Not where the list imports the script as
 * a module, whose variables are its own.
 */
export function declareGlobals(code: string, { plain = false } = {}): string {
  const names = [...new Set(Array.from(code.matchAll(NAMED), ([, name]) => String(name)))];
  if (names.length === 0) return code;
  const prefixed = new RegExp(`\\bglobalThis\\.(${names.join('|')})\\b`, 'g');
  return `var ${names.join()};${plain ? code.replace(prefixed, '$1') : code}`;
}
