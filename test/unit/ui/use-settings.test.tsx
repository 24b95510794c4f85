// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../src/model/errors/error-code.ts';
import { DEFAULT_READER_SETTINGS, type ReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import { useSettings } from '../../../src/ui/use-settings.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

/** Settings that are drawn: what is kept of them, what is shown, how they are changed, and how a change elsewhere is heard of. */
function drawSettings(
  write: (changed: Partial<ReaderSettings>) => Promise<void>,
  onFail = (_: ErrorCode): void => undefined,
) {
  let hear = (_written: readonly string[]): void => undefined;
  let change = (_changed: Partial<ReaderSettings>): void => undefined;
  const watch = (onChange: typeof hear) => {
    hear = onChange;
  };
  const drawn = {
    kept: DEFAULT_READER_SETTINGS,
    shown: DEFAULT_READER_SETTINGS,
    change: (changed: Partial<ReaderSettings>) => act(async () => change(changed)),
    hear: (...written: (keyof ReaderSettings)[]) => act(async () => hear(written)),
  };
  const source = { read: async () => drawn.kept, watch, write };
  function Probe() {
    [drawn.shown, change] = useSettings(DEFAULT_READER_SETTINGS, source, onFail);
    return null;
  }
  act(() => render(<Probe />, document.body));
  return drawn;
}

test('an older reading does not undo a change that is being written, and a newer one does', async () => {
  let written = (): void => undefined;
  const drawn = drawSettings(() => new Promise<void>((resolve) => (written = resolve)));
  await drawn.change({ hidePictures: true });
  drawn.kept = { ...DEFAULT_READER_SETTINGS, focus: 'line' };
  await drawn.hear();
  expect(drawn.shown).toMatchObject({ hidePictures: true, focus: 'line' });
  written();
  await act(async () => undefined);
  await drawn.hear();
  expect(drawn.shown).toMatchObject({ hidePictures: false, focus: 'line' });
});

test('a setting that could not be stored applies, whatever else another window changes, until it is set again', async () => {
  const write = vi.fn(async (changed: Partial<ReaderSettings>) => {
    drawn.kept = { ...drawn.kept, ...changed };
  });
  const drawn = drawSettings(write);
  write.mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
  await drawn.change({ hidePictures: true, textSize: 150 });
  drawn.kept = { ...drawn.kept, theme: 'sepia' };
  await drawn.hear();
  expect(drawn.shown).toMatchObject({ hidePictures: true, textSize: 150, theme: 'sepia' });
  await drawn.change({ hidePictures: false });
  await drawn.hear();
  expect(drawn.shown).toMatchObject({ hidePictures: false, textSize: 150 });
});

test('a setting that could not be stored is replaced when another window sets it, and not before', async () => {
  const write = vi.fn(async () => undefined);
  const drawn = drawSettings(write);
  write.mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
  await drawn.change({ textSize: 150, hidePictures: true });
  drawn.kept = { ...drawn.kept, textSize: 200 };
  await drawn.hear('textSize');
  expect(drawn.shown).toMatchObject({ textSize: 200, hidePictures: true });
  write.mockReturnValueOnce(new Promise(() => {}));
  await drawn.change({ textSize: 120 });
  await drawn.hear('textSize');
  expect(drawn.shown.textSize).toBe(120);
});

test('a setting turned on, off and on again stays on while each is written, also if the last write fails', async () => {
  const writes: { changed: Partial<ReaderSettings>; end(): void; refuse(thrown: Error): void }[] = [];
  const drawn = drawSettings(
    (changed) => new Promise<void>((end, refuse) => void writes.push({ changed, end, refuse })),
  );
  for (const hidePictures of [true, false, true]) await drawn.change({ hidePictures });
  for (const { changed, end } of writes.slice(0, 2)) {
    drawn.kept = { ...drawn.kept, ...changed };
    end();
    await drawn.hear();
    expect(drawn.shown.hidePictures).toBe(true);
  }
  await act(async () => writes[2]?.refuse(new Error('QUOTA_BYTES exceeded')));
  await drawn.hear();
  expect(drawn.shown.hidePictures).toBe(true);
});

test('a setting that cannot be stored is reported, and applies until the page is closed', async () => {
  const fail = vi.fn();
  const drawn = drawSettings(async () => Promise.reject(new Error('QUOTA_BYTES exceeded')), fail);
  await drawn.change({ hidePictures: true });
  await vi.waitFor(() => expect(fail).toHaveBeenCalledExactlyOnceWith('settings-unkept'));
  expect(drawn.shown.hidePictures).toBe(true);
});

test('a change by another window between the first reading and watching is shown at once', async () => {
  let kept = DEFAULT_READER_SETTINGS;
  const source = { read: async () => kept, watch: () => undefined, write: async () => undefined };
  let shown = DEFAULT_READER_SETTINGS;
  function Probe() {
    [shown] = useSettings(DEFAULT_READER_SETTINGS, source, () => undefined);
    return null;
  }
  render(<Probe />, document.body);
  kept = { ...DEFAULT_READER_SETTINGS, theme: 'sepia' };
  await vi.waitFor(() => expect(shown.theme).toBe('sepia'));
});

test('a second reading that fails leaves the values of the first', async () => {
  const first = { ...DEFAULT_READER_SETTINGS, hidePictures: true };
  const read = vi.fn(async () => Promise.reject(new Error('gone')));
  const source = { read, watch: () => undefined, write: async () => undefined };
  let shown = DEFAULT_READER_SETTINGS;
  function Probe() {
    [shown] = useSettings(first, source, () => undefined);
    return null;
  }
  act(() => render(<Probe />, document.body));
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
  await act(async () => undefined);
  expect(shown).toBe(first);
});

test('a late answer to an earlier reading of the settings, even the first, does not replace the later one', async () => {
  let hear = (_written: readonly string[]): void => undefined;
  const { call: read, calls } = heldAnswers<[], ReaderSettings>();
  const watch = (onChange: typeof hear) => {
    hear = onChange;
  };
  const source = { read, watch, write: async () => undefined };
  let shown = DEFAULT_READER_SETTINGS;
  function Probe() {
    [shown] = useSettings(DEFAULT_READER_SETTINGS, source, () => undefined);
    return null;
  }
  act(() => render(<Probe />, document.body));
  hear([]);
  await calls[1]?.answer({ ...DEFAULT_READER_SETTINGS, theme: 'sepia' });
  await calls[0]?.answer(DEFAULT_READER_SETTINGS);
  expect(shown.theme).toBe('sepia');
});
