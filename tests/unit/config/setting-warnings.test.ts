import { expect, it } from 'vitest';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { VARIABLE_NAMES } from '@/lib/config/environment/setting-files';
import { settingWarnings } from '@/lib/config/environment/setting-warnings';

const warningsOf = (variables: Record<string, string>, settings = {}) =>
  settingWarnings(readEnvironment(settings), variables);

const ours = VARIABLE_NAMES.filter((name) => /^(?:TESSERA|ONESPAN|GATEWAY|WEBHOOK)_/.test(name));

it('no setting that is declared is called unknown', () => {
  expect(ours.length).toBeGreaterThan(150);
  expect(warningsOf(Object.fromEntries(VARIABLE_NAMES.map((name) => [name, '1'])))).toEqual([]);
});

it('a setting with a letter too many is named with the one that was meant', () => {
  for (const name of ours)
    expect(warningsOf({ [`${name}X`]: '1' })).toEqual([
      { words: `${name}X is no setting and does nothing`, fix: expect.stringContaining(` ${name}.`) },
    ]);
});

it.each([
  { PATH: '/bin', MAIL_TO: 'x', OTEL_SDK_DISABLED: '1', SMTP_USER: 'x' },
  { TESSERA_SERVICE_HOST: '10.0.0.1', TESSERA_SERVICE_PORT: '3000', TESSERA_SERVICE_PORT_HTTP: '3000' },
  { GATEWAY_PORT: 'tcp://10.0.0.1:80', GATEWAY_PORT_80_TCP: 'tcp://10.0.0.1:80', GATEWAY_PORT_80_TCP_ADDR: '10.0.0.1' },
  { TESSERA_URLS: '', TESSERA_TEST_ALL: '1' },
])('variables of others, such as %j, are not called unknown settings', (variables) => {
  expect(warningsOf(variables)).toEqual([]);
});

it.each([
  ['http://id.example.org', true],
  ['http://10.1.2.3:3000', true],
  ['https://id.example.org', false],
  ['http://localhost:3000', false],
  ['http://127.0.0.2:3000', false],
])('an address of the site that others read along with is warned of: %s, %j', (TESSERA_URL, isWarned) => {
  expect(warningsOf({}, { TESSERA_URL })).toHaveLength(isWarned ? 1 : 0);
});
