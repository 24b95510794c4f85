// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, expect, test, vi } from 'vitest';
import type { ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { useCopying } from '../../../../src/ui/reader/use-copying.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const body = document.createElement('article');
const stands = { body };
const parts = {
  scroller: document.documentElement,
  listenCopy: () => undefined,
  loadPart: () => new Promise(() => undefined),
} as unknown as ReaderSurfaceParts;

function Probe() {
  useCopying(stands, sampleArticle(), parts);
  return null;
}

afterAll(() => new Promise(requestAnimationFrame));

test('the button of a listing copies its lines, also those that br parts', async () => {
  body.innerHTML = '<div class="code"><pre>cd recto<br>  npm test</pre><button class="copy-code"></button></div>';
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  // No script can make a press that is trusted.
  const listen = vi.spyOn(body, 'addEventListener');
  await act(() => render(<Probe />, document.body));
  const press = listen.mock.calls[0]?.[1] as (event: Partial<Event>) => void;
  press({ isTrusted: true, target: body.querySelector('button') });
  expect(writeText).toHaveBeenCalledExactlyOnceWith('cd recto\n  npm test');
});
