/** Names made by machines differ from page to page: hashes, numbers of posts. */
const MADE = /\d{2}|[a-z]\d[a-z]|[A-Z]{3}|^[a-z]{1,2}$|__\w*[A-Z\d]|^(?:css|sc|jsx|svelte)-/;
/** Names that tell a state, not a thing. */
const STATE = /^(?:is|has|js)-|^(?:active|open|show|shown|visible|loaded|hidden|ng-|v-|fade|in)$/;
/** So many ancestors are named before places are counted. */
const DEEPEST = 4;

/**
 * A selector that finds `element` first in its page and, since it uses the names that sites give to kinds of things rather
 * than to single ones, its likes in other pages of the site.
 */
export function selectorOf(element: Element): string {
  const page = element.ownerDocument;
  const isFirst = (selector: string) => Document.prototype.querySelector.call(page, selector) === element;
  let selector = nameOf(element);
  let at = element.parentElement;
  for (let depth = 0; !isFirst(selector) && at && depth < DEEPEST; depth++, at = at.parentElement)
    selector = `${nameOf(at)} > ${selector}`;
  return isFirst(selector) ? selector : pathOf(element);
}

/** Tag, id and classes, those left out that only this page has. */
function nameOf(element: Element): string {
  const tag = CSS.escape(element.localName);
  const id = element.getAttribute('id') ?? '';
  if (id !== '' && !MADE.test(id)) return `${tag}#${CSS.escape(id)}`;
  const names = [...element.classList].filter((name) => !MADE.test(name) && !STATE.test(name)).slice(0, 3);
  return tag + names.map((name) => `.${CSS.escape(name)}`).join('');
}

/** The way down from the body by places: for pages that name nothing. */
function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at?.parentElement && at.localName !== 'body'; at = at.parentElement) {
    const { localName } = at;
    const alike = [...at.parentElement.children].filter((sibling) => sibling.localName === localName);
    steps.unshift(`${CSS.escape(localName)}:nth-of-type(${alike.indexOf(at) + 1})`);
  }
  return ['body', ...steps].join(' > ');
}
