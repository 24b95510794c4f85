// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { useCopying } from '../../../../../src/ui/reader/copying/use-copying.ts';
import type { ReaderSurfaceParts } from '../../../../../src/ui/reader/reader-surface.ts';
import { heldAnswers } from '../../../fakes/held-answers.ts';
import { sampleArticle } from '../../../fakes/sample-article.ts';

const body = document.createElement('article');
let stands = { body };
const parts = {
  scroller: document.documentElement,
  listenCopy: () => undefined,
  loadPart: () => new Promise(() => undefined),
} as unknown as ReaderSurfaceParts;

let copying: ReturnType<typeof useCopying>;

function Probe({ loadPart = parts.loadPart }: Partial<Pick<ReaderSurfaceParts, 'loadPart'>>) {
  copying = useCopying(stands, sampleArticle(), { ...parts, loadPart });
  return null;
}
const box = document.body.appendChild(document.createElement('div'));

afterEach(() => {
  vi.useRealTimers();
  // What an earlier one says when its time is over would stand for what the next one says.
  render(null, box);
});

test('the copy button of a listing copies its lines, also those separated by br, before effects have run', async () => {
  body.innerHTML = '<div class="code"><pre>cd recto<br>  npm test</pre><button class="copy-code"></button></div>';
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  // No script can make a press that is trusted.
  const listen = vi.spyOn(body, 'addEventListener');
  render(<Probe />, box);
  const press = listen.mock.calls[0]?.[1] as (event: Partial<Event>) => void;
  press({ isTrusted: true, target: body.querySelector('button') });
  expect(writeText).toHaveBeenCalledExactlyOnceWith('cd recto\n  npm test');
  await vi.waitFor(() => expect(copying.said).toBe('readerCodeCopied'));
});

test('a failure to make Markdown or links is reported, whether their code was loaded before or not', async () => {
  const fail = (): never => {
    throw new Error('no room');
  };
  const part = { copyMarkdown: async () => fail(), linkToPassage: fail };
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } });
  body.textContent = 'The lamps were lit at four.';
  document.body.append(body);
  const loadPart = vi.fn(async () => part) as unknown as ReaderSurfaceParts['loadPart'];
  await act(() => render(<Probe loadPart={loadPart} />, box));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const name of ['copyMarkdown', 'copyLink', 'copyMarkdown'] as const) {
    getSelection()?.selectAllChildren(body);
    await act(async () => {
      copying[name]();
      await vi.advanceTimersByTimeAsync(1);
    });
    expect(copying.said).toBe('readerCopyFailed');
    await act(() => void vi.runAllTimers());
    expect(copying.said).toBeNull();
  }
  expect(loadPart).toHaveBeenCalledOnce();
});

test('the message disappears after its time, also when another text is shown by then', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } });
  await act(() => render(<Probe />, box));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  getSelection()?.removeAllRanges();
  await act(async () => {
    copying.copyLink();
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(copying.said).not.toBeNull();
  stands = { body };
  await act(() => render(<Probe />, box));
  await act(() => void vi.runAllTimers());
  expect(copying.said).toBeNull();
});

test('a later copy is not overwritten by a long article that is still being written as Markdown', async () => {
  const writeText = vi.fn(async (_text: string) => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  getSelection()?.removeAllRanges();
  const written: ((text: string) => void)[] = [];
  const copyMarkdown = (_wanted: unknown, copy: (text: string) => void) => {
    written.push(copy);
    return Promise.resolve();
  };
  const loadPart = (async () => ({ copyMarkdown })) as unknown as ReaderSurfaceParts['loadPart'];
  await act(() => render(<Probe loadPart={loadPart} />, box));
  await act(async () => copying.copyMarkdown());
  await act(async () => copying.copyLink());
  await act(async () => written[0]?.('# Long'));
  expect(writeText.mock.calls).toEqual([[sampleArticle().url]]);
  await act(async () => copying.copyMarkdown());
  await act(async () => written[1]?.('# Long'));
  expect(writeText).toHaveBeenLastCalledWith('# Long');
});

test('a later copy is not overwritten when the code for copying arrives, and of two requests the later is done', async () => {
  const writeText = vi.fn(async (_text: string) => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  body.textContent = 'The lamps were lit at four.';
  document.body.append(body);
  const parts = heldAnswers<unknown[], unknown>();
  const loadPart = parts.call as unknown as ReaderSurfaceParts['loadPart'];
  await act(() => render(<Probe loadPart={loadPart} />, box));
  getSelection()?.selectAllChildren(body);
  copying.copyLink();
  copying.copyMarkdown();
  getSelection()?.removeAllRanges();
  copying.copyMarkdown();
  const copyMarkdown = async ({ selected }: { selected: unknown }, copy: (text: string) => void) =>
    copy(selected ? 'the passage' : 'all of it');
  for (const { answer } of parts.calls)
    await answer({ linkToPassage: () => 'https://a.example/#:~:text=', copyMarkdown });
  expect(writeText.mock.calls).toEqual([['all of it']]);
});

test('what is said again is taken away first, since a region whose text stays is not read again', async () => {
  await act(() => render(<Probe />, box));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const say = () => act(() => copying.say('readerUndone'));
  await say();
  await act(async () => void (await vi.advanceTimersByTimeAsync(1)));
  expect(copying.said).toBe('readerUndone');
  await say();
  expect(copying.said).toBeNull();
  await act(async () => void (await vi.advanceTimersByTimeAsync(1)));
  expect(copying.said).toBe('readerUndone');
});
