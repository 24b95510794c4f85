// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';
import { convertCodeBlocks } from '../../../../src/extraction/page-passes/convert-code-blocks.ts';

test('the text of an article is not read for each of its hundreds of blocks of code', async () => {
  const clone = document.implementation.createHTMLDocument('');
  clone.body.innerHTML = `<article>${'<p>Words.</p><pre><code>let a;\nlet b;</code></pre>'.repeat(200)}</article><div><span>Python</span><button>Copy</button><pre><code>a = 1</code></pre></div>`;
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  let asked = 0;
  vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
    if (this.nodeName === 'ARTICLE') asked += 1;
    return get?.call(this);
  });
  await convertCodeBlocks.run({ clone } as PageContext);
  vi.restoreAllMocks();
  expect(asked).toBeLessThan(10);
  expect(clone.querySelectorAll('article > pre > code').length).toBe(200);
  expect(clone.querySelector('code.language-python')?.textContent).toBe('a = 1');
});
