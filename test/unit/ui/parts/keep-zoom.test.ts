// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { keepZoom } from '../../../../src/ui/parts/keep-zoom.ts';

test('full view stays as large where the page changes the zoom of its root, until it ends', async () => {
  const host = document.documentElement.appendChild(document.createElement('div'));
  const dialog = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('dialog'));
  const zoomTo = (zoom: number) => Object.defineProperty(host, 'currentCSSZoom', { value: zoom, configurable: true });
  const end = new AbortController();
  zoomTo(2);
  keepZoom(host, end.signal);
  expect(dialog.style.zoom).toBe('0.5');
  zoomTo(4);
  document.documentElement.classList.add('large');
  await vi.waitFor(() => expect(dialog.style.zoom).toBe('0.25'));
  zoomTo(0.5);
  window.dispatchEvent(new Event('resize'));
  expect(dialog.style.zoom).toBe('2');
  // It went there slowly.
  zoomTo(0.25);
  document.documentElement.dispatchEvent(new Event('transitionend', { bubbles: true }));
  expect(dialog.style.zoom).toBe('4');

  end.abort();
  zoomTo(1);
  document.documentElement.classList.remove('large');
  window.dispatchEvent(new Event('resize'));
  await Promise.resolve();
  expect(dialog.style.zoom).toBe('4');
});
