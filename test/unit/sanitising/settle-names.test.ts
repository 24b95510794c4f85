// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { settleNames } from '../../../src/sanitising/settle-names.ts';

const link = (inside: string, attributes = ''): string =>
  `<a href="https://www.harbour.example/a/b?c"${attributes}>${inside}</a>`;

test.each([
  ['a picture without a description', link('<img>'), link('<img>', ' title="harbour.example"')],
  ['a picture with an empty one', link(' <img alt=""> '), link(' <img alt=""> ', ' title="harbour.example"')],
  ['a described picture', link('<img alt="Ice">'), null],
  ['a picture with a title', link('<img title="Ice">'), null],
  ['words', link('Ice<img>'), null],
  ['a title', link('<img>', ' title="Ice"'), null],
  ['a place in the article', '<a href="#in-a"><img></a>', null],
  ['nothing', '<a id="in-a" href="#in-a"></a>', '<a id="in-a"></a>'],
  [
    'nothing, with what goes with an address',
    link('', ' target="_blank" rel="noopener" referrerpolicy="no-referrer"'),
    '<a></a>',
  ],
  ['words with a blank title', link('Ice', ' title=" "'), null],
  ['no address', '<a><img></a>', null],
  ['a title that repeats the words', link('<b>The\n ice</b>', ' title="The Ice "'), link('<b>The\n ice</b>')],
  ['a title that says more', link('The ice', ' title="The ice of 1911"'), null],
  ['a title that repeats the description', '<img alt="Ice" title="ice">', '<img alt="Ice">'],
  ['a title in place of a description', '<img title="Ice">', null],
  ['a title beside an empty description', '<img alt="" title="Ice">', null],
  ['an empty title', '<img title="">', '<img>'],
])('%s', (_, html, wanted) => {
  const box = document.createElement('div');
  box.innerHTML = html;
  for (const time of ['once', 'twice']) {
    for (const element of box.querySelectorAll('a, img')) settleNames(element);
    expect(box.innerHTML, time).toBe(wanted ?? html);
  }
});
