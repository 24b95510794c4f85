// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { blockText } from '../../../src/extraction/block-text.ts';

function textOf(html: string): string {
  return blockText(new DOMParser().parseFromString(html, 'text/html').body);
}

test('every block boundary is a line break, inline elements are not', () => {
  expect(textOf('<h1>A</h1><p>b <em>c</em>d</p>e<ul><li>f</li><li>g<p>h</p></li></ul>')).toBe('A\nb cd\ne\nf\ng\nh');
});

test('br ends a line and white space is collapsed, except in pre', () => {
  expect(textOf('<p>a<br>b \n c</p><pre>x\n    y</pre><p>z</p>')).toBe('a\nb c\nx\n    y\nz');
});

test('scripts, styles and templates are not part of the text', () => {
  expect(textOf('<p>a</p><script>b</script><style>c</style><template>d</template><p>e</p>')).toBe('a\ne');
});

test('a tree of depth 1,000 is read', () => {
  const root = document.createElement('div');
  let innermost = root;
  for (let depth = 0; depth < 1000; depth += 1) {
    innermost = innermost.appendChild(document.createElement('div'));
  }
  innermost.textContent = 'deep';
  expect(blockText(root)).toBe('deep');
});
