import { expect, test } from 'vitest';
import { isOwnNetwork } from '../../../../src/model/address/leads-into-own-network.ts';

test.each([
  ...['localhost', 'printer', 'news.localhost', 'nas.local', '127.0.0.1', '10.1.2.3', '192.168.1.1', '172.20.0.1'],
  ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '[::1]', '[fd00::1]', '[fe80::1]'],
  ...['localhost.', 'printer.', 'router.local.', 'router.local..', 'nas.lan', 'intranet.corp'],
  ...['127.1', '0x7f000001', '2130706433', '0300.0250.1.1', '192.168.1.1.', '239.255.255.250', '255.255.255.255'],
  ...[
    '[::ffff:192.168.1.1]',
    '[::127.0.0.1]',
    '[64:ff9b::192.168.1.1]',
    '[2002:c0a8:101::1]',
    '[ff02::1]',
    '[fec0::1]',
  ],
  ...[
    'fritz.box',
    'nas.fritz.box',
    'wiki.private',
    '192.0.0.8',
    '198.18.0.1',
    '198.19.255.254',
    '[100::1]',
    '[5f00::1]',
  ],
  ...['[2001::1]', '[2001:0:4136:e378:8000:63bf:3fff:fdd2]', '[2001:2::1]', '[2001:1ff::1]'],
])('%s is in the user’s own network', (host) => {
  expect(isOwnNetwork(new URL(`http://${host}/`).hostname)).toBe(true);
});

test.each([
  'news.example',
  '11.2.3.4',
  '172.32.0.1',
  '100.128.0.1',
  '[2001:db8::1]',
  'localhost.example',
  'news.box',
  'notfritz.box',
  'fritz.box.example',
  '192.0.1.1',
  '198.17.0.1',
  '198.20.0.1',
  '[2001:200::1]',
  '[2001:4860:4860::8888]',
  'news.example.',
  'lan.example',
  '223.1.1.1',
])('%s is on the web', (host) => {
  expect(isOwnNetwork(new URL(`http://${host}/`).hostname)).toBe(false);
});
