import { expect, test } from 'vitest';
import { launchBrowser } from './driver/launch-browser.ts';
import { rowsAre } from './steps/rows-are.ts';
import { useBrowser } from './use-browser.ts';

// What the other tests stand on: if these fail, theirs say nothing.
const used = useBrowser();

test('keys and clicks are real, and reach into closed shadow roots', async () => {
  const tab = await used.browser.open(used.site.url('/en/form.html'));
  await tab.click('#name');
  await tab.type('Ada 艾达');
  await tab.press('Control+k');
  await tab.clickNamed('Send');
  await tab.clickNamed('Hidden door', 'button');
  expect(await tab.waitFor(() => document.querySelector('output')?.textContent)).toBe('ctrl-k;sent;door;');
  expect(await tab.evaluate(() => document.querySelector<HTMLInputElement>('#name')?.value)).toBe('Ada 艾达');
  expect(await tab.accessibilityTree()).toContainEqual({ role: 'button', name: 'Hidden door' });
});

test('a control that is out of the window comes when the pointer goes to the edge, and is then clicked', async () => {
  const tab = await used.browser.open(used.site.url('/en/form.html'));
  await tab.evaluate(() => {
    const door = document.createElement('button');
    door.id = 'trapdoor';
    door.textContent = 'Trapdoor';
    door.style.cssText = 'position:fixed;left:40px;top:-60px;width:80px;height:30px';
    door.onclick = () => {
      door.textContent = 'Open';
    };
    addEventListener('mousemove', ({ clientY }) => {
      door.style.top = clientY < 30 ? '0' : '-60px';
    });
    document.body.append(door);
  });
  await tab.clickNamed('Trapdoor', 'button');
  expect(await tab.evaluate(() => document.querySelector('#trapdoor')?.textContent)).toBe('Open');
});

test('a toolbar press opens the popup, and it closes', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  expect(await popup.url()).toContain(`${used.browser.origin}/src/popup/`);
  await popup.close();
});

test('the network is one server: requests are noted, and can be cut', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html', 'http-only.example'));
  expect(used.site.requests()).toContain('http://http-only.example/en/news.html');
  used.site.goOffline();
  const answer = await tab.evaluate(() =>
    fetch('/en/form.html').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  used.site.goOnline();
  expect(answer).toBe('refused');
});

test('a page can be printed and read back', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  expect(await tab.printedText()).toContain('somebody slept with one ear open on Skerry Rock');
});

test('a private window is another profile', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.evaluate(() => localStorage.setItem('seen', 'yes'));
  const hidden = await used.browser.open(used.site.url('/en/news.html'), 'private-window');
  expect(await hidden.evaluate(() => localStorage.getItem('seen'))).toBeNull();
});

test('the background can be stopped and the browser restarted', async () => {
  await used.browser.stopBackground();
  await used.browser.restart();
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.close();
});

test('a cleared browser is like one with an empty profile, also after a restart', async () => {
  const { browser, site } = used;
  const tab = await browser.open(site.url('/en/news.html'));
  await tab.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie as pages of today and of old make it.
    document.cookie = 'seen=yes';
  });
  await (await tab.pressToolbar()).clickNamed('Save', 'button');
  const list = await browser.openRecto('library');
  await list.waitFor(rowsAre, 1);
  const before = browser.origin;

  await browser.renew();
  const welcome = await browser.waitForTab('/src/welcome/');
  expect(await browser.tabUrls()).toHaveLength(2);
  expect(browser.origin).not.toBe(before);
  await welcome.goto(site.url('/en/news.html'));
  expect(await welcome.evaluate(() => document.cookie)).toBe('');
  const address = browser.origin;
  await browser.restart();
  expect(browser.origin).toBe(address);
  const empty = await browser.openRecto('library');
  await empty.waitFor(() => document.querySelector('.empty'));
});

test('the interface language and the colour scheme can be chosen', async () => {
  const chinese = await launchBrowser({ proxyPort: used.site.port, locale: 'zh-CN', colorScheme: 'dark' });
  try {
    const tab = await chinese.open(used.site.url('/en/news.html'));
    expect(await tab.evaluate(() => [navigator.language, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual([
      'zh-CN',
      true,
    ]);
    const popup = await tab.pressToolbar();
    expect(await popup.evaluate(() => chrome.i18n.getUILanguage())).toBe('zh-CN');
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  } finally {
    await chinese.close();
  }
});
