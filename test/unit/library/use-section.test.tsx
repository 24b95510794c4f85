// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';

const getURL = (path: string) => `${location.origin}/${path}`;
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime: { getURL } } }));
const { useSection } = await import('../../../src/library/library-rail.tsx');

function Shown() {
  const { section, detail } = useSection();
  return <p>{`${section} ${detail}`}</p>;
}

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => {
  render(null, root);
  location.hash = '';
});

test('a section requested before the first frame of the page is shown', async () => {
  render(<Shown />, root);
  expect(root.textContent).toBe('list null');
  location.hash = '#settings/backup';
  await vi.waitFor(() => expect(root.textContent).toBe('settings backup'));
});

test('the address of an article names no section, and going back past it shows the section that was open', async () => {
  const list = location.pathname;
  render(<Shown />, root);
  history.pushState(null, '', '#archive');
  dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(root.textContent).toBe('archive null'));
  history.pushState(null, '', '/src/reader/reader.html#settings');
  dispatchEvent(new PopStateEvent('popstate'));
  await new Promise(requestAnimationFrame);
  expect(root.textContent).toBe('archive null');
  history.pushState(null, '', `${list}#tags/sea`);
  dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(root.textContent).toBe('tags sea'));
});
