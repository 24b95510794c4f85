import type { Marionette } from './marionette.ts';

/**
 * Runs code in Firefox's own window, where tabs, popups and the add-on manager are. One command at a time, since
 * Marionette has one current context and one current window.
 */
export class FirefoxChrome {
  readonly #marionette: Marionette;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  /** Runs `body`, the inside of an async function whose arguments are `args`, with system privileges. */
  run<Result>(body: string, ...args: unknown[]): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#marionette.setContext('chrome');
      const script = `const done = arguments[arguments.length - 1];
        (async (...args) => { ${body} })(...Array.prototype.slice.call(arguments, 0, -1))
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) + '\\n' + error?.stack }));`;
      const answer = (await this.#marionette.send('WebDriver:ExecuteAsyncScript', {
        script,
        args,
        // Another for each script would take half as long as most scripts do.
        newSandbox: false,
      })) as {
        value: { value: Result } | { error: string };
      };
      if ('error' in answer.value) throw new Error(answer.value.error);
      return answer.value.value;
    });
  }

  /** Sends a WebDriver command about the tab with this handle, or about no tab in particular. */
  command<Result>(handle: string | null, name: string, parameters: Record<string, unknown> = {}): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#marionette.setContext('content');
      // The tab of the command before may be closed by now, and Marionette refuses even what needs no tab.
      const known = handle ?? ((await this.#marionette.send('WebDriver:GetWindowHandles')) as string[])[0];
      await this.#marionette.send('WebDriver:SwitchToWindow', { handle: known, focus: false });
      return (await this.#marionette.send(name, parameters)) as Result;
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
