import { expect, test } from 'vitest';
import { isPublicAddress } from '@/lib/shared/public-address';

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80b::200e',
])('%s leads into the Internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '168.63.129.16',
  '::ffff:168.63.129.16',
  '161.26.0.10',
  '166.9.48.1',
  '::8.8.8.8',
  '010.0.0.1',
  'localhost',
  '2130706433',
  '0x7f.1',
  '',
])('threat: %s leads into this machine’s network, or nowhere', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
