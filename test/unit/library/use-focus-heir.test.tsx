// @vitest-environment jsdom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFocusHeir } from '../../../src/library/use-focus-heir.ts';

/** What is drawn: controls by id, and whether there is a section at all. */
interface Drawn {
  sites: readonly string[];
  answer: boolean;
  section: boolean;
  /** A button in a dialog. */
  asked: boolean;
}

const ALL: Drawn = { sites: ['a', 'b', 'c'], answer: true, section: true, asked: false };

function Column({ sites, answer, section, asked }: Drawn) {
  const root = useRef<HTMLElement>(null);
  useFocusHeir(root);
  return (
    <main ref={root} id="column">
      {section && (
        <section id="part">
          <ul>
            {sites.map((site) => (
              <li key={site} id={`item-${site}`}>
                <button type="button" id={site} />
              </li>
            ))}
          </ul>
          {answer && <button type="button" id="answer" />}
          <dialog open id="dialog">
            {asked && <button type="button" id="asked" />}
          </dialog>
        </section>
      )}
      <button type="button" id="other" />
    </main>
  );
}

const draw = (drawn: Partial<Drawn>) => act(() => render(<Column {...ALL} {...drawn} />, document.body));
const focused = () => document.activeElement?.id;
const focus = (id: string) => document.getElementById(id)?.focus();

beforeEach(() => draw({}));
afterEach(() => act(() => render(null, document.body)));

test('when a control disappears with the focus, the part it was in has it', async () => {
  focus('answer');
  await draw({ answer: false });
  expect(focused()).toBe('part');
});

test('in a dialog, behind which nothing can have it, the dialog has it', async () => {
  await draw({ asked: true });
  focus('asked');
  await draw({});
  expect(focused()).toBe('dialog');
});

test('an item that cannot have it is passed over', async () => {
  focus('a');
  const refused = vi.spyOn(document.getElementById('item-b') as HTMLElement, 'focus').mockReturnValue(undefined);
  await draw({ sites: ['b', 'c'] });
  expect(refused).toHaveBeenCalled();
  expect(focused()).toBe('part');
});

test('when the part has gone, too, the column has it', async () => {
  focus('answer');
  await draw({ section: false });
  expect(focused()).toBe('column');
});

test('in a list the next item has it, and after the last the one before, but none of their controls', async () => {
  focus('b');
  await draw({ sites: ['a', 'c'] });
  expect(focused()).toBe('item-c');
  focus('c');
  await draw({ sites: ['a'] });
  expect(focused()).toBe('item-a');
  focus('a');
  await draw({ sites: [] });
  expect(focused()).toBe('part');
});

test('it stays where it is when something else disappears, or when the control had been left', async () => {
  focus('other');
  await draw({ answer: false });
  expect(focused()).toBe('other');
  await draw({});
  focus('answer');
  (document.activeElement as HTMLElement).blur();
  await Promise.resolve();
  await draw({ answer: false });
  expect(document.activeElement).toBe(document.body);
});

test('what has given the focus to a place outside the column is not overruled later', async () => {
  const outside = document.documentElement.appendChild(document.createElement('button'));
  focus('answer');
  render(<Column {...ALL} answer={false} />, document.body);
  outside.focus();
  await Promise.resolve();
  outside.blur();
  await draw({ sites: ['a'] });
  expect(document.activeElement).toBe(document.body);
  outside.remove();
});
