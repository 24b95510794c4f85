// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { LastingPart } from '../../../src/library/lasting-part.tsx';
import { WorkProgress } from '../../../src/library/work-progress.tsx';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const announceChange = vi.hoisted(() => vi.fn());
vi.mock('../../../src/platform/library-changes.ts', () => ({ announceChange }));
afterEach(() => act(() => render(null, document.body)));

const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
const show = (isShown: boolean, isWorking: boolean) =>
  act(() =>
    render(
      <WordsProvider value={words}>
        <main>
          <LastingPart isShown={isShown}>
            {isWorking ? <WorkProgress label="importWorking" done={3} total={900} /> : <p>done</p>}
            <button type="button">more</button>
          </LastingPart>
        </main>
      </WordsProvider>,
      document.body,
    ),
  );
const isShown = () => document.querySelector('button')?.closest('[hidden]') === null;

test('a part that is left during long work stays, hidden, until what came of it was there to be seen', async () => {
  await show(true, true);
  await show(false, true);
  expect(isShown()).toBe(false);
  await show(false, false);
  expect(document.querySelector('button')).not.toBeNull();
  await show(true, false);
  expect([isShown(), document.querySelector('p')?.textContent]).toEqual([true, 'done']);
  await show(false, false);
  expect(document.querySelector('button')).toBeNull();
});

test('a part that is left without work goes, and one that is hidden leaves the focus to the page', async () => {
  await show(true, false);
  await show(false, false);
  expect(document.querySelector('button')).toBeNull();
  await show(true, true);
  document.querySelector('button')?.focus();
  await show(false, true);
  expect(document.activeElement?.localName).toBe('main');
});

test('other windows hear of long work whose page is closed in its midst, and of none that is over', async () => {
  const close = () => dispatchEvent(new Event('pagehide'));
  await show(true, true);
  await show(false, true);
  close();
  expect(announceChange.mock.calls).toEqual([[{ ids: null }]]);
  await show(false, false);
  close();
  expect(announceChange).toHaveBeenCalledOnce();
});

test('of two works that go on at once the part waits for the later, however often it is left meanwhile', async () => {
  const works = (...names: string[]) =>
    names.map((name) => <WorkProgress key={name} label="importWorking" done={0} total={0} />);
  const draw = (isShown: boolean, ...names: string[]) =>
    act(() =>
      render(
        <WordsProvider value={words}>
          <LastingPart isShown={isShown}>
            <button type="button">{works(...names)}</button>
          </LastingPart>
        </WordsProvider>,
        document.body,
      ),
    );
  const isThere = () => document.querySelector('button') !== null;
  await draw(true, 'import', 'check');
  await draw(false, 'check');
  await draw(true, 'check');
  await draw(false, 'check');
  await draw(true, 'check');
  await draw(false, 'check');
  expect(isThere()).toBe(true);
  await draw(false);
  await draw(true);
  // Begun anew where the first has ended.
  await draw(true, 'import');
  await draw(false, 'import');
  expect(isThere()).toBe(true);
  await draw(true);
  await draw(false);
  expect(isThere()).toBe(false);
});
