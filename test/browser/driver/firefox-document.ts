import type { FirefoxChrome } from './firefox-chrome.ts';

/** Finds the `<browser>` element that shows a document, tab and popup alike. */
const FIND_BROWSER = `
  const browser = BrowsingContext.getCurrentTopByBrowserId(args[0])?.embedderElement;
  if (!browser) throw new Error('The document is gone');
  const view = browser.ownerDocument.defaultView;`;

/** A frame script runs in the process of the page and answers by message. `work` is the inside of an async function. */
const frameScript = (id: number, work: string): string =>
  `data:application/javascript;charset=utf-8,${encodeURIComponent(`(async () => { ${work} })().then(
    (value) => sendAsyncMessage('recto-test:${id}', { json: JSON.stringify(value) ?? 'null' }),
    (error) => sendAsyncMessage('recto-test:${id}', { error: String(error) }));`)}`;

/**
 * Evaluates as the page's own code, whatever the page's content security policy says. Making a sandbox takes longer than
 * most questions: it is kept for as long as the tab shows the same document. The window says nothing of that: a popup's is
 * one and the same from the empty document it begins with, whose sandbox may touch nothing of the next.
 */
const asPage = (expression: string): string =>
  `if (this.rectoTestPage?.document !== content.document) {
     const sandbox = new Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
     this.rectoTestPage = { document: content.document, sandbox };
   }
   return Components.utils.evalInSandbox(${JSON.stringify(expression)}, this.rectoTestPage.sandbox);`;

/**
 * How long an answer may take, in ms: for what is asked again if none comes (the document may have gone meanwhile), and
 * for what is asked only once, which is less than Marionette waits for a script.
 */
const PATIENCE = { again: 8000, once: 55_000 };

let lastRequest = 0;

/** One document in Firefox, by the id Firefox gives its tab or popup. */
export class FirefoxDocument {
  readonly chrome: FirefoxChrome;
  readonly browserId: number;

  constructor(chrome: FirefoxChrome, browserId: number) {
    this.chrome = chrome;
    this.browserId = browserId;
  }

  /** Evaluates an expression as the page's own code; `again` if the caller would ask again. */
  evaluate(expression: string, how: keyof typeof PATIENCE = 'once'): Promise<unknown> {
    return this.#ask(asPage(expression), PATIENCE[how]);
  }

  /**
   * Evaluates `body`, the inside of a function of `content` (the page's window), with system privileges in its process:
   * it sees closed shadow roots and the accessibility tree. `once` where nobody asks again.
   */
  evaluateAsSystem(body: string, how: keyof typeof PATIENCE = 'again'): Promise<unknown> {
    return this.#ask(body, PATIENCE[how]);
  }

  /** Runs code in the browser window with `browser` (the element that shows the document) and `view` (its window). */
  inWindow<Result>(body: string, ...args: unknown[]): Promise<Result> {
    return this.chrome.run(`${FIND_BROWSER} const [, ...rest] = args; ${body}`, this.browserId, ...args);
  }

  async #ask(work: string, patience: number): Promise<unknown> {
    lastRequest += 1;
    const json = await this.inWindow<string>(
      `const manager = browser.messageManager;
       return new Promise((resolve, reject) => {
         const name = 'recto-test:' + rest[0];
         const giveUp = view.setTimeout(() => finish(() => reject(new Error('The document did not answer'))), rest[2]);
         const finish = (settle) => { view.clearTimeout(giveUp); manager.removeMessageListener(name, listen); settle(); };
         const listen = ({ data }) => finish(() => data.error ? reject(new Error(data.error)) : resolve(data.json));
         manager.addMessageListener(name, listen);
         manager.loadFrameScript(rest[1], false);
       });`,
      lastRequest,
      frameScript(lastRequest, work),
      patience,
    );
    return JSON.parse(json);
  }
}
