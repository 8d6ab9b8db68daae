import { authorizationFor } from '../../../gateways/embedded/engine/api-key';
import { jsonReply, type Reply } from '../../faults/reply';
import { parseStrictObject } from '../../../shared/strict-json';
import type { PhoneChallenges } from '../state/phone-challenges';
import { STATUSES, type StatusName } from '../soap/statuses';
import type { Request } from './exchange';

type Answer = { status: StatusName; result?: object };
type LoginService = (challenges: PhoneChallenges, valueOf: (name: string) => string) => Promise<Answer>;

const NOT_FOUND: Answer = { status: 'STAT_NOT_FOUND' };

const SERVICES: Record<string, LoginService> = {
  async getPreparedSecureChallenge(challenges, valueOf) {
    const requestMessage = await challenges.read(valueOf('challengeKey'), valueOf('serialNumber'));
    return requestMessage === null ? NOT_FOUND : { status: 'STAT_SUCCESS', result: { requestMessage } };
  },
  async authUser(challenges, valueOf) {
    const [userId, key, signature] = [valueOf('userID'), valueOf('challengeKey'), valueOf('signature')];
    const device = await challenges.answer({ userId, domain: valueOf('domain') || null, key, signature });
    if (device === null) return NOT_FOUND;
    if (device === false) return { status: 'STAT_INVCREDENTIALS' };
    const { reader, instanceId } = device;
    const result = { userID: reader.userId, domain: reader.domain, orgUnit: '', serialNo: instanceId };
    return { status: 'STAT_SUCCESS', result };
  },
  async cancelAuthUser(challenges, valueOf) {
    const wrapped = valueOf('challengeKey');
    const isKey = /^(?:[0-9a-f]{2})+$/i.test(wrapped);
    return isKey && (await challenges.cancel(valueOf('serialNumber'), wrapped))
      ? { status: 'STAT_SUCCESS' }
      : NOT_FOUND;
  },
};

/**
 * Push and login, scan and login (OneSpan §3.4), as the vendor's DIGIPASS Gateway has them: what differs from the
 * embedded gateway's is that the key is read in the open and has ten digits.
 * @param service below `/rest/v2/`
 * @returns null for any other service
 */
export function loginService(
  challenges: PhoneChallenges,
  frontEndKey: string,
  service: string,
): ((request: Pick<Request, 'headers' | 'body'>) => Promise<Reply>) | null {
  const [, name = ''] = /^authentication\/(?:push|scan)\/(\w+)$/.exec(service) ?? [];
  const run = Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
  if (!run) return null;
  return async ({ headers, body }) => {
    if (headers.authorization !== authorizationFor(frontEndKey)) return answer(401, { status: 'STAT_PERMISSION' });
    const fields = parseStrictObject(body);
    if (!fields) return answer(400, { status: 'STAT_INVDATA' });
    const valueOf = (field: string) => {
      const value = fields[field];
      return typeof value === 'string' && value.length <= 1_024 ? value : '';
    };
    return answer(200, await run(challenges, valueOf));
  };
}

function answer(httpStatus: number, { status, result }: Answer): Reply {
  const isSuccess = status === 'STAT_SUCCESS';
  const resultCodes = {
    returnCodeEnum: isSuccess ? 'RET_SUCCESS' : 'RET_FAILURE',
    statusCodeEnum: status,
    returnCode: isSuccess ? 0 : -1,
    statusCode: STATUSES[status],
  };
  return jsonReply(httpStatus, { resultCodes, ...(result && { result }) });
}
