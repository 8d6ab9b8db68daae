import { describe, expect, test } from 'vitest';
import { Administration } from '@/lib/gateways/onespan-server/administration/administration';
import { AdministrationSession } from '@/lib/gateways/onespan-server/administration/administration-session';
import { askForActivity, completionIn } from '@/lib/gateways/onespan-server/activation/device-activity';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { FIELD_NAMES } from '../../support/onespan/open-onespan-adapter';

const NOW = new Date('2026-05-04T10:05:00Z');
const AT = '2026-05-04T10:04:00Z';
const ADDED = 'Adding a device using multi-device licensing (MDL)';
const FINISHED = 'Activating using multi-device licensing (MDL)';

const CODES =
  '<resultCodes><returnCodeEnum>RET_SUCCESS</returnCodeEnum><statusCodeEnum>STAT_SUCCESS</statusCodeEnum>' +
  '<returnCode>0</returnCode><statusCode>0</statusCode></resultCodes>';

/** The entries that are read from an answer to digipassActivityQuery. */
async function entriesIn(content: string): Promise<string[]> {
  const soap = new SoapClient({
    async send(request, read) {
      const isLogOn = request.body?.includes('i:logon') === true;
      const session = '<attributes><attributeID>CREDFLD_SESSION_ID</attributeID><value>S1</value></attributes>';
      const logOn = `<results>${CODES}<resultAttribute>${session}</resultAttribute></results>`;
      const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><anyResponse>${isLogOn ? logOn : content}</anyResponse></s:Body></s:Envelope>`;
      return read({ status: 200, headers: {}, body: Buffer.from(body) });
    },
  });
  const clock = { now: () => NOW };
  const session = new AdministrationSession(soap, { userId: 'svc', domain: 'master', password: 'x' }, clock);
  const administration = new Administration(soap, session, FIELD_NAMES);
  return (await askForActivity(administration, 'VDS1000042-1')).entries;
}

const entry = (words: string) => `<time>${AT}</time><description>${words}</description><client>127.0.0.1</client>`;
const attribute = (name: string, value: string) =>
  `<attributes><attributeID>${name}</attributeID><value>${value}</value></attributes>`;

describe('the recent activity of a device (OneSpan §4.9)', () => {
  test.each([
    [
      'a list of entries',
      `<digipassActivityList><x>${entry(FINISHED)}</x><x>${entry(ADDED)}</x></digipassActivityList>`,
    ],
    [
      'the list’s element repeated',
      [FINISHED, ADDED].map((words) => `<digipassActivityList>${entry(words)}</digipassActivityList>`).join(''),
    ],
    [
      'attributes',
      `<digipassActivityList>${[FINISHED, ADDED].map((words) => `<x>${attribute('T', AT)}${attribute('D', words)}</x>`).join('')}</digipassActivityList>`,
    ],
    [
      'one element more around it',
      `<result><digipassActivityList><x>${entry(FINISHED)}</x><x>${entry(ADDED)}</x></digipassActivityList></result>`,
    ],
  ])('an answer with %s is read', async (_how, list) => {
    const entries = await entriesIn(`${CODES}<resultCount>2</resultCount>${list}`);
    expect(entries).toHaveLength(2);
    expect(completionIn(entries, NOW)).toEqual(new Date(AT));
    expect(completionIn(entries.slice(1), NOW)).toBe('unfinished');
  });

  test('an answer without a list has no entries, and its codes may be in an element of their own', async () => {
    expect(await entriesIn(`<status>${CODES}</status><resultCount>0</resultCount>`)).toEqual([]);
  });

  test.each([
    [[`${AT} ${FINISHED}`], new Date(AT)],
    [[`${AT} MDL activate`, `${AT} MDL add device`], new Date(AT)],
    [['PROVISIONING MdlActivate'], NOW],
    [[`2026-05-04T12:00:00Z ${FINISHED}`], NOW],
    [[`${AT} ${FINISHED} Failure: invalid signature`, `${AT} ${ADDED}`], 'unfinished'],
    [[`${AT} ${ADDED}`], 'unfinished'],
    [[`${AT} Registering using multi-device licensing (MDL)`], 'unfinished'],
    [[`${AT} Provisioning Getting activation data using DSAPP`], null],
    [[`${AT} Administration Activating an authenticator application`], null],
    [[`${AT} Provisioning Deactivating a device (MDL)`], null],
    [[`${AT} I-002010 Authentification réussie`], null],
    [[], null],
  ])('the entries %o tell of an activation: %s', (entries, completion) => {
    expect(completionIn(entries, NOW)).toEqual(completion);
  });
});
