// @vitest-environment jsdom
import { render } from 'preact';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { useSection } from '../../../src/library/use-section.ts';

function Shown() {
  const { section, detail } = useSection();
  return <p>{`${section} ${detail}`}</p>;
}

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => {
  render(null, root);
  location.hash = '';
});
afterAll(() => new Promise(requestAnimationFrame));

test('a part that is asked for before the first frame of the page is shown', async () => {
  render(<Shown />, root);
  expect(root.textContent).toBe('list null');
  location.hash = '#settings/backup';
  await vi.waitFor(() => expect(root.textContent).toBe('settings backup'));
});
