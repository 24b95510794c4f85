import { expect, test } from 'vitest';
import { notOpened } from '../../../scripts/not-opened.ts';

const advice = 'check the address and the connection.';

test.each([
  ['Chromium', 'net::ERR_NAME_NOT_RESOLVED at http://a.example/', 'ERR_NAME_NOT_RESOLVED'],
  ['Firefox', 'unknown error: Reached error page: about:neterror?e=dnsNotFound&u=http%3A//a.example/', 'dnsNotFound'],
  ['Firefox, of a certificate', 'Reached error page: about:certerror?e=nssBadCert&u=https%3A//a/', 'nssBadCert'],
  ['anything else, as it is', 'the browser ended', 'the browser ended'],
])('for %s the reason is given, and what to do', (_browser, message, reason) => {
  expect(notOpened('http://a.example/', new Error(message))).toBe(
    `http://a.example/ did not open (${reason}): ${advice}`,
  );
});
