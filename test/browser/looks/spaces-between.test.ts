import { expect, test } from 'vitest';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const TEXT = `<p>${'The harbour board kept paying two wages for reasons that were never written down. '.repeat(8)}</p>`;

/** Runs in the page: the part of the overlay that is asked for. */
function measure(): { ends: string[]; begins: number[]; terms: number[] } | null {
  const root = Array.from(document.documentElement.children, (child) => child.shadowRoot).find(Boolean);
  const line = root?.querySelector('.page-line');
  const list = root?.querySelector('.page-body dl');
  if (!line || !list) return null;
  const items = Array.from(line.children);
  const top = (element: Element | undefined) => Math.round(element?.getBoundingClientRect().top ?? 0);
  const lasts = items.filter((item, index) => top(items[index + 1]) !== top(item));
  const firsts = items.filter((item, index) => index === 0 || top(items[index - 1]) !== top(item));
  return {
    ends: lasts.map((item) => getComputedStyle(item, '::after').content),
    begins: firsts.map((item) =>
      Math.round(
        (item.firstElementChild?.getBoundingClientRect().left ?? 0) -
          (root?.querySelector('.page-title bdi')?.getBoundingClientRect().left ?? 0),
      ),
    ),
    terms: Array.from(list.querySelectorAll('dd + dt'), (term) =>
      Math.round(term.getBoundingClientRect().top - (term.previousElementSibling?.getBoundingClientRect().bottom ?? 0)),
    ),
  };
}

test('no line of facts begins or ends with a dot, and each term has a space above it', async () => {
  const names = 'The Society for the History of the Harbour and of all who kept its lamps';
  const head = `<title>Two</title><meta name="author" content="${names}"><meta property="og:site_name" content="${names} Gazette">`;
  const list =
    '<dl><dt>Tide</dt><dd>The rise of the sea.</dd><dt>Swell</dt><dd>Waves that have left their wind.</dd></dl>';
  used.site.serve('/facts.html', `<!doctype html>${head}<article><h1>Two</h1>${TEXT}${list}${TEXT}</article>`, {
    'content-type': 'text/html',
  });
  const tab = await openOverlay(used, '/facts.html');
  const { ends, begins, terms } = await tab.waitFor(measure);
  expect(ends.length).toBeGreaterThan(1);
  expect(new Set(ends)).toEqual(new Set(['none']));
  for (const begin of begins) expect(Math.abs(begin)).toBeLessThanOrEqual(1);
  for (const gap of terms) expect(gap).toBeGreaterThanOrEqual(8);
});
