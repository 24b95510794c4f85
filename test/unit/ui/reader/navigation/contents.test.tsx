// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Contents } from '../../../../../src/ui/reader/navigation/contents.tsx';
import { type Heading, useContents } from '../../../../../src/ui/reader/navigation/use-contents.ts';
import type { Standing } from '../../../../../src/ui/reader/standing.ts';

const heading = (at: number): Heading => ({ element: document.createElement('h2'), text: `Part ${at}`, depth: 0 });

test('thousands of headings get some entries at once and the rest soon after, and the current one is marked', async () => {
  const box = document.body.appendChild(document.createElement('div'));
  const headings = Array.from({ length: 700 }, (_, at) => heading(at));
  const went: HTMLElement[] = [];
  const draw = (shown: readonly Heading[]) =>
    render(
      <Contents
        label="Contents"
        headings={shown}
        lang="en"
        scroller={document.documentElement}
        place="side"
        onGo={(target) => went.push(target)}
      />,
      box,
    );
  const entries = () => box.querySelectorAll('li').length;
  act(() => draw(headings));
  expect(entries()).toBe(300);
  await vi.waitFor(() => expect(entries()).toBe(700));
  // Without a layout all headings are above the line that is read, so that it is the last section's.
  await vi.waitFor(() => expect(box.querySelector('[aria-current]')?.textContent).toBe('Part 699'));
  const texts = Array.from(box.querySelectorAll('li'), (item) => item.textContent);
  expect(texts).toEqual(headings.map(({ text }) => text));
  box.querySelectorAll('button')[650]?.click();
  expect(went).toEqual([headings[650]?.element]);
  act(() => draw(headings.slice(0, 3)));
  expect(entries()).toBe(3);
  act(() => render(null, box));
});

test('at the end of an article its last section is marked, though its heading stands far below the bar', async () => {
  const box = document.body.appendChild(document.createElement('div'));
  const scroller = document.body.appendChild(document.createElement('div'));
  Object.defineProperties(scroller, { clientHeight: { value: 600 }, scrollHeight: { value: 2000 } });
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 400, 600);
  const headings = [100, 1300, 1800].map((top, at) => {
    const shown = heading(at);
    shown.element.getBoundingClientRect = () => new DOMRect(0, top - scroller.scrollTop, 400, 30);
    return shown;
  });
  act(() =>
    render(
      <Contents
        label="Contents"
        headings={headings}
        lang="en"
        scroller={scroller}
        place="side"
        onGo={() => undefined}
      />,
      box,
    ),
  );
  const markedAt = async (top: number, text: string) => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(box.querySelector('[aria-current]')?.textContent).toBe(text));
  };
  await markedAt(200, 'Part 0');
  await markedAt(1350, 'Part 1');
  await markedAt(1400, 'Part 2');
  act(() => render(null, box));
  scroller.remove();
});

test('an article with more headings than a function can take arguments has them all', () => {
  const page = document.implementation.createHTMLDocument();
  // No elements of a document, of which so many take seconds.
  const part = (localName: string) => ({ localName, textContent: 'Part', closest: () => null });
  const all = [...Array.from({ length: 1_000_000 }, () => part('h3')), part('h2')];
  vi.spyOn(page.body, 'querySelectorAll').mockReturnValue(all as unknown as NodeListOf<Element>);
  let depths: Heading['depth'][] = [];
  function Probe() {
    depths = useContents({ body: page.body } as Standing, page.documentElement).headings.map(({ depth }) => depth);
    return null;
  }
  act(() => render(<Probe />, document.body));
  expect([depths.length, depths[0], depths.at(-1)]).toEqual([1_000_001, 1, 0]);
});
