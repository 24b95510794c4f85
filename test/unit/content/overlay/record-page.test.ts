// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { askDocument } from '../../../../src/content/ask-document.ts';
import { recordPage } from '../../../../src/content/overlay/record-page.ts';

/** In a page's own world `<img name=title>` stands before the property of its document; jsdom has no such names. */
const name = (...names: string[]) => {
  for (const named of names) {
    const value = document.createElement('img');
    Object.defineProperty(document, named, { value, configurable: true });
  }
};
afterEach(() => {
  vi.restoreAllMocks();
  for (const named of Object.getOwnPropertyNames(document)) Reflect.deleteProperty(document, named);
});

test('a page with elements named like properties of a document is recorded and restored', () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  const matches = vi.spyOn(Document.prototype, 'querySelectorAll').mockReturnValue([] as never);
  name('querySelectorAll', 'getSelection', 'activeElement', 'body', 'defaultView');
  const record = recordPage(document);
  field.blur();
  record.restore();
  expect(matches).toHaveBeenCalledOnce();
  expect(askDocument(document, 'activeElement')).toBe(field);
});

test('the title is the page’s own, whatever its elements are called', () => {
  document.title = 'The harbour';
  name('title', 'documentElement');
  expect(askDocument(document, 'title')).toBe('The harbour');
  expect(askDocument(document, 'documentElement').localName).toBe('html');
});

test('a page that changed its address meanwhile keeps its scroll position', () => {
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const here = location.href;
  const record = recordPage(document);
  history.replaceState(null, '', '#next');
  record.restore();
  expect(scrollTo).not.toHaveBeenCalled();
  history.replaceState(null, '', here);
  record.restore();
  expect(scrollTo).toHaveBeenCalledWith({ left: 0, top: 0, behavior: 'instant' });
});

test('what stood open and is no popover any more keeps nothing else from being put back', () => {
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const field = document.body.appendChild(document.createElement('input'));
  const hint = document.body.appendChild(document.createElement('div'));
  const showPopover = vi.fn(() => {
    throw new DOMException('no popover', 'NotSupportedError');
  });
  Object.assign(hint, { matches: () => false, showPopover });
  vi.spyOn(Document.prototype, 'querySelectorAll').mockReturnValue([hint] as never);
  field.focus();
  const record = recordPage(document);
  field.blur();
  record.restore();
  expect(showPopover).toHaveBeenCalledOnce();
  expect(askDocument(document, 'activeElement')).toBe(field);
  expect(scrollTo).toHaveBeenCalledOnce();
});

test('a field in a frame within a frame gets the focus back', () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const frameIn = ({ body }: Document) => body.appendChild(body.ownerDocument.createElement('iframe'));
  const outer = frameIn(document);
  const inner = frameIn(outer.contentDocument as Document);
  const { body } = inner.contentDocument as Document;
  const field = body.appendChild(body.ownerDocument.createElement('input'));
  for (const element of [outer, inner, field]) element.focus();
  const record = recordPage(document);
  field.blur();
  record.restore();
  expect(body.ownerDocument.activeElement).toBe(field);
  outer.remove();
});

test('what a modal dialog has closed is opened again, and not what only the page can have closed meanwhile', () => {
  const popovers = ['auto', 'manual'].map((popover) => {
    const box = document.body.appendChild(document.createElement('div'));
    return Object.assign(box, { popover, matches: () => false, showPopover: vi.fn() });
  });
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  vi.spyOn(Document.prototype, 'querySelectorAll').mockReturnValue(popovers as never);
  recordPage(document).restore();
  expect(popovers.map(({ showPopover }) => showPopover.mock.calls.length)).toEqual([1, 0]);
});
