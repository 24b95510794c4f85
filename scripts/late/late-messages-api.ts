/**
 * Stands for `src/platform/browser.ts` where messages are late: one of a document reaches the background 100 to 450 ms
 * later, in order, and its answer takes 100 to 550 ms; what is asked of tabs takes up to 200 ms, and a script that is
 * injected 100 to 480 ms.
 */
import { browser as inTime } from '../../src/platform/browser.ts';
import { lateInOrder, nap } from './lateness.ts';
import { withMembers } from './with-members.ts';

export type { Menus, Runtime, Tabs } from '../../src/platform/browser.ts';

type Api = typeof inTime;
type OnMessage = Api['runtime']['onMessage'];

const arrive = lateInOrder<string>(100, 450);
const begin = lateInOrder<number>(80, 350);

function lateOnMessage(event: OnMessage): OnMessage {
  return withMembers(event, {
    addListener: (listener) =>
      event.addListener((message, sender, respond): true => {
        const answer = (value: unknown): void => void nap(100, 550).then(() => respond(value));
        void arrive(`${sender.tab?.id} ${sender.url}`).then(() => listener(message, sender, answer));
        return true;
      }),
  });
}

/** Names of an API in a content script: it has fewer than a page of the extension. */
export const browser: Api = inTime?.tabs
  ? withMembers(inTime, {
      runtime: withMembers(inTime.runtime, { onMessage: lateOnMessage(inTime.runtime.onMessage) }),
      tabs: withMembers(inTime.tabs, {
        query: (query) => nap(0, 200).then(() => inTime.tabs.query(query)),
        get: (id) => inTime.tabs.get(id).finally(() => nap(0, 200)),
      }),
      scripting: withMembers(inTime.scripting, {
        executeScript: async (injection) => {
          await begin(injection.target.tabId);
          return inTime.scripting.executeScript(injection).finally(() => nap(20, 130));
        },
      }),
    })
  : inTime;
