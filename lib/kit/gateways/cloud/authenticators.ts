import type { DigipassRecord } from '../state/digipass-records';
import type { FreeLicence } from '../state/free-licences';
import type { Request } from '../wire/exchange';
import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

/** What all authenticators here are (OneSpan §5.1 has samples of other types). */
const TYPE = 'DAL10';
const PARAMETERS = new Set(['serialNumber', 'domain', 'type', 'assigned', 'offset', 'limit']);

/** `GET authenticators` (OneSpan §5.1): licences and instances, a page at a time. */
export const queryAuthenticators: Endpoint = {
  method: 'GET',
  path: 'authenticators',
  async answer(server, { query }) {
    if ([...query.keys()].some((name) => !PARAMETERS.has(name))) return cloudFailure(400, 'Unknown parameter');
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 20)];
    if (!(offset >= 0) || !(limit >= 1 && limit <= 1_000)) return cloudFailure(400, 'Invalid page');
    const { defaultDomain } = server.accounts;
    const free = server.freeLicences?.list() ?? [];
    const found = [...server.records.list(), ...free]
      .map(describe(defaultDomain))
      .filter((one) => isAskedFor(one, query));
    return cloudReply(200, { total: found.length, offset, limit, authenticators: found.slice(offset, offset + limit) });
  },
};

/** `POST authenticators/{serial}/assign` (OneSpan §5.1). */
export const assignAuthenticator: Endpoint = {
  method: 'POST',
  path: 'authenticators/{serial}/assign',
  async answer(server, { body }, serialNumber = '') {
    const read = readBody(body, { domain: 'string', userID: 'string' });
    if (!read.ok) return read.failure;
    const account = server.accounts.find(read.fields['userID'] ?? '', read.fields['domain']);
    const record = server.records.find(serialNumber);
    if (!account || record?.kind !== 'licence') return cloudFailure(404, 'Not found', { retCode: -1_399 });
    const owner = { userId: account.userId, domain: account.domain };
    const isFree = server.records.licenceOf(account) === null;
    if (!isFree || !server.records.assign(record, owner, null))
      return cloudFailure(409, 'Authenticator is not available', { retCode: -1_399 });
    return cloudReply(200, {});
  },
};

/**
 * `DELETE authenticators/{serial}`, for licences and for instances (the vendor's integration guide, "Authenticator
 * Management Tasks"). What it answers with is not documented: here it is nothing.
 */
export const deleteAuthenticator: Endpoint = {
  method: 'DELETE',
  path: 'authenticators/{serial}',
  async answer(server, _request, serialNumber = '') {
    const record = server.records.find(serialNumber);
    if (!record) return cloudFailure(404, 'Authenticator not found', { retCode: -1_399 });
    await server.records.delete(record);
    return { status: 204, headers: {}, body: '' };
  },
};

type Described = { serialNumber: string; authenticatorType: string; domain: string; assigned: boolean };

function describe(defaultDomain: string) {
  return (record: DigipassRecord | FreeLicence): Described => {
    const owner = 'owner' in record ? record.owner : null;
    return {
      serialNumber: record.serialNumber,
      authenticatorType: 'type' in record ? record.type : TYPE,
      domain: owner?.domain ?? defaultDomain,
      assigned: owner !== null,
    };
  };
}

function isAskedFor(described: Described, query: Request['query']): boolean {
  const { serialNumber, domain, authenticatorType: type, assigned } = described;
  const actual: Record<string, string> = { serialNumber, domain, type, assigned: String(assigned) };
  return Object.entries(actual).every(([name, value]) => ['', null, value].includes(query.get(name)));
}
