import { browser } from './browser.ts';

/** One fetch at a time goes under a rule, so one number does. */
const RULE_ID = 1;

/** The host of Recto's own origin, by which a rule tells our requests from everybody else's. */
const ownHost = (): string => new URL(browser.runtime.getURL('')).hostname;

/** Whether a fetch can say where its picture is shown; not in browsers without the interface. */
export const canSetReferrer = (): boolean => browser.declarativeNetRequest?.updateSessionRules !== undefined;

/**
 * Runs `fetching` while requests of Recto's own background to `host` carry `referrer`. `fetch` itself takes no referrer of
 * another site, so a session rule sets it. Requests of tabs, of pages' service workers and of other extensions are not of
 * our initiator, and are left alone. The rule goes when the fetch has ended, and with the session at the latest.
 */
export async function withReferrer<T>(host: string, referrer: string, fetching: () => Promise<T>): Promise<T> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: referrer }],
        },
        condition: {
          requestDomains: [host],
          initiatorDomains: [ownHost()],
          resourceTypes: ['xmlhttprequest'],
          tabIds: [-1],
        },
      },
    ],
  });
  try {
    return await fetching();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID] });
  }
}
