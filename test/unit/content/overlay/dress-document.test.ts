// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftover } from '../../../../src/content/overlay/dress-document.ts';

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

test('nothing is taken from a page that has none', () => {
  const sheets = [sheet('p { color: red; }'), sheet('@layer base;')];
  document.adoptedStyleSheets = sheets;
  const others = document.documentElement.appendChild(document.createElement('div'));
  expect(removeLeftover(document)).toBe(false);
  expect(others.isConnected).toBe(true);
  expect(document.adoptedStyleSheets).toBe(sheets);
});

test.each([true, false])('it goes with its sheets, and whether it was seen is told: %s', (open) => {
  const host = hostWith(dialog(open));
  const other = sheet('p { color: red; }');
  document.adoptedStyleSheets = [sheet('@layer recto;'), other];
  expect(removeLeftover(document)).toBe(open);
  expect(host.isConnected).toBe(false);
  expect(document.adoptedStyleSheets).toEqual([other]);
});

test('what a page calls so and is no dialog keeps nobody from reading', () => {
  const host = hostWith(document.createElementNS('http://www.w3.org/2000/svg', 'dialog'));
  expect(removeLeftover(document)).toBe(false);
  expect(host.isConnected).toBe(true);
});
