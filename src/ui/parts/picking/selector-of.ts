import { LONGEST_SELECTOR } from '../../../model/settings/site-settings.ts';
import { plainDom } from './plain-dom.ts';

/** Names made by machines differ from page to page: hashes, numbers of posts. */
const MADE = /\d{2}|[a-z]\d[a-z]|[A-Z]{3}|^[a-z]{1,2}$|__\w*[A-Z\d]|^(?:css|sc|jsx|svelte)-/;
/** Names that tell a state, not a thing. */
const STATE = /^(?:is|has|js)-|^(?:active|open|show|shown|visible|loaded|hidden|ng-|v-|fade|in)$/;
/** Ancestors named before positions are counted. */
const DEEPEST = 4;

/**
 * A selector that finds `element` first in its page. It uses names of kinds of things rather than of single ones, so
 * that it also finds similar elements in other pages of the site. Null when none can be stored, because the element is
 * gone or too deep.
 */
export function selectorOf(element: Element): string | null {
  const page = element.ownerDocument;
  const isFirst = (selector: string) => plainDom.find(page, selector) === element;
  let selector = nameOf(element);
  let at = plainDom.parent(element);
  for (let depth = 0; !isFirst(selector) && at && depth < DEEPEST; depth++, at = plainDom.parent(at))
    selector = `${nameOf(at)} > ${selector}`;
  if (!isFirst(selector)) selector = pathOf(element);
  return isFirst(selector) && selector.length <= LONGEST_SELECTOR ? selector : null;
}

/** Tag, id and classes, without those that only this page has. */
function nameOf(element: Element): string {
  const tag = CSS.escape(plainDom.localName(element));
  const id = plainDom.attribute(element, 'id');
  if (id !== '' && !MADE.test(id)) return `${tag}#${CSS.escape(id)}`;
  const all = plainDom.attribute(element, 'class').split(/\s+/);
  const names = all.filter((name) => name !== '' && !MADE.test(name) && !STATE.test(name)).slice(0, 3);
  return tag + names.map((name) => `.${CSS.escape(name)}`).join('');
}

/** The path from the body by positions, for pages without names. */
function pathOf(element: Element): string {
  const steps: string[] = [];
  let at = element;
  for (let parent = plainDom.parent(at); parent && plainDom.localName(at) !== 'body'; parent = plainDom.parent(at)) {
    const localName = plainDom.localName(at);
    const alike = [...plainDom.children(parent)].filter((sibling) => plainDom.localName(sibling) === localName);
    steps.unshift(`${CSS.escape(localName)}:nth-of-type(${alike.indexOf(at) + 1})`);
    at = parent;
  }
  return ['body', ...steps].join(' > ');
}
