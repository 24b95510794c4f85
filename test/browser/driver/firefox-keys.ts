/**
 * So long a page is given the focus again and again before keys are pressed, in milliseconds: Firefox changes tabs in its own
 * time, and gives the focus back to what had it in the tab that is left. A page that cannot have it gets the keys anyway.
 */
const FOCUS_PATIENCE = 2000;

/**
 * Code for Firefox's own window: `pressKeys(view, modifiers, key, repeats)` presses keys, the last of which repeats so often,
 * through the text input processor, which is what Firefox's own tests use: they pass the browser's shortcuts first, and then
 * reach what has focus.
 * https://searchfox.org/mozilla-central/source/dom/interfaces/base/nsITextInputProcessor.idl
 *
 * Keys go to the document's process by another way than messages do, and may come there after them:
 * `pressKeysAt(browser, modifiers, key, times, repeats, patience)` waits until the document has had the last one, or is gone by
 * it, and gives true; false where that takes longer after the press than `patience`. It takes the focus once more in the moment
 * it presses them, since another document may have taken it since it was asked for.
 */
const PRESS_KEYS = `
  const pressKeys = (view, modifiers, key, repeats) => {
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!processor.beginInputTransactionForTests(view)) throw new Error('No input transaction');
    const eventFor = (name, repeat = false) => {
      const code = /^[a-z]$/i.test(name) ? 'Key' + name.toUpperCase() : /^[0-9]$/.test(name) ? 'Digit' + name : '';
      const keyCode = code ? name.toUpperCase().charCodeAt(0) : 0;
      return new view.KeyboardEvent('', { key: name === 'Space' ? ' ' : name, code, keyCode, repeat });
    };
    for (const modifier of modifiers) processor.keydown(eventFor(modifier));
    processor.keydown(eventFor(key));
    for (let time = 0; time < repeats; time += 1) processor.keydown(eventFor(key, true));
    processor.keyup(eventFor(key));
    for (const modifier of [...modifiers].reverse()) processor.keyup(eventFor(modifier));
  };
  const pressKeysAt = async (browser, modifiers, key, times, repeats, patience) => {
    const manager = browser.messageManager;
    const hear = (name) => new Promise((resolve) => {
      const settle = () => {
        manager.removeMessageListener(name, settle);
        Services.obs.removeObserver(leave, 'message-manager-disconnect');
        resolve();
      };
      const leave = (left) => { if (left === manager) settle(); };
      manager.addMessageListener(name, settle);
      Services.obs.addObserver(leave, 'message-manager-disconnect');
    });
    const listening = hear('recto-test:listening');
    const released = hear('recto-test:released');
    manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(\`{
      let left = \${times * (modifiers.length + 1)};
      const count = () => {
        left -= 1;
        if (left > 0) return;
        removeEventListener('keyup', count, listen);
        sendAsyncMessage('recto-test:released');
      };
      const listen = { capture: true, mozSystemGroup: true };
      addEventListener('keyup', count, listen);
      const end = Date.now() + ${FOCUS_PATIENCE};
      const ready = () => {
        if (content.document.hasFocus() || Date.now() > end) sendAsyncMessage('recto-test:listening');
        else content.setTimeout(ready, 20);
      };
      ready();
    }\`), false);
    const view = browser.ownerDocument.defaultView;
    const again = view.setInterval(() => browser.focus(), 100);
    await listening;
    view.clearInterval(again);
    browser.focus();
    for (let time = 0; time < times; time += 1) pressKeys(view, modifiers, key, repeats);
    return new Promise((resolve) => {
      const giveUp = view.setTimeout(() => resolve(false), patience);
      released.then(() => { view.clearTimeout(giveUp); resolve(true); });
    });
  };`;

/**
 * How long a document may take to receive keys that were pressed, in milliseconds: less than the wait for their effect.
 */
const HEARING_PATIENCE = 20_000;

/**
 * Code for Firefox's own window, as `FirefoxDocument.inWindow` runs it: presses keys at the document (modifiers, key, repeats),
 * and says so where they went elsewhere all the same.
 */
export const PRESS_KEY = `${PRESS_KEYS}
  const [modifiers, key, repeats] = rest;
  browser.focus();
  if (!(await pressKeysAt(browser, modifiers, key, 1, repeats, ${HEARING_PATIENCE}))) {
    const { focusedElement } = Services.focus;
    const focused = focusedElement?.currentURI?.spec ?? focusedElement?.localName;
    throw new Error('The document did not hear ' + key + '; the focus is at ' + focused);
  }`;

/** How long a page may take to answer what is to be done with a shortcut, in milliseconds. */
const SHORTCUT_PATIENCE = 5_000;

/**
 * Code for Firefox's own window, as `FirefoxDocument.inWindow` runs it: presses a shortcut (modifiers, key, times). Firefox
 * asks the page first, and means the tab that is in front when the page has answered. A page that is not asked, since
 * something of the browser's own has the focus, is waited for no longer than that.
 */
export const PRESS_SHORTCUT = `${PRESS_KEYS}
  const [modifiers, key, times] = rest;
  await pressKeysAt(browser, modifiers, key, times, 0, ${SHORTCUT_PATIENCE});`;
