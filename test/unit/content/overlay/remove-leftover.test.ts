// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftover } from '../../../../src/content/overlay/remove-leftover.ts';

const hostWith = (child: Element): HTMLElement => {
  const host = document.createElement('div');
  child.setAttribute('class', 'recto overlay');
  host.attachShadow({ mode: 'open' }).append(child);
  document.documentElement.append(host);
  return host;
};

const dialog = (open: boolean): HTMLDialogElement => {
  const element = document.createElement('dialog');
  element.open = open;
  element.close ??= () => element.removeAttribute('open');
  return element;
};

const sheet = (text: string) => ({ cssRules: [{ cssText: text }] }) as unknown as CSSStyleSheet;

beforeEach(() => {
  document.adoptedStyleSheets = [];
});
afterEach(() => {
  for (const host of document.querySelectorAll('body ~ div')) host.remove();
});

test('nothing is removed from a page without a leftover overlay', () => {
  const sheets = [sheet('p { color: red; }'), sheet('@layer base;')];
  document.adoptedStyleSheets = sheets;
  const others = document.documentElement.appendChild(document.createElement('div'));
  expect(removeLeftover(document)).toBe(false);
  expect(others.isConnected).toBe(true);
  expect(document.adoptedStyleSheets).toBe(sheets);
});

test.each([true, false])(
  'a leftover overlay is removed with its style sheets, and the result tells whether it was open: %s',
  (open) => {
    const host = hostWith(dialog(open));
    const other = sheet('p { color: red; }');
    document.adoptedStyleSheets = [sheet('@layer recto;'), other];
    expect(removeLeftover(document)).toBe(open);
    expect(host.isConnected).toBe(false);
    expect(document.adoptedStyleSheets).toEqual([other]);
  },
);

test("an element of the page with the overlay's name that is no dialog does not prevent reading", () => {
  const host = hostWith(document.createElementNS('http://www.w3.org/2000/svg', 'dialog'));
  expect(removeLeftover(document)).toBe(false);
  expect(host.isConnected).toBe(true);
});
