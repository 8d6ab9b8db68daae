import type { Check, CheckGroup } from '../check';
import { expectRefused, expectStatus } from '../expectations';

const NOBODY = { serialNumber: 'VDS9999999-1', userID: 'nobody', signature: '1'.repeat(16) };

/** Neither ten digits nor the embedded gateway's 32 were ever a challenge's. */
const KEYS = ['0000000000', '0'.repeat(32)];

const WAYS = ['push', 'scan'] as const;
const SIGN_IN_SERVICES = ['getPreparedSecureChallenge', 'authUser', 'cancelAuthUser'] as const;

const refusing = (id: string, service: (typeof SIGN_IN_SERVICES)[number], title: string): Check => ({
  id,
  title,
  clause: 'OneSpan §3.4',
  async run({ endpoint }) {
    for (const way of WAYS)
      for (const challengeKey of KEYS) {
        const path = `authentication/${way}/${service}`;
        expectRefused(await endpoint.call(path, { ...NOBODY, challengeKey }), `${path} for no challenge`);
      }
  },
});

const checks: Check[] = [
  refusing('sign-in.read', 'getPreparedSecureChallenge', 'A phone reads no challenge that there is not'),
  refusing('sign-in.approve', 'authUser', 'A phone approves no challenge that there is not'),
  refusing('sign-in.cancel', 'cancelAuthUser', 'A phone cancels no challenge that there is not'),
  {
    id: 'sign-in.key',
    title: 'A wrong key opens no service of signing in',
    clause: 'OneSpan §3.1, §3.4',
    async run({ endpoint }) {
      for (const service of WAYS.flatMap((way) => SIGN_IN_SERVICES.map((name) => `authentication/${way}/${name}`)))
        for (const authorization of [endpoint.authorization('0'.repeat(64)), null]) {
          const answer = await endpoint.call(service, { ...NOBODY, challengeKey: KEYS[0] }, { authorization });
          expectStatus(answer, [401], `${service} with ${authorization === null ? 'no key' : 'a wrong key'}`);
        }
    },
  },
  {
    id: 'sign-in.notifications',
    title: 'A phone that there is not gets no notifications',
    clause: 'OneSpan §3.5',
    async run({ endpoint }) {
      const service = 'notification/push/updateNotificationID';
      for (const encryptedNotificationID of ['', '00'.repeat(48)]) {
        const fields = { userID: NOBODY.userID, digipassInstanceID: NOBODY.serialNumber, encryptedNotificationID };
        expectRefused(await endpoint.call(service, fields), `${service} for no phone`);
      }
    },
  },
];

export const SIGN_IN_CHECKS: CheckGroup = { name: 'Signing in', checks };
