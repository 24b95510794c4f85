import { type CDPSession, type KeyInput, type Page, ProtocolError } from 'puppeteer-core';
import type { AccessibleNode, KeyPress, View } from './browser-driver.ts';
import { callExpression, callOn } from './call-expression.ts';
import { type ChromiumNode, readAccessibleNodes } from './chromium-accessibility.ts';
import { splitKeyPress } from './split-key-press.ts';
import { waitInView } from './wait-in-view.ts';
import { PATIENCE } from './wait-until.ts';
import { withinWindow } from './within-window.ts';

interface Point {
  x: number;
  y: number;
}

/** Gives the middle of an element, in the window; null if it is not laid out. */
type Place = () => Promise<Point | null>;

/** What is pressed may close its page before the browser has answered that it was pressed. */
function mayHaveClosed(error: unknown): void {
  if (!(error instanceof ProtocolError && error.message.endsWith('Target closed'))) throw error;
}

/** A document in Chromium, by way of its DevTools session. */
export class ChromiumView implements View {
  readonly page: Page;
  #session: CDPSession | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  async session(): Promise<CDPSession> {
    this.#session ??= await this.page.createCDPSession();
    return this.#session;
  }

  async evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return (await this.page.evaluate(callExpression(run, args))) as Result;
  }

  async runScript(source: string): Promise<void> {
    await this.page.evaluate(`${source};undefined`);
  }

  waitFor<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<NonNullable<Result>> {
    return waitInView(this, run.toString(), () => this.evaluate(run, ...args));
  }

  async click(selector: string): Promise<void> {
    await this.#press(`an element ${selector}`, async () => {
      const element = await this.page.waitForSelector(selector, { visible: true, timeout: PATIENCE });
      await element?.scrollIntoView();
      return async () => (await element?.clickablePoint()) ?? null;
    });
  }

  async clickNamed(name: string | RegExp, role?: string): Promise<void> {
    await this.#press(`a control named ${name}`, () => this.#find(name, role));
  }

  async clickAgain(): Promise<void> {
    const { mouse } = this.page;
    await mouse.down({ clickCount: 2 });
    await mouse.up({ clickCount: 2 });
  }

  /**
   * Presses the element, once it is where it was before the pointer came there: what loads late may move it, and
   * something else would be under the pointer. If the element is outside the window, as a bar that has slid away, the
   * pointer goes as far as a person's can, to the edge, which brings a bar back.
   */
  async #press(what: string, find: () => Promise<Place | null>): Promise<void> {
    const { mouse } = this.page;
    await waitInView(this, what, async () => {
      const place = await find();
      const before = await place?.();
      if (!before) return false;
      const window = await this.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const near = { x: withinWindow(before.x, window.width), y: withinWindow(before.y, window.height) };
      await mouse.move(near.x, near.y);
      if (near.x !== before.x || near.y !== before.y) return false;
      const now = await place?.();
      return now?.x === before.x && now.y === before.y;
    });
    await mouse.down();
    await mouse.up().catch(mayHaveClosed);
  }

  /** Middle of a control. */
  protected async pointOf(name: string | RegExp, role?: string): Promise<Point> {
    return waitInView(this, `a control named ${name}`, async () => (await this.#find(name, role))?.());
  }

  /** Scrolls to a control; null where there is none yet. */
  async #find(name: string | RegExp, role?: string): Promise<Place | null> {
    const session = await this.session();
    const matches = (node: ChromiumNode): boolean =>
      (typeof name === 'string' ? node.name === name : name.test(node.name)) &&
      (role === undefined ? node.focusable : node.role === role);
    const backendNodeId = (await readAccessibleNodes(session)).find(matches)?.backendNodeId;
    if (backendNodeId === undefined) return null;
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    return async () => {
      const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
      return quads[0] === undefined ? null : middle(quads[0]);
    };
  }

  async askNamed<Result>(name: string, role: string, run: (element: Element) => Result): Promise<Result> {
    const session = await this.session();
    const objectId = await waitInView(this, `a ${role} named ${name}`, async () => {
      const nodes = await readAccessibleNodes(session);
      const backendNodeId = nodes.find((node) => node.name === name && node.role === role)?.backendNodeId;
      if (backendNodeId === undefined) return null;
      return (await session.send('DOM.resolveNode', { backendNodeId })).object.objectId;
    });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function () { return ${callOn('this', run)}; }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(press: KeyPress): Promise<void> {
    const { modifiers, key } = splitKeyPress(press);
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key as KeyInput);
    for (const modifier of modifiers.reverse()) await this.page.keyboard.up(modifier);
  }

  async hold(key: string, repeats: number): Promise<void> {
    for (let time = 0; time <= repeats; time += 1) await this.page.keyboard.down(key as KeyInput);
    await this.page.keyboard.up(key as KeyInput);
  }

  async accessibilityTree(): Promise<AccessibleNode[]> {
    const nodes = await readAccessibleNodes(await this.session());
    return nodes.map(({ role, name }) => ({ role, name }));
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }
}

/** Middle of a quad: eight numbers, four corners. */
function middle(quad: number[]): Point {
  const [x0 = 0, y0 = 0, , , x2 = 0, y2 = 0] = quad;
  return { x: (x0 + x2) / 2, y: (y0 + y2) / 2 };
}
