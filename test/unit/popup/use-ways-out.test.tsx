// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToggleOutcome } from '../../../src/model/recto-overlay.ts';
import type { WaysOut } from '../../../src/popup/use-ways-out.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const fakes = vi.hoisted(() => ({ toggleOverlay: vi.fn(), isOverlayOpen: vi.fn() }));
vi.mock('../../../src/platform/overlay-in-tab.ts', () => fakes);
vi.mock('../../../src/messaging/send.ts', () => ({ send: vi.fn() }));
const { useWaysOut } = await import('../../../src/popup/use-ways-out.ts');

const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
const onFail = vi.fn();
let out: WaysOut;
let toggles: ReturnType<typeof heldAnswers<unknown[], ToggleOutcome>>;

function Probe() {
  out = useWaysOut(7, onFail);
  return null;
}

beforeEach(async () => {
  toggles = heldAnswers();
  fakes.toggleOverlay.mockImplementation(toggles.call);
  fakes.isOverlayOpen.mockResolvedValue(false);
  await act(() => render(<Probe />, document.body));
});
afterEach(() => render(null, document.body));

test('a double click on Full view opens it, and does not close it again', async () => {
  out.toFullView();
  out.toFullView();
  await toggles.calls[0]?.answer({ ok: true, open: true });
  out.toFullView();
  expect(toggles.calls).toHaveLength(1);
  expect(close).toHaveBeenCalledOnce();
});

test('a failure to leave the popup is reported, and it can be tried again', async () => {
  out.toFullView();
  await toggles.calls[0]?.answer({ ok: false, error: { code: 'timeout', message: 'no answer' } });
  expect(onFail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'timeout' }));
  out.toFullView();
  expect(toggles.calls).toHaveLength(2);
});

test('the Full view button pressed before full view is known to be open leaves it open, and the button back closes it', async () => {
  close.mockClear();
  const answers = heldAnswers<unknown[], boolean>();
  fakes.isOverlayOpen.mockImplementation(answers.call);
  render(null, document.body);
  await act(() => render(<Probe />, document.body));
  out.toFullView();
  await answers.calls[0]?.answer(true);
  expect(toggles.calls).toHaveLength(0);
  expect(close).toHaveBeenCalledOnce();
  render(null, document.body);
  await act(() => render(<Probe />, document.body));
  await answers.calls[1]?.answer(true);
  expect(out.overlayOpen).toBe(true);
  out.toFullView();
  await vi.waitFor(() => expect(toggles.calls).toHaveLength(1));
});
