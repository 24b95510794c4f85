// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractPage, refuseDocuments } from '../../../src/extraction/extract-page.ts';

const read = (html: string, force = false) =>
  extractPage(new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html'), {
    url: 'https://harbour.example/news/ice',
    force,
  });

/** As Anubis explains itself, which is as long as a short article. */
const ANUBIS = `<html lang="de"><head><title>Wir stellen sicher, dass du kein Bot bist!</title>
<script id="anubis_version" type="application/json">"v1.21.3"</script>
<script id="anubis_challenge" type="application/json">{"rules":{"algorithm":"fast","difficulty":4}}</script></head>
<body id="top"><main><h1 id="title">Wir stellen sicher, dass du kein Bot bist!</h1>
<div class="centered-div"><img src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Laden...</p>
<script async type="module" src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>
<details><summary>Warum sehe ich das?</summary>
<p>Du siehst das, weil der Betreiber dieser Seite Anubis eingerichtet hat, um den Server vor der Plage von KI-Unternehmen zu schützen, die Seiten rücksichtslos abgreifen. Das kann Ausfälle verursachen, die die Seite für alle unerreichbar machen.</p>
<p>Anubis ist ein Kompromiss. Es verlangt einen Arbeitsnachweis wie Hashcash, ein vorgeschlagenes Verfahren gegen unerwünschte Post. Für einzelne Leser ist der Aufwand kaum spürbar, im großen Maßstab wird das Abgreifen teurer.</p>
<p>Bitte beachte, dass moderne Funktionen von JavaScript gebraucht werden, die manche Erweiterungen abschalten. Bitte schalte sie für diese Seite ab.</p></details></div></main></body></html>`;

test.each([
  ['Anubis', ANUBIS],
  [
    'Cloudflare',
    `<title>Just a moment...</title><div class="main-wrapper"><h1>www.example.com</h1><p>Verifying you are human. This may take a few seconds.</p>
     <p>www.example.com needs to review the security of your connection before proceeding.</p></div>
     <script>(function(){window._cf_chl_opt = {cvId: '3', cType: 'managed'};})();</script>`,
  ],
  [
    'DataDome',
    `<title>example.com</title><p id="cmsg">Please enable JS and disable any ad blocker</p>
     <script data-cfasync="false">var dd={'rt':'c','cid':'AHrlq','host':'geo.captcha-delivery.com'}</script>`,
  ],
  [
    'PerimeterX',
    `<title>Access to this page has been denied</title><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1>
     <div id="px-captcha"></div><script>window._pxUuid = 'a'; window._pxHostUrl = '/abc/xhr';</script>`,
  ],
  [
    'Imperva',
    '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1">Request unsuccessful. Incapsula incident ID: 1</iframe>',
  ],
])('a page of %s that looks at the browser says so', async (_who, html) => {
  await expect(read(html)).rejects.toMatchObject({ code: 'checking-browser' });
});

test('the text of a refused page can be read on demand', async () => {
  expect((await read(ANUBIS, true)).text).toContain('Anubis ist ein Kompromiss');
});

const STORY = `<article><h1>The ice</h1>${'<p>The harbour freezes from the north, and the first to notice are the women who mend the nets.</p>'.repeat(30)}</article>`;

test.each([
  [
    'what guards each page of a site',
    `<article><h1>The ice</h1><p>The bridge is closed until Friday, the council said, because a ship has damaged its second pier.</p></article><script>(function(){window.__CF$cv$params={r:'9'};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';})();</script><script src="https://www.google.com/recaptcha/api.js"></script>`,
  ],
  ['a long text with such a script', `${STORY}<script>window._cf_chl_opt = {}</script>`],
  ['words about it', `${STORY.replace('north', 'north: see _cf_chl_opt and captcha-delivery')}`],
])('%s keeps no article back', async (_what, html) => {
  expect((await read(html)).title).toBe('The ice');
});

/** A document of a type jsdom does not parse. */
function documentOfType(contentType: string, html = '<p>A page</p>'): Document {
  const made = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(made, 'contentType', { value: contentType });
  return made;
}

test.each([
  ['application/pdf', 'pdf'],
  ['image/png', 'media'],
  ['image/svg+xml', 'media'],
  ['video/webm', 'media'],
  ['audio/mpeg', 'media'],
  ['application/json', 'data-document'],
  ['application/feed+json', 'data-document'],
])('%s is not a web page: %s', (type, code) => {
  expect(() => refuseDocuments(documentOfType(type))).toThrow(expect.objectContaining({ code }));
});

test.each(['text/html', 'application/xhtml+xml', 'text/plain', 'text/css'])('%s is read', (type) => {
  expect(() => refuseDocuments(documentOfType(type))).not.toThrow();
});

test('XML is data, unless a style sheet made a page of it', () => {
  const feed = new DOMParser().parseFromString('<rss><channel/></rss>', 'text/xml');
  expect(() => refuseDocuments(feed)).toThrow(expect.objectContaining({ code: 'data-document' }));
  expect(() => refuseDocuments(documentOfType('application/xml'))).not.toThrow();
  const viewer = documentOfType('application/xml', '<div id="webkit-xml-viewer-source-xml"></div>');
  expect(() => refuseDocuments(viewer)).toThrow(expect.objectContaining({ code: 'data-document' }));
});
