// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, expect, test, vi } from 'vitest';

const thrown = new TypeError('Failed to fetch dynamically imported module');
vi.mock('../../../src/popup/load-list-panel.ts', () => ({ loadListPanel: async () => Promise.reject(thrown) }));
const { useListPanel } = await import('../../../src/popup/use-list-panel.ts');

const fail = vi.fn();
function Probe({ wanted }: { wanted: boolean }) {
  useListPanel(wanted, true, fail);
  return null;
}

afterAll(() => new Promise(requestAnimationFrame));

test('a list whose code cannot be loaded is reported when it is opened, not before', async () => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => run());
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  await act(() => render(<Probe wanted={false} />, document.body));
  expect(fail).not.toHaveBeenCalled();
  await act(() => render(<Probe wanted={true} />, document.body));
  await vi.waitFor(() => expect(fail).toHaveBeenCalledExactlyOnceWith(thrown));
});
