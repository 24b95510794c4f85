// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type ShowAll, useShowAll } from '../../../../src/content/overlay/use-completeness.ts';
import type { LoadPart } from '../../../../src/ui/parts/load-part.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

/** The page never says whether there is more. */
const loadPart = (async () => ({ showAll: () => new Promise(() => undefined) })) as unknown as LoadPart;
let shown: ShowAll;

function Probe({ article }: { article: ReturnType<typeof sampleArticle> }) {
  shown = useShowAll(true, article, loadPart, () => undefined);
  return null;
}
const draw = () => render(<Probe article={sampleArticle()} />, document.body);
afterEach(() => act(() => render(null, document.body)));

test('a request for the rest before effects have run is kept until the same article is read again', async () => {
  draw();
  expect(shown.step).toBe('offered');
  await act(async () => shown.press());
  expect(shown.step).toBe('waiting');
  await act(draw);
  expect(shown.step).toBe('nothing');
});
