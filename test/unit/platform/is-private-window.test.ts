import { expect, test, vi } from 'vitest';
import type { TabInfo } from '../../../src/platform/active-tab.ts';

const api = vi.hoisted(() => ({ browser: { extension: { inIncognitoContext: false } } }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { isPrivateWindow } = await import('../../../src/platform/is-private-window.ts');

const tab = (isPrivate: boolean): TabInfo => ({ id: 7, windowId: 1, url: null, title: null, isPrivate });

test('a window is private by its tab, or by the page of Recto in it, whatever is known of the tab', () => {
  const asked = () => [isPrivateWindow(tab(true)), isPrivateWindow(tab(false)), isPrivateWindow(null)];
  api.browser.extension.inIncognitoContext = false;
  expect(asked()).toEqual([true, false, false]);
  api.browser.extension.inIncognitoContext = true;
  expect(asked()).toEqual([true, true, true]);
});
