// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { comparePage } from '../../../../src/extraction/completeness/compare-page.ts';
import { findMissing } from '../../../../src/extraction/completeness/find-missing.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

/** Paragraphs that have no run of letters in common. */
const TEXTS = [
  'For three hundred years the salt came over the marsh on a road that is under water twice every single day and night.',
  'It begins behind the boathouse, where the gravel ends, and poles of oak which the parish renews mark it each spring, whoever pays.',
  'His grandfather could walk there in fog, counting steps aloud, and struck every hundredth pole with a stick of ash that we still keep.',
  'Inside one chest lies a book that names each carter, how many sacks he carried, and what state his horses were in on arrival.',
  'Last autumn somebody asked whether this should go on; no member present could tell him what purpose it still served in that year.',
  'Four exercise books have been filled since: mud fills number one, wind its second, while tides take up both others by now.',
  'Children from two schools are brought out as far as possible on long ebbs in June, and are told to watch the water before the birds.',
  'A causeway was planned once, dry except at equinox, costing about thirty budgets; eleven minutes sufficed to refuse that idea.',
];
const LATE =
  'Towards evening came an engineer with steel rods, who measured nineteen depths and believed eleven of them after a second look.';
const TEASERS = [
  'Why harbour walls lean after they are rebuilt, and whom our magistrates blamed when this one leaned again: read on, if you dare to ask.',
  'Our kitchen column tries samphire three ways, pickled, fried and raw, with recipes by readers of Saturday’s paper and their many cousins.',
  'Win tickets for a concert given by Skerry Silver Band at Whitsun, conducted by Miss Joan Ardle for her last season with these players.',
];
const paragraph = (text: string, name = 'text') => `<p class="${name}">${text}</p>`;

/** jsdom lays nothing out: here everything that is not marked has room. */
beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  Element.prototype.getBoundingClientRect = function (this: Element) {
    return (this.closest('.unseen') ? { width: 0, height: 0 } : { width: 600, height: 90 }) as DOMRect;
  };
});

async function missingIn(body: string, texts = TEXTS): Promise<string[]> {
  const page = document.implementation.createHTMLDocument('');
  page.body.innerHTML = body;
  const article = sampleArticle({ text: texts.join('\n\n') });
  const comparison = await comparePage(page, article, () => Promise.resolve());
  if (!comparison) throw new Error('not compared');
  return findMissing(comparison).map(({ block }) => block.text);
}

const among = (added: string) =>
  `<article>${TEXTS.slice(0, 4)
    .map((text) => paragraph(text))
    .join('')}${added}${TEXTS.slice(4)
    .map((text) => paragraph(text))
    .join('')}</article>`;

test('a paragraph set like the others among them is found as missing, and those that were read are not', async () => {
  expect(await missingIn(among(paragraph(LATE)))).toEqual([LATE]);
  expect(await missingIn(among(''))).toEqual([]);
});

test('ignores text that is set differently, is no sentence, is short, is mostly links, or is not drawn', async () => {
  expect(await missingIn(among(paragraph(LATE, 'promotion')))).toEqual([]);
  expect(await missingIn(among(paragraph(LATE.replace(/\.$/, ' and so on'))))).toEqual([]);
  expect(await missingIn(among(paragraph('Then an engineer came.')))).toEqual([]);
  expect(await missingIn(among(paragraph(`<a href="/l">${LATE}</a>`)))).toEqual([]);
  expect(await missingIn(among(`<div class="unseen">${paragraph(LATE)}</div>`))).toEqual([]);
});

test('finds nothing where as much text of the same look is not the article, such as a list of teasers', async () => {
  const teasers = TEASERS.map((text) => paragraph(text)).join('');
  expect(await missingIn(among(teasers))).toEqual([]);
});

test('finds nothing when the page is not the one that was read', async () => {
  const other = Array.from(
    { length: 20 },
    (_, n) => `Another text entirely, number ${n}, that this page does not hold.`,
  );
  expect(await missingIn(among(paragraph(LATE)), [...TEXTS, ...other])).toEqual([]);
});

test('a paragraph that was changed since is neither shown nor missing', async () => {
  const half = `${TEXTS[2]?.slice(0, 60)} of which younger people in these parts know nothing.`;
  expect(await missingIn(among(paragraph(half)))).toEqual([]);
});
