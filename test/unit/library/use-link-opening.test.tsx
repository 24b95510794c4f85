// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../../src/messaging/send.ts', () => fakes);
const { useLinkOpening } = await import('../../../src/library/use-link-opening.ts');

let shown: ReturnType<typeof useLinkOpening>;

function Probe({ list = 'list/' }: { list?: string }) {
  shown = useLinkOpening(list);
  return null;
}

beforeEach(() => {
  fakes.send.mockReset().mockResolvedValue(undefined);
  act(() => render(<Probe />, document.body));
});
afterEach(() => render(null, document.body));

/** Whether the browser is left to follow the link. */
async function press(kind: 'link' | 'article', how: MouseEventInit = {}): Promise<boolean> {
  const event = new MouseEvent('click', { cancelable: true, ...how });
  await act(async () => shown[0](sampleMetadata({ id: 'a1', kind }), event));
  return !event.defaultPrevented;
}

test('a saved link is opened by the background, in front or behind', async () => {
  expect(await press('link')).toBe(false);
  expect(await press('link', { ctrlKey: true })).toBe(false);
  expect(fakes.send.mock.calls).toEqual([
    ['tab.open-link', { id: 'a1' }],
    ['tab.open-link', { id: 'a1', behind: true }],
  ]);
});

test('an article, and a press that only the browser handles, are left to the browser', async () => {
  expect(await press('article')).toBe(true);
  expect(await press('link', { shiftKey: true })).toBe(true);
  expect(fakes.send).not.toHaveBeenCalled();
});

test('the reason why a link could not be opened is shown until the next one, or until another list is shown', async () => {
  fakes.send.mockRejectedValueOnce(new RectoError('not-found'));
  await press('link');
  expect(shown[1]?.code).toBe('not-found');
  await press('link');
  expect(shown[1]).toBeNull();
  fakes.send.mockRejectedValueOnce(new RectoError('not-found'));
  await press('link');
  await act(() => render(<Probe list="archive/" />, document.body));
  await vi.waitFor(() => expect(shown[1]).toBeNull());
});
