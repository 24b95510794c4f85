// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const sendMessage = vi.fn(async () => undefined);

beforeEach(() => {
  vi.resetModules();
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  history.replaceState(null, '', '/story.html');
  document.body.innerHTML = `<p>${'The lamps were lit along the harbour. '.repeat(20)}</p>`;
  // jsdom lays nothing out.
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    get() {
      return this.textContent;
    },
    configurable: true,
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(HTMLElement.prototype, 'innerText');
  Reflect.deleteProperty(Document.prototype, 'prerendering');
});
const probe = () => import('../../../src/content/probe.iife.ts');

test('a page with running text asks for the reader, and the front page of a site does not', async () => {
  await probe();
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'page.open-reader' }));
  history.replaceState(null, '', '/');
  vi.resetModules();
  await probe();
  expect(sendMessage).toHaveBeenCalledOnce();
});

test('a page that is drawn ahead asks once it is shown, when the background knows its tab', async () => {
  Object.defineProperty(Document.prototype, 'prerendering', { get: () => true, configurable: true });
  await probe();
  expect(sendMessage).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(sendMessage).toHaveBeenCalledOnce();
});
