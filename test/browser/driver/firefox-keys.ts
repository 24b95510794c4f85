/**
 * Code for Firefox's own window: `pressKeys(view, modifiers, key)` presses keys through the text input processor, which
 * is what Firefox's own tests use: they pass the browser's shortcuts first, and then reach what has focus.
 * https://searchfox.org/mozilla-central/source/dom/interfaces/base/nsITextInputProcessor.idl
 */
export const PRESS_KEYS = `
  const pressKeys = (view, modifiers, key) => {
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!processor.beginInputTransactionForTests(view)) throw new Error('No input transaction');
    const eventFor = (name) => {
      const code = /^[a-z]$/i.test(name) ? 'Key' + name.toUpperCase() : /^[0-9]$/.test(name) ? 'Digit' + name : '';
      const keyCode = code ? name.toUpperCase().charCodeAt(0) : 0;
      return new view.KeyboardEvent('', { key: name === 'Space' ? ' ' : name, code, keyCode });
    };
    for (const modifier of modifiers) processor.keydown(eventFor(modifier));
    processor.keydown(eventFor(key));
    processor.keyup(eventFor(key));
    for (const modifier of [...modifiers].reverse()) processor.keyup(eventFor(modifier));
  };`;
