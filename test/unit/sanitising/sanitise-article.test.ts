// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';

function sanitised(html: string): string {
  const box = document.createElement('div');
  box.append(sanitiseArticle(html));
  return box.innerHTML;
}

test.each([
  ['<p onclick="x()" style="position:fixed">a</p>', '<p>a</p>'],
  ['<script>x()</script><style>p{}</style><p>a</p>', '<p>a</p>'],
  ['<a href="javascript:x()">a</a><a href=" jAvAsCrIpT:x()">b</a>', '<a>a</a><a>b</a>'],
  ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
  ['<iframe src="https://a.example"></iframe><form action="/x"><input name="y"></form>', ''],
  ['<svg><script>x()</script><text>t</text></svg>', ''],
  ['<img src="javascript:x()" onerror="x()" srcset="a 1x">', '<img>'],
  ['<p class="ad language-js align-center">a</p>', '<p class="language-js align-center">a</p>'],
  ['<p class="reader-bar">a</p>', '<p>a</p>'],
  ['<math><mi href="https://a.example/">a</mi></math>', '<math><mi>a</mi></math>'],
  ['<p src="https://a.example/x.png">a</p>', '<p>a</p>'],
  ['<q cite="mailto:a@a.example">a</q><q cite="#b">c</q>', '<q>a</q><q>c</q>'],
  ['<p dir="sideways">a</p><p dir="RTL">b</p>', '<p>a</p><p dir="RTL">b</p>'],
  ['<table><tr><td headers=" a  in-b ">c', '<table><tbody><tr><td headers="in-a in-b">c</td></tr></tbody></table>'],
  ['<h2 id="">a</h2><span role="img">b</span>', '<h2>a</h2><span>b</span>'],
  ['<dl><dd>a</dd></dl><img alt="b" title="b">', '<dl role="none"><dd>a</dd></dl><img alt="b">'],
])('%s becomes %s', (html, wanted) => {
  expect(sanitised(html)).toBe(wanted);
});

test('links to the web open in a new tab without referrer, and links in the article lead to prefixed ids', () => {
  const box = document.createElement('div');
  box.append(sanitiseArticle('<a href="https://a.example/" ping="x">a</a><a href="#n">b</a><p id="n">c</p>'));
  const [web, inside] = box.querySelectorAll('a');
  expect(web?.outerHTML).toBe(
    '<a href="https://a.example/" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">a</a>',
  );
  expect(box.querySelector(inside?.getAttribute('href') ?? '')?.textContent).toBe('c');
});

test('sanitising twice gives the same as once', () => {
  const once = sanitised('<h2 id="a">t</h2><a href="#a">b</a><img src="https://a.example/x.png" alt="c">');
  expect(sanitised(once)).toBe(once);
});
