// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pressShowAll } from '../../../../src/ui/parts/press-show-all.ts';

const REST =
  'The motor is still in its crate at the foot of the stairs, and whoever was to install it went home to think.';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // jsdom has neither.
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent;
    },
  });
  Object.assign(globalThis, {
    requestIdleCallback: (run: () => void) => {
      setImmediate(run);
      return 0;
    },
    cancelIdleCallback: () => undefined,
  });
});
afterEach(() => vi.useRealTimers());

function pageWith(html: string): HTMLElement {
  document.body.innerHTML = `<p>The clock is wound on Mondays.</p>${html}`;
  return document.body.lastElementChild as HTMLElement;
}

test('waits until the text has come', async () => {
  const button = pageWith('<button>Show all</button>');
  button.addEventListener('click', () => {
    button.textContent = 'Loading';
    void Promise.resolve().then(() => document.body.insertAdjacentHTML('beforeend', `<p>${REST}</p>`));
  });
  expect(await pressShowAll(button, new AbortController().signal)).toBe(true);
});

test('waits for the text of a page that draws itself anew in another body', async () => {
  const button = pageWith('<button>Show all</button>');
  const before = document.body;
  button.addEventListener('click', () => {
    setImmediate(() => {
      const next = document.createElement('body');
      next.innerHTML = `${before.innerHTML}<p>${REST}</p>`;
      before.replaceWith(next);
    });
  });
  const pressing = pressShowAll(button, new AbortController().signal);
  await vi.waitFor(() => expect(document.body).not.toBe(before));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await pressing).toBe(true);
});

test('gives up when nothing comes, whatever else changes', async () => {
  const button = pageWith('<button>Show all</button>');
  button.addEventListener('click', () => {
    button.textContent = 'Please sign in first';
  });
  const pressing = pressShowAll(button, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await pressing).toBe(false);
});

test('a link that is used as a button does not change the address', async () => {
  const link = pageWith('<a href="#">Show all</a>');
  let prevented: boolean | null = null;
  link.addEventListener('click', () => {
    document.body.insertAdjacentHTML('beforeend', `<p>${REST}</p>`);
  });
  window.addEventListener(
    'click',
    (event) =>
      setImmediate(() => {
        prevented = event.defaultPrevented;
      }),
    { once: true },
  );
  expect(await pressShowAll(link, new AbortController().signal)).toBe(true);
  await vi.waitFor(() => expect(prevented).toBe(true));
  const other = new MouseEvent('click', { bubbles: true, cancelable: true });
  expect(link.dispatchEvent(other)).toBe(true);
});

test('ends when the reader is closed', async () => {
  const end = new AbortController();
  const pressed = pressShowAll(pageWith('<button>Show all</button>'), end.signal);
  end.abort();
  expect(await pressed).toBe(false);
});
