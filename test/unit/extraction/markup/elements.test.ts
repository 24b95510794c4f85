// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { removeBox } from '../../../../src/extraction/markup/elements.ts';

test('removing many boxes after a long text does not read the text for each of them', () => {
  const { body } = new DOMParser().parseFromString(
    `<span>Rice flour is best.</span>${'<div class="share"> </div> '.repeat(20)}`,
    'text/html',
  );
  let times = 0;
  Object.defineProperty(body.firstElementChild, 'textContent', {
    get() {
      times += 1;
      return 'Rice flour is best.';
    },
  });
  for (const box of body.querySelectorAll('.share')) removeBox(box);
  expect(times).toBeLessThan(2);
});

test('a comment beside a removed box is not text that needs a line break', () => {
  const { body } = new DOMParser().parseFromString(
    'We read <b>it</b>.<!-- share --><div></div><!-- end --> It was new.<i></i><!-- next --><div></div>',
    'text/html',
  );
  for (const box of body.querySelectorAll('div')) removeBox(box);
  expect(body.innerHTML).toBe('We read <b>it</b>.<!-- share --><br><!-- end --> It was new.<i></i><!-- next -->');
  body.innerHTML = '<!-- share --><div></div>It was new.';
  removeBox(body.querySelector('div') as Element);
  expect(body.innerHTML).toBe('<!-- share -->It was new.');
});
