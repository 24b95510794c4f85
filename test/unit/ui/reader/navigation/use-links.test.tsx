// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { useLinks } from '../../../../../src/ui/reader/navigation/use-links.ts';
import { type Notes, useNotes } from '../../../../../src/ui/reader/navigation/use-notes.ts';

const PAGE = '<p><a href="#note">1</a> <a href="#far">far</a></p><h2 id="far">Far</h2>';
const NOTES = '<section class="footnotes"><ol><li id="note">A note.</li></ol></section>';
const go = vi.fn();
let notes: Notes;

function Probe({ stands }: { stands: { body: HTMLElement } }) {
  notes = useNotes(stands);
  useLinks(stands, { go, back: null, arrived: false }, notes);
  return null;
}
afterEach(() => act(() => render(null, document.body)));

test('a link within the article clicked right after it is drawn, before effects have run, does not change the address', async () => {
  const page = document.createElement('article');
  page.innerHTML = `<div>${PAGE}${NOTES}</div>`;
  const body = page.firstElementChild as HTMLElement;
  document.documentElement.append(page);
  render(<Probe stands={{ body }} />, document.body);
  const press = (text: string) =>
    [...body.querySelectorAll('a')].find(({ textContent }) => textContent === text)?.click();
  press('1');
  await act(() => undefined);
  expect(notes.open?.note.id).toBe('note');
  press('far');
  expect(go).toHaveBeenCalledWith(body.querySelector('h2'));
  expect(location.hash).toBe('');
  page.remove();
});
