// Gives once what read-ahead.js has read: null when that was another address, or over five seconds ago. The popup that it
// was read for asks within a fraction of a second; any other has to read the page as it is by then.
(() => {
  const ahead = globalThis.rectoAhead;
  globalThis.rectoAhead = undefined;
  return ahead?.url === location.href && performance.now() - ahead.at < 5000 ? ahead.outcome : null;
})();
