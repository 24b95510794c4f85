import { expect, test } from 'vitest';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test('the line below a panel of the popup joins it without corners or a gap', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await popup.press('a');
  const edges = await popup.waitFor(() => {
    const [panel, line] = ['.popup-drop .panel', '.popup-key'].map((selector) => document.querySelector(selector));
    if (!panel || !line) return null;
    const { borderEndStartRadius, borderEndEndRadius, borderBlockEndWidth } = getComputedStyle(panel);
    const gap = Math.round(line.getBoundingClientRect().top - panel.getBoundingClientRect().bottom);
    return { corners: [borderEndStartRadius, borderEndEndRadius], border: borderBlockEndWidth, gap };
  });
  expect(edges).toEqual({ corners: ['0px', '0px'], border: '0px', gap: 0 });
  await popup.close();
});

test('the message about the last action in the list covers the check boxes of the rows behind it', async () => {
  await saveByPopup(used, '/en/news.html');
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.press('j');
  await list.press('s');
  const edges = await list.waitFor(() => {
    const said = document.querySelector('.undo[data-shown]')?.closest('.list-foot');
    const box = document.querySelector('.row input[type=checkbox]');
    if (!said || !box) return null;
    // The message has no padding there: its shadow, in the colour of the paper, is what lies over the boxes.
    const [, colour, reach = ''] = /^(.+?) (-?\d+)px 0px 0px 0px$/.exec(getComputedStyle(said).boxShadow) ?? [];
    const { left } = said.getBoundingClientRect();
    return {
      covered: left + Number(reach),
      boxes: box.getBoundingClientRect().left,
      colour,
      paper: getComputedStyle(said).backgroundColor,
    };
  });
  expect(edges.covered).toBeLessThanOrEqual(edges.boxes);
  expect(edges.colour).toBe(edges.paper);
});

test('the search field of the highlights looks like that of the list', async () => {
  const list = await used.browser.openRecto('library');
  const looks: string[][] = [];
  for (const section of ['list', 'highlights']) {
    await list.click(`.rail li[data-section="${section}"] a`);
    await list.waitFor(
      (wanted) => document.querySelector(`.rail li[data-section="${wanted}"] [aria-current]`),
      section,
    );
    const look = await list.waitFor((isList) => {
      const box = document.querySelector(isList ? '.list-view .search input' : '.highlights input');
      if (!box) return null;
      const { fontSize, fontFamily, borderTopWidth, borderBottomWidth } = getComputedStyle(box);
      return [fontSize, fontFamily, borderTopWidth, borderBottomWidth];
    }, section === 'list');
    looks.push(look);
  }
  expect(looks[1]).toEqual(looks[0]);
  expect(looks[1]?.slice(2)).toEqual(['0px', '1px']);
});
