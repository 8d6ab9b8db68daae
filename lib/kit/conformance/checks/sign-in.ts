import type { Check, CheckGroup } from '../check';
import { expectRefused } from '../expectations';

const NOBODY = { serialNumber: 'VDS9999999-1', userID: 'nobody', signature: '1'.repeat(16) };

/** Neither ten digits nor the embedded gateway's 32 were ever a challenge's. */
const KEYS = ['0000000000', '0'.repeat(32)];

const refusing = (id: string, service: string, title: string): Check => ({
  id,
  title,
  clause: 'OneSpan §3.4',
  async run({ endpoint }) {
    for (const way of ['push', 'scan'])
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
];

export const SIGN_IN_CHECKS: CheckGroup = { name: 'Signing in', checks };
