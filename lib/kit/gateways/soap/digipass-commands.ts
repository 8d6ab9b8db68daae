import { hexFromBytes } from '../../../shared/bytes';
import { systemRandom } from '../../../shared/random';
import type { Account } from '../state/accounts';
import type { AuthenticationServer } from '../state/authentication-server';
import type { FreeLicence } from '../state/free-licences';
import { LICENCE_TYPE, type DigipassRecord } from '../state/digipass-records';
import type { Token } from '../state/hardware-tokens';
import { refused, type Outcome } from './command';
import { executeCommand, type Execution } from './execute-command';
import { queryCommand } from './query-command';
import type { Attributes } from './write-xml';

/** The names of an instance's applications here; the vendor's depend on the product bought. */
export const APPLICATION_NAMES = ['OTP', 'SIGNATURE'];
export const TOKEN_APPLICATION = 'TOKEN';

/** `digipassExecute` (OneSpan §4.3), as far as a website needs it. */
export const digipassExecute = executeCommand('Administration', {
  DIGIPASSCMD_VIEW: onRecord(() => ({ status: 'STAT_SUCCESS' })),
  DIGIPASSCMD_ASSIGN: {
    required: ['DIGIPASSFLD_SERNO', 'DIGIPASSFLD_ASSIGNED_USERID', 'DIGIPASSFLD_DOMAIN'],
    optional: ['DIGIPASSFLD_GRACE_PERIOD_DAYS'],
    run(server, valueOf, fields) {
      const record = server.records.find(valueOf('DIGIPASSFLD_SERNO'));
      const token = server.hardware.find(valueOf('DIGIPASSFLD_SERNO'));
      const account = server.accounts.find(valueOf('DIGIPASSFLD_ASSIGNED_USERID'), valueOf('DIGIPASSFLD_DOMAIN'));
      if (account && token) return assignToken(server, token, account);
      if (!account || record?.kind !== 'licence') return refused('STAT_NOT_FOUND', 'No such user or DIGIPASS');
      const days = fields.get('DIGIPASSFLD_GRACE_PERIOD_DAYS')?.value;
      const isFree = server.records.licenceOf(account) === null;
      const owner = { userId: account.userId, domain: account.domain };
      if (!isFree || !server.records.assign(record, owner, days === undefined ? null : Number(days)))
        return refused('STAT_DIGIPASS_NOT_AVAILABLE', 'The DIGIPASS is not available');
      return { status: 'STAT_SUCCESS', attributes: describe(record, server) };
    },
  },
  DIGIPASSCMD_UNASSIGN: onRecord(async (record, server) => {
    if ('key' in record) {
      server.hardware.assign(record, null);
      return { status: 'STAT_SUCCESS' };
    }
    if (record.kind !== 'licence' || !record.owner)
      return refused('STAT_ERROR', `DIGIPASS with serial number ${record.serialNumber} is not assigned`);
    await server.records.unassign(record);
    return { status: 'STAT_SUCCESS' };
  }),
  DIGIPASSCMD_DEACTIVATE: onRecord(async (record, server) => {
    if ('key' in record || record.kind !== 'instance')
      return refused('STAT_INVDATA', 'Only an instance can be deactivated');
    await server.records.deactivate(record);
    // That there is a message for the device is documented, its field's name is inferred.
    const message = hexFromBytes(systemRandom.bytes(32)).toUpperCase();
    return { status: 'STAT_SUCCESS', attributes: { DIGIPASSFLD_DEACTIVATION_MESSAGE: message } };
  }),
  DIGIPASSCMD_DELETE: onRecord(async (record, server) => {
    if ('key' in record) return refused('STAT_PERMISSION', 'Hardware is not deleted here');
    await server.records.delete(record);
    return { status: 'STAT_SUCCESS' };
  }),
});

/** `digipassQuery` (OneSpan §4.3). */
export const digipassQuery = queryCommand(
  (server) => [
    ...server.records.list().map((record) => describe(record, server)),
    ...(server.freeLicences?.list() ?? []).map((free) => describeFree(free, server)),
    ...server.hardware.list().map((token) => describe(token, server)),
  ],
  [
    'ACTIVE_APPL_NAMES',
    'ASSIGN_STATUS',
    'ASSIGNED_USERID',
    'DEVICE_ID',
    'DOMAIN',
    'DPTYPE',
    'EXPIRED',
    'GRACE_PERIOD_EXPIRED',
    'LICENSE_SERNO',
    'ORGANIZATIONAL_UNIT',
    'SERNO',
  ].map((name) => `DIGIPASSFLD_${name}`),
  { DIGIPASSFLD_ASSIGN_STATUS: ['Assigned', 'Unassigned'] },
);

function onRecord(
  act: (record: DigipassRecord | Token, server: AuthenticationServer) => Outcome | Promise<Outcome>,
): Execution {
  return {
    required: ['DIGIPASSFLD_SERNO'],
    async run(server, valueOf) {
      const serialNumber = valueOf('DIGIPASSFLD_SERNO');
      const record = server.records.find(serialNumber) ?? server.hardware.find(serialNumber);
      if (!record) return refused('STAT_NOT_FOUND', 'The DIGIPASS was not found');
      const outcome = await act(record, server);
      if (outcome.status !== 'STAT_SUCCESS') return outcome;
      return { ...outcome, attributes: { ...describe(record, server), ...outcome.attributes } };
    },
  };
}

function assignToken(server: AuthenticationServer, token: Token, { userId, domain }: Account): Outcome {
  if (token.owner) return refused('STAT_DIGIPASS_NOT_AVAILABLE', 'The DIGIPASS is not available');
  server.hardware.assign(token, { userId, domain });
  return { status: 'STAT_SUCCESS', attributes: describeToken(token, server) };
}

/** The names of types of applications, and that a record has them, are inferred from the field by which one can search. */
function describeToken(
  { serialNumber, owner, assignedAt, createdAt, type, kind }: Token,
  server: AuthenticationServer,
): Attributes {
  return {
    DIGIPASSFLD_SERNO: serialNumber,
    DIGIPASSFLD_DOMAIN: owner?.domain ?? server.accounts.defaultDomain,
    DIGIPASSFLD_DPTYPE: type,
    DIGIPASSFLD_ASSIGN_STATUS: owner ? 'Assigned' : 'Unassigned',
    DIGIPASSFLD_ASSIGNED_USERID: owner?.userId ?? null,
    DIGIPASSFLD_ASSIGNED_DATE: assignedAt,
    DIGIPASSFLD_CREATE_TIME: createdAt,
    DIGIPASSFLD_ACTIVE_APPL_NAMES: TOKEN_APPLICATION,
    DIGIPASSFLD_ACTIVE_APPL_TYPES: kind === 'challenge' ? 'CR' : 'RO',
    DIGIPASSFLD_EXPIRED: false,
  };
}

/** A record's fields (OneSpan §4.3). */
function describe(record: DigipassRecord | Token, server: AuthenticationServer): Attributes {
  if ('key' in record) return describeToken(record, server);
  const { serialNumber, owner, assignedAt, createdAt, modifiedAt, gracePeriodEndsAt } = record;
  const now = server.options.clock.now();
  return {
    DIGIPASSFLD_SERNO: serialNumber,
    DIGIPASSFLD_DOMAIN: owner?.domain ?? server.accounts.defaultDomain,
    DIGIPASSFLD_ASSIGN_STATUS: owner ? 'Assigned' : 'Unassigned',
    DIGIPASSFLD_ASSIGNED_USERID: owner?.userId ?? null,
    DIGIPASSFLD_ASSIGNED_DATE: assignedAt,
    DIGIPASSFLD_GRACE_PERIOD_EXPIRES: gracePeriodEndsAt,
    DIGIPASSFLD_GRACE_PERIOD_EXPIRED: gracePeriodEndsAt && gracePeriodEndsAt <= now,
    // Its name is a guess; the next one's is a public client's (OneSpan §4.3).
    DIGIPASSFLD_START_TIME: record.startsAt,
    DIGIPASSFLD_EXPIRATION_TIME: record.expiresAt,
    DIGIPASSFLD_CREATE_TIME: createdAt,
    DIGIPASSFLD_MODIFY_TIME: modifiedAt,
    ...(record.kind === 'licence'
      ? {
          DIGIPASSFLD_DPTYPE: LICENCE_TYPE,
          DIGIPASSFLD_ACTIV_COUNT: record.activationCount,
          DIGIPASSFLD_LAST_ACTIV_TIME: record.lastActivationAt,
          DIGIPASSFLD_MAX_ACTIVATIONS: record.maximumActivations,
          DIGIPASSFLD_EXPIRED: server.records.isExpired(record),
        }
      : {
          DIGIPASSFLD_DPTYPE: LICENCE_TYPE,
          DIGIPASSFLD_LICENSE_SERNO: record.licenceSerialNumber,
          DIGIPASSFLD_ACTIVE_APPL_NAMES: record.isDeactivated ? null : APPLICATION_NAMES.join(','),
          DIGIPASSFLD_BIND_STATUS: record.isActivated ? 'Bound' : 'Unbound',
          DIGIPASSFLD_EXPIRED: record.isDeactivated || server.records.isExpired(record),
          ...(server.options.lastAuthenticationField !== null && {
            [server.options.lastAuthenticationField]: record.lastAuthenticatedAt,
          }),
        }),
  };
}

function describeFree({ serialNumber, type, unit }: FreeLicence, server: AuthenticationServer): Attributes {
  return {
    DIGIPASSFLD_SERNO: serialNumber,
    DIGIPASSFLD_DOMAIN: server.accounts.defaultDomain,
    DIGIPASSFLD_ORGANIZATIONAL_UNIT: unit || null,
    DIGIPASSFLD_DPTYPE: type,
    DIGIPASSFLD_ASSIGN_STATUS: 'Unassigned',
    DIGIPASSFLD_EXPIRED: false,
  };
}
