import type { PagePass, RootOf } from '../extraction-pass.ts';
import { attributeOf, findAll, isElementNode, isText, makeElement, rawText } from '../find-elements.ts';

/** A page with more open roots uses them for its controls, not for its text. */
const MOST_ROOTS = 3_000;

/** Paragraphs, and text between line breaks. */
const PROSE = 'p, :has(> br)';

/**
 * Puts each open shadow tree in the place of its host's children in the copy, with the slots filled. A declarative tree
 * that the parser left as a `template` is opened too. Of closed roots those that `rootOf` gives are copied as well, where
 * they hold most of the page's prose: beside an article they are advertisements, comments, players and consent dialogs.
 *
 * Sites made of web components keep their text in shadow roots, which a copied document does not have.
 */
export const flattenShadowRoots: PagePass = {
  run({ live, clone, rootOf = () => null }) {
    // The copy has a body where the page has one.
    if (!clone.body) return;
    const trees: (Document | ShadowRoot)[] = [live];
    for (const tree of trees)
      trees.push(
        ...findAll(tree, '*')
          .map(rootOf)
          .filter((root) => !!root),
      );
    if (trees.length > 1)
      flatten(live.body, clone.body, closedProse(trees) > 0 ? rootOf : (element) => element.shadowRoot);
    for (const template of findAll<HTMLTemplateElement>(clone, 'template[shadowrootmode]')) openTemplate(template);
  },
};

/** How many more characters of prose closed roots hold than the page and its open roots. */
const closedProse = (trees: readonly (Document | ShadowRoot)[]): number =>
  trees.reduce((sum, tree) => {
    const { length } = findAll(tree, PROSE).map(rawText).join('');
    return sum + ((tree as ShadowRoot).mode === 'closed' ? length : -length);
  }, 0);

/**
 * Walks both trees in step. They have the same shape, since the copy's children are changed only after they were
 * visited.
 */
function flatten(live: Element, copy: Element, rootOf: RootOf): void {
  let left = MOST_ROOTS;
  const pairs: [Element, Element][] = [[live, copy]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [source, target] = pair;
    const targets = [...target.children];
    let index = 0;
    for (let child = source.firstElementChild; child; child = child.nextElementSibling) {
      const twin = targets[index++];
      if (twin) pairs.push([child, twin]);
    }
    const root = rootOf(source);
    if (root && left-- > 0) fill(target, root, pairs);
  }
}

function fill(host: Element, root: ShadowRoot, pairs: [Element, Element][]): void {
  const page = host.ownerDocument;
  const tree = makeElement(page, 'div');
  for (const node of root.childNodes) {
    const copy = page.importNode(node, true);
    tree.append(copy);
    if (isElementNode(node)) pairs.push([node, copy as Element]);
  }
  fillSlots(tree, host);
  host.append(tree);
}

function openTemplate(template: HTMLTemplateElement): void {
  const host = template.parentElement;
  if (!host) return;
  const tree = makeElement(host, 'div');
  tree.append(template.content.cloneNode(true));
  template.remove();
  fillSlots(tree, host);
  host.append(tree);
}

function fillSlots(tree: Element, host: Element): void {
  const light = [...host.childNodes].filter((node) => node !== tree);
  for (const slot of findAll(tree, 'slot')) {
    const name = attributeOf(slot, 'name');
    const mine = light.filter((node) => slotOf(node) === name);
    if (mine.length > 0) slot.replaceChildren(...mine);
  }
  // Text without a slot is not shown: for example the text of a time before its element draws it.
  for (const node of light) if (node.parentNode === host && isText(node)) node.remove();
}

function slotOf(node: Node): string {
  return isElementNode(node) ? attributeOf(node, 'slot') : '';
}
