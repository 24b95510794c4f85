// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { comparePage } from '../../../../src/extraction/completeness/compare-page.ts';
import { isWithheld } from '../../../../src/extraction/completeness/is-withheld.ts';
import { countWords } from '../../../../src/model/text/count-words.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const BEGINNING = [
  'Every Monday at a quarter to eight he climbs all ninety-one steps of our tower with an iron crank under his left arm, in any weather there is.',
  'It was made by one smith who had built nothing like it before, and who built nothing like it in his later years either, for all that he tried.',
];
/** Sentences that are all different, as many as asked for. */
const rest = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      `In the year ${1700 + index} the ${index * 7}th keeper wrote down that ${index * 3} sacks of grain had been carried up, and that nobody had asked him what for, or why ${index} of them.`,
  );
const CALL =
  'Subscribe now and read all that we write, on every device, for one crown in the first month, and five after it.';
const WALL = `<div class="c-paywall__inner"><p>${CALL}</p><a href="/subscribe">Subscribe</a></div>`;

/** jsdom lays nothing out: what has no `hidden` around it has its line, 40 px below the one before it in the document. */
beforeEach(() => {
  const isHidden = (element: Element) => element.closest('[hidden], script') !== null;
  Element.prototype.checkVisibility = function (this: Element) {
    return !isHidden(this);
  };
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const top = [...document.body.querySelectorAll('*')].indexOf(this) * 40;
    const [width, height] = isHidden(this) ? [0, 0] : [600, 30];
    return { width, height, top, bottom: top + height } as DOMRect;
  };
});

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

const declaring = (more: object = {}): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', isAccessibleForFree: false, ...more })}</script>`;

const part = (cssSelector: unknown, isAccessibleForFree: unknown = false) => ({
  hasPart: { '@type': 'WebPageElement', isAccessibleForFree, cssSelector },
});

/** Asks of a page of which `texts` were read. */
async function ask(html: string, texts: readonly string[] = BEGINNING): Promise<boolean> {
  document.body.innerHTML = html;
  const text = texts.join('\n\n');
  const article = sampleArticle({ text, wordCount: countWords(text) });
  const comparison = await comparePage(document, article, () => Promise.resolve());
  if (!comparison?.isSame) throw new Error('not the same');
  return isWithheld(document, article, comparison);
}

test.each([
  ['is not in it', '', part('.paid')],
  ['is empty', '<div class="paid"></div>', part('.paid', 'False')],
  ['holds only a call', `<div class="paid"><p>${CALL}</p></div>`, part(['.paid'], 'https://schema.org/False')],
  ['is hidden', `<div class="paid" hidden>${paragraphs(rest(20))}</div>`, part('.paid')],
])('a page that shows the beginning alone, where the paid part %s', async (_what, behind, more) => {
  expect(await ask(declaring(more) + paragraphs(BEGINNING) + behind)).toBe(true);
});

test('a paid part is recognised by microdata attributes', async () => {
  const marks =
    '<meta itemprop="isAccessibleForFree" content="False"><div itemprop="hasPart" itemscope><meta itemprop="isAccessibleForFree" content="False"><meta itemprop="cssSelector" content=".paid"></div>';
  expect(await ask(marks + paragraphs(BEGINNING))).toBe(true);
});

const LONG = [...BEGINNING, ...rest(12)];

test.each([
  ['a wall stands directly below it', declaring(), WALL],
  ['the whole has far more words', declaring({ wordCount: '1300' }), ''],
  [
    'more is hidden than is shown',
    declaring(part('.paid')),
    `<div class="paid" hidden>${paragraphs(rest(40).slice(12))}</div>`,
  ],
])('a page that shows a longer beginning, where %s', async (_what, data, behind) => {
  expect(await ask(data + paragraphs(LONG) + behind, LONG)).toBe(true);
});

test('a paid part is recognised in a JSON-LD graph', async () => {
  const data = {
    '@graph': [{ '@type': 'WebSite' }, { '@type': ['Article'], isAccessibleForFree: 'false', ...part('.paid') }],
  };
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(await ask(script + paragraphs(BEGINNING))).toBe(true);
});

test.each([
  ['declares nothing', '', WALL],
  ['says that it is free', declaring({ isAccessibleForFree: true, ...part('.paid') }), WALL],
  ['says it and its contrary', declaring(part('.paid')) + declaring({ isAccessibleForFree: 'True' }), WALL],
  ['declares it of another article', declaring({ url: '/another', ...part('.paid') }), WALL],
  ['declares it of another thing', declaring({ '@type': 'Product', ...part('.paid') }), WALL],
  ['declares no part, and has no wall', declaring(), ''],
  ['has no selector for its part', declaring(part('//div[1]')), ''],
  ['has an empty place for a wall', declaring(), '<div class="paywall"><a href="/subscribe"></a></div>'],
  ['has a box of another kind below the text', declaring(), WALL.replace('c-paywall__inner', 'newsletter')],
  ['has no data that could be read', '<script type="application/ld+json">{"isAccessibleForFree": fal</script>', WALL],
])('nothing is said of a short page that %s', async (_what, data, behind) => {
  expect(await ask(data + paragraphs(BEGINNING) + behind)).toBe(false);
});

test.each([
  ['in the paid part', declaring({ wordCount: 5000, ...part('.paid') }), `<div class="paid">${paragraphs(LONG)}</div>`],
  ['beside a wall that is not there for them', declaring(part('.gate')), paragraphs(LONG)],
  [
    'beside a wall that is hidden from them',
    declaring(part('.paywall')),
    `${paragraphs(LONG)}<div class="paywall" hidden>${paragraphs(rest(24).slice(12, 20))}<a href="/subscribe">Subscribe</a></div>`,
  ],
  [
    'in boxes named after the wall',
    declaring(),
    `<div class="paywall">${paragraphs(LONG)}</div><p class="paywall">More of it <a href="/tower">in the tower</a> every day.</p>`,
  ],
  ['and the data count its characters', declaring({ wordCount: LONG.join('').length }), paragraphs(LONG)],
  ['and the data count other words', declaring({ wordCount: 500 }), paragraphs(LONG)],
])('nothing is said to who is shown the whole, %s', async (_what, data, html) => {
  expect(await ask(data + html, LONG)).toBe(false);
});

test('a short article that is wholly in the paid part is not reported', async () => {
  expect(await ask(`${declaring(part('.paid'))}<div class="paid">${paragraphs(BEGINNING)}</div>`)).toBe(false);
});
