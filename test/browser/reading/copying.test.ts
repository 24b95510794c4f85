import { describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** What the clipboard holds, pasted into a page as a person would. */
async function pasted(): Promise<string> {
  used.site.serve('/paste.html', '<!doctype html><title>Paste</title><textarea autofocus></textarea>');
  const tab = await used.browser.open(used.site.url('/paste.html'));
  await tab.click('textarea');
  await tab.press('Control+v');
  const text = await tab.waitFor(() => document.querySelector('textarea')?.value);
  await tab.close();
  return text;
}

/** Runs in the page: selects from the first to the last of the article's elements that match. */
function select(selector: string): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const found = Array.from(host?.shadowRoot?.querySelectorAll(`.page-body ${selector}`) ?? []);
  const [first, last] = [found[0], found.at(-1)];
  if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
}

/** What the bar says of what was just done. */
const said = (tab: Tab) =>
  tab.askNamed('Reader controls', 'group', (bar) => bar.querySelector('.reader-said')?.textContent ?? null);

/** Copies by a press, and waits until it is said that it was done: a browser copies from the tab in front alone. */
async function copyBy(tab: Tab, press: () => Promise<void>, receipt: string): Promise<void> {
  await tab.activate();
  await press();
  await expect.poll(() => said(tab)).toBe(receipt);
}

/** The clipboard, asked until it holds what was copied last. */
const clipboard = () => expect.poll(pasted);

// With encryption (localhost counts as such) there is a clipboard API, without there is none.
describe.each([
  ['with a clipboard API', 'news.localhost'],
  ['on a page without encryption', 'plain.example'],
])('copying %s', (_name, host) => {
  test('an article as Markdown with its source, code by its button, a link to a passage, formulas as TeX', async () => {
    const tab = await used.browser.open(used.site.url('/en/handbook.html', host));
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    await copyBy(tab, () => tab.clickNamed('Copy code', 'button'), 'Code copied');
    await clipboard().toMatch(/^# The tide at one harbour, from its table of waves\.\nimport math\n/);

    await copyBy(tab, () => tab.press('m'), 'Article copied as Markdown');
    const source = `[How the tide was computed](http://${host}/en/handbook.html) · Maren Holt · Harbour Gazette`;
    await clipboard().toContain(`# How the tide was computed\n\n${source}\n`);
    const markdown = await pasted();
    expect(markdown).toContain('## The machines');
    expect(markdown).toContain('```python\n# The tide at one harbour');
    expect(markdown).toContain('[^1]: For as long as the harbour keeps its shape.');

    await tab.activate();
    await tab.evaluate(select, 'h2');
    await copyBy(tab, () => tab.press('y'), 'Link to the passage copied');
    const fragment = '#:~:text=The%20machines,What%20is%20left';
    await clipboard().toContain(`http://${host}/en/handbook.html${fragment}`);

    await tab.activate();
    await tab.evaluate(select, 'math');
    await tab.press('Control+c');
    await clipboard().toContain('$h(t)=Z_0+\\sum_{i=1}^{n} H_i\\cos(\\sigma_i t-\\kappa_i)$, where every wave');
    expect(await pasted()).toContain('$$\\begin{aligned}');
  });
});

test('nested lists are copied as nested lists, with the text beside them', async () => {
  const items =
    '<li><p>Wind the lamp</p><ol><li>Warm the oil<ul><li>not too hot</li></ul></li><li>Turn the key</li></ol></li>';
  const text = 'What the keepers did, day after day, for a hundred and sixty years on the rock. '.repeat(9);
  const body = `<h1>Duties</h1><p>${text}</p><ul>${items}<li>Write the weather</li></ul><p>${text}</p>`;
  used.site.serve('/duties.html', `<!doctype html><html lang="en"><title>Duties</title><article>${body}</article>`);
  const tab = await used.browser.open(used.site.url('/duties.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await copyBy(tab, () => tab.press('m'), 'Article copied as Markdown');
  await clipboard().toMatch(
    /^- Wind the lamp\n+ {2}1\. Warm the oil\n+ {5}- not too hot\n+ {2}2\. Turn the key\n+- Write the weather$/m,
  );
});
