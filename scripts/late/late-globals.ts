/**
 * Makes late what `src/platform/early-reading.ts` asks of `chrome`. It imports nothing, since that script has to stay one
 * file.
 */
const { tabs, scripting } = chrome;
const waitUpTo = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * ms));

const late = {
  tabs: { query: (query: chrome.tabs.QueryInfo) => tabs.query(query).finally(() => waitUpTo(200)) },
  scripting: {
    executeScript: async (injection: Parameters<typeof scripting.executeScript>[0]) => {
      await waitUpTo(480);
      return scripting.executeScript(injection);
    },
  },
};

Object.defineProperty(globalThis, 'chrome', { value: Object.setPrototypeOf(late, chrome), configurable: true });
