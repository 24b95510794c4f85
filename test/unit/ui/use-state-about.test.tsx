// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useStateAbout } from '../../../src/ui/use-state-about.ts';

let set: (value: string) => void;
const Page = ({ about }: { about: unknown }) => {
  const [value, setValue] = useStateAbout(about, 'initial');
  set = setValue;
  return <p>{value}</p>;
};
const show = (about: unknown) => act(() => render(<Page about={about} />, document.body));

afterEach(() => act(() => render(null, document.body)));

test('a state lasts while it is about the same, and begins anew with something else', async () => {
  await show('one');
  await act(() => set('changed'));
  await show('one');
  expect(document.body.textContent).toBe('changed');
  await show('two');
  expect(document.body.textContent).toBe('initial');
});

test('what is set for the new thing before the next paint is not undone', async () => {
  await show('one');
  await act(() => set('of one'));
  render(<Page about="two" />, document.body);
  set('of two');
  await act(() => undefined);
  expect(document.body.textContent).toBe('of two');
});

test('a function is kept as a value', async () => {
  const first = () => 1;
  let held: unknown;
  const Holder = ({ about }: { about: unknown }) => {
    [held] = useStateAbout<() => number>(about, first);
    return null;
  };
  await act(() => render(<Holder about="one" />, document.body));
  expect(held).toBe(first);
  await act(() => render(<Holder about="two" />, document.body));
  expect(held).toBe(first);
});
