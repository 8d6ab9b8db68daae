import { refuse } from '../../../../shared/result';
import { authUser } from '../auth-user';
import { cancelAuthUser } from '../challenges/cancel-auth-user';
import { getPreparedSecureChallenge } from './get-prepared-secure-challenge';
import type { Service } from './service-refusal';
import { readChallengeKey, readDigits, readHexBytes, readName } from './service-fields';

const invalid = refuse('invalid-parameter');

const SERVICES: readonly (readonly [string, Service])[] = [
  [
    'getPreparedSecureChallenge',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const serialNumber = readName(fields['serialNumber'], 1);
        const wrappedChallengeKey = readHexBytes(fields['challengeKey'], 256);
        if (serialNumber === null || wrappedChallengeKey === null) return invalid;
        return getPreparedSecureChallenge(context, { serialNumber, wrappedChallengeKey });
      },
    },
  ],
  [
    'authUser',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const userID = readName(fields['userID'], 1);
        const names = fields['domain'] !== undefined && fields['domain'] !== null;
        const domain = names ? readName(fields['domain'], 0) : null;
        const challengeKey = readChallengeKey(fields['challengeKey']);
        const signature = readDigits(fields['signature'], 16);
        if (userID === null || (names && domain === null) || challengeKey === null || signature === null)
          return invalid;
        return authUser(context, { userID, domain, challengeKey, signature });
      },
    },
  ],
  [
    'cancelAuthUser',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const serialNumber = readName(fields['serialNumber'], 1);
        const wrappedChallengeKey = readHexBytes(fields['challengeKey'], 256);
        if (serialNumber === null || wrappedChallengeKey === null) return invalid;
        return cancelAuthUser(context, { serialNumber, wrappedChallengeKey });
      },
    },
  ],
];

/**
 * Push and login, scan and login (OneSpan §3.4), by path below `/rest/v2/`: the same services, however the phone
 * learned of the challenge.
 */
export const LOGIN_SERVICES = ['push', 'scan'].flatMap((way) =>
  SERVICES.map(([name, service]) => [`authentication/${way}/${name}`, service] as const),
);
