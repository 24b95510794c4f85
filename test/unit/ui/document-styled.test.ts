// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { documentStyled } from '../../../src/ui/document-styled.ts';

afterEach(() => {
  document.head.replaceChildren();
  vi.restoreAllMocks();
});

/** A sheet that is still being loaded: jsdom loads none. */
function comingSheet(): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  document.head.append(link);
  return link;
}

/** Whether it resolves while nothing more happens. */
async function isResolved(promise: Promise<void>): Promise<boolean> {
  let resolved = false;
  void promise.then(() => {
    resolved = true;
  });
  await new Promise((resolve) => setTimeout(resolve));
  return resolved;
}

test('a document with its body and its sheets is ready at once', async () => {
  expect(await isResolved(documentStyled())).toBe(true);
});

test('each sheet that is still coming is waited for', async () => {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  const [first, second] = [comingSheet(), comingSheet()];
  const styled = documentStyled();
  first.dispatchEvent(new Event('load'));
  expect(await isResolved(styled)).toBe(false);
  second.dispatchEvent(new Event('load'));
  expect(await isResolved(styled)).toBe(true);
});

test('a style sheet that fails is not waited for longer than the document', async () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  comingSheet();
  const styled = documentStyled();
  expect(await isResolved(styled)).toBe(false);
  window.dispatchEvent(new Event('load'));
  expect(await isResolved(styled)).toBe(true);
  state.mockReturnValue('complete');
  expect(await isResolved(documentStyled())).toBe(true);
});

test('a document that is still being parsed has no body yet', async () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  const styled = documentStyled();
  expect(await isResolved(styled)).toBe(false);
  state.mockReturnValue('interactive');
  document.dispatchEvent(new Event('DOMContentLoaded'));
  expect(await isResolved(styled)).toBe(true);
});
