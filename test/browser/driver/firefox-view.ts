import { writeFileSync } from 'node:fs';
import type { AccessibleNode, KeyPress, View } from './browser-driver.ts';
import { callExpression, callOn } from './call-expression.ts';
import { READ_ACCESSIBLE_NODES } from './firefox-accessibility.ts';
import type { FirefoxDocument } from './firefox-document.ts';
import { PRESS_KEY } from './firefox-keys.ts';
import { splitKeyPress } from './split-key-press.ts';
import { waitInView } from './wait-in-view.ts';
import { waitUntil } from './wait-until.ts';
import { withinWindow } from './within-window.ts';

export interface Point {
  x: number;
  y: number;
}

/** Scrolls to `element` and gives the middle of its box as `point`; ends the script where it has none yet. */
const MIDDLE = `
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0) return null;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };`;

/**
 * Clicks at `point`: the first time, or the second of a double click. Is asked again where no press came to the document:
 * a click that Firefox drops on its way must not be taken for one that the product has not heard. To what is out of the
 * window, as a bar that has slid away, the pointer goes as far as a person's does, to the edge, which brings a bar back.
 */
const clickOf = (clickCount: 1 | 2): string => `
  const within = ${withinWindow};
  const near = { x: within(point.x, content.innerWidth), y: within(point.y, content.innerHeight) };
  const send = (type, clickCount) =>
    content.synthesizeMouseEvent(type, near.x, near.y, { button: 0, clickCount }, {});
  send('mousemove', 0);
  if (near.x !== point.x || near.y !== point.y) return null;
  // The document that has a frame does not hear of what is pressed in it.
  let heard = Boolean(content.document.elementFromPoint(point.x, point.y)?.contentWindow);
  const hear = () => { heard = true; };
  content.addEventListener('mousedown', hear, { capture: true, mozSystemGroup: true });
  send('mousedown', ${clickCount});
  if (heard) pressed.set(press, point);
  send('mouseup', ${clickCount});
  content.removeEventListener('mousedown', hear, { capture: true, mozSystemGroup: true });
  if (!heard) throw new Error('The press has not come to the document');
  return point;`;

const CLICK = clickOf(1);

let lastPress = 0;

/**
 * Begins a script that ends in a click, and ends it if it has clicked before. A document that takes long to answer is
 * asked again, and would otherwise be clicked a second time when it gets to both requests.
 */
function onlyOnce(): string {
  lastPress += 1;
  return `
    const press = ${lastPress};
    const pressed = (this.rectoTestPressed ??= new Map());
    if (pressed.has(press)) return pressed.get(press);`;
}

/** A document in Firefox. Keys and clicks are real events made by Firefox, not by the page. */
export class FirefoxView implements View {
  readonly document: FirefoxDocument;
  /** Where the pointer was clicked last. */
  #clicked: Point | null = null;

  constructor(document: FirefoxDocument) {
    this.document = document;
  }

  async evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return (await this.document.evaluate(callExpression(run, args))) as Result;
  }

  async runScript(source: string): Promise<void> {
    await this.document.evaluate(`${source};undefined`);
  }

  waitFor<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<NonNullable<Result>> {
    const ask = () => this.document.evaluate(callExpression(run, args), 'again') as Promise<Result>;
    return waitInView(this, run.toString(), ask);
  }

  async click(selector: string): Promise<void> {
    const once = onlyOnce();
    const point = await waitInView(this, `an element ${selector}`, () =>
      this.document.evaluateAsSystem(
        `${once}
         const element = content.document.querySelector(${JSON.stringify(selector)});
         if (!element) return null;
         ${MIDDLE} ${CLICK}`,
      ),
    );
    this.#clicked = point as Point;
  }

  async clickNamed(name: string | RegExp, role?: string): Promise<void> {
    this.#clicked = await this.#pointOf(name, role, CLICK, onlyOnce());
  }

  async clickAgain(): Promise<void> {
    const once = onlyOnce();
    const point = JSON.stringify(this.#clicked);
    await waitInView(this, 'a second click', () =>
      this.document.evaluateAsSystem(`${once} const point = ${point}; ${clickOf(2)}`),
    );
  }

  /** Middle of a control. */
  protected pointOf(name: string | RegExp, role?: string): Promise<Point> {
    return this.#pointOf(name, role, '');
  }

  /** Middle of a control, and what is to be done there in the same moment, before anything can move it. */
  async #pointOf(name: string | RegExp, role: string | undefined, act: string, begin = ''): Promise<Point> {
    const pattern = typeof name === 'string' ? `^${escapeForRegExp(name)}$` : name.source;
    const point = await waitInView(this, `a control named ${name}`, () =>
      this.document.evaluateAsSystem(
        `${begin}
         ${READ_ACCESSIBLE_NODES}
         const named = new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(typeof name === 'string' ? '' : name.flags)});
         const role = ${JSON.stringify(role ?? null)};
         const found = readAccessibleNodes(content).find((node) =>
           named.test(node.name) && (role === null ? node.focusable : node.role === role));
         if (!found) return null;
         const { element } = found;
         ${MIDDLE} ${act} return point;`,
      ),
    );
    return point as Point;
  }

  async askNamed<Result>(name: string, role: string, run: (element: Element) => Result): Promise<Result> {
    const { said } = await waitInView(this, `a ${role} named ${name}`, async () => {
      const found = await this.document.evaluateAsSystem(
        `${READ_ACCESSIBLE_NODES}
         const [name, role] = ${JSON.stringify([name, role])};
         const found = readAccessibleNodes(content).find((node) => node.name === name && node.role === role);
         return found ? { said: ${callOn('found.element', run)} } : null;`,
      );
      return found as { said: Result } | null;
    });
    return said;
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.#pressKey([], character);
  }

  async press(press: KeyPress): Promise<void> {
    const { modifiers, key } = splitKeyPress(press);
    await this.#pressKey(modifiers, key);
  }

  async hold(key: string, repeats: number): Promise<void> {
    await this.#pressKey([], key, repeats);
  }

  async accessibilityTree(): Promise<AccessibleNode[]> {
    // Firefox builds the tree a moment after it was first asked for.
    return waitUntil('the accessibility tree', async () => {
      const nodes = (await this.document.evaluateAsSystem(
        `${READ_ACCESSIBLE_NODES} return readAccessibleNodes(content).map(({ role, name }) => ({ role, name }));`,
      )) as AccessibleNode[];
      return nodes.length > 0 ? nodes : null;
    });
  }

  async screenshot(path: string): Promise<void> {
    const data = await this.document.inWindow<string>(
      `const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
       const canvas = view.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
       canvas.width = bitmap.width; canvas.height = bitmap.height;
       canvas.getContext('2d').drawImage(bitmap, 0, 0);
       return canvas.toDataURL('image/png').split(',')[1];`,
    );
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  #pressKey(modifiers: string[], key: string, repeats = 0): Promise<void> {
    return this.document.inWindow(PRESS_KEY, modifiers, key, repeats);
  }
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
