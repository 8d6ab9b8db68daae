import { afterEach, describe, expect, test } from 'vitest';
import { HttpsClient } from '../../../support/onespan/https-client';
import { attributes, callSoap, credentialAttributes, descendant } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { MAKER_CHECKER_COMMANDS } from '@/lib/kit/gateways/state/pending-operations';
import type { Privilege } from '@/lib/kit/gateways/state/privileges';

const FURTHER: Privilege[] = ['Create User', 'Delete User', 'Assign DIGIPASS', 'Unassign DIGIPASS'];

let server: OneSpanServer;
let client: HttpsClient;
let maker: string;
let checker: string;

async function start(options: Partial<OneSpanOptions> = {}) {
  server = await startOnespanServer({
    users: [{ userId: 'jane.doe' }, { userId: 'john.roe' }],
    makerChecker: MAKER_CHECKER_COMMANDS,
    furtherPrivileges: FURTHER,
    ...options,
  });
  client = new HttpsClient({ caFile: server.caFile });
  maker = await logon(server.state.options.serviceUser);
  checker = await logon(server.state.options.checker);
}

afterEach(async () => {
  client.close();
  await server.close();
});

const administration = (command: string, content: string) =>
  callSoap(client, server.soapUrl, 'Administration', command, content);

async function logon(credential: Parameters<typeof credentialAttributes>[0]): Promise<string> {
  const answer = await administration('logon', `<attributeSet>${credentialAttributes(credential)}</attributeSet>`);
  return answer.attributes['CREDFLD_SESSION_ID'] ?? '';
}

const execute = (cmd: string, fields: Parameters<typeof attributes>[0], session = maker) =>
  administration(
    cmd.startsWith('USER') ? 'userExecute' : 'digipassExecute',
    `<sessionID>${session}</sessionID><cmd>${cmd}</cmd><attributeSet>${attributes(fields)}</attributeSet>`,
  );

const operation = (command: string, id: string, session: string, note?: string) =>
  administration(
    command,
    `<sessionID>${session}</sessionID><pendingOperationID>${id}</pendingOperationID>${note === undefined ? '' : `<note>${note}</note>`}`,
  );

const query = (fields: Parameters<typeof attributes>[0]) =>
  administration(
    'queryPendingOperation',
    `<sessionID>${maker}</sessionID><attributeSet>${attributes(fields)}</attributeSet>`,
  );

const roles = () => administration('adminRoleQuery', `<sessionID>${maker}</sessionID><attributeSet></attributeSet>`);

/** A licence of Jane's, and one of John's that is free again. */
async function licences() {
  const [jane, john] = ['jane.doe', 'john.roe'].map((userId) => server.state.accounts.find(userId));
  if (!jane || !john) throw new TypeError('no accounts');
  await server.state.register(jane);
  await server.state.register(john);
  const [assigned, free] = [jane, john].map((account) => server.state.records.licenceOf(account));
  if (!assigned || !free) throw new TypeError('no licences');
  await server.state.records.unassign(free);
  return { assigned: assigned.serialNumber, free: free.serialNumber };
}

function user(userId: string) {
  return { USERFLD_USERID: userId, USERFLD_DOMAIN: 'example.org' };
}

async function commands() {
  const { assigned, free } = await licences();
  const of = { DIGIPASSFLD_ASSIGNED_USERID: 'john.roe', DIGIPASSFLD_DOMAIN: 'example.org' };
  const { accounts, records } = server.state;
  return {
    USERCMD_CREATE: { fields: user('new.comer'), isDone: () => accounts.find('new.comer') !== null },
    USERCMD_DELETE: { fields: user('john.roe'), isDone: () => accounts.find('john.roe') === null },
    DIGIPASSCMD_ASSIGN: {
      fields: { DIGIPASSFLD_SERNO: free, ...of },
      isDone: () => records.find(free)?.owner !== null,
    },
    DIGIPASSCMD_UNASSIGN: {
      fields: { DIGIPASSFLD_SERNO: assigned },
      isDone: () => records.find(assigned)?.owner === null,
    },
  };
}

describe('a command that takes a second administrator (OneSpan §4.7)', () => {
  test.each(MAKER_CHECKER_COMMANDS)(
    '%s changes nothing at first, and is executed with its identifier once approved',
    async (cmd) => {
      await start();
      const { fields, isDone } = (await commands())[cmd];
      const first = await execute(cmd, fields);
      const id = first.attributes['POFLD_IDENTIFIER'] ?? '';
      expect([first.statusCode, isDone()]).toEqual(['STAT_SUCCESS', false]);
      expect(id).toMatch(/^[0-9a-zA-Z]{8}$/);
      expect((await execute(cmd, { ...fields, POFLD_IDENTIFIER: id })).statusCode).toBe('STAT_PENDING_OPERATION');
      const approved = await operation('approvePendingOperation', id, checker, 'seen');
      expect([approved.statusCode, descendant(approved.element, 'pendingOperationID')?.text]).toEqual([
        'STAT_SUCCESS',
        id,
      ]);
      expect(isDone()).toBe(false);
      expect((await execute(cmd, { ...fields, POFLD_IDENTIFIER: id })).statusCode).toBe('STAT_SUCCESS');
      expect(isDone()).toBe(true);
      expect((await operation('viewPendingOperation', id, maker)).statusCode).toBe('STAT_NOT_FOUND');
    },
  );

  test.each(MAKER_CHECKER_COMMANDS)('%s is executed at once where its own switch is off', async (cmd) => {
    await start({ makerChecker: MAKER_CHECKER_COMMANDS.filter((one) => one !== cmd) });
    const { fields, isDone } = (await commands())[cmd];
    expect((await execute(cmd, fields)).statusCode).toBe('STAT_SUCCESS');
    expect(isDone()).toBe(true);
    expect((await query({})).statusCode).toBe('STAT_NOT_FOUND');
  });

  test('an operation that is to be executed automatically is, when it is approved', async () => {
    await start();
    const { fields, isDone } = (await commands()).DIGIPASSCMD_UNASSIGN;
    const { attributes: answer } = await execute('DIGIPASSCMD_UNASSIGN', {
      ...fields,
      POFLD_AUTO_EXECUTE: ['boolean', 'true'],
    });
    await operation('approvePendingOperation', answer['POFLD_IDENTIFIER'] ?? '', checker, 'seen');
    expect(isDone()).toBe(true);
  });

  test('a maker, an administrator without the privilege and one who was not named decide nothing', async () => {
    await start({ furtherPrivileges: [...FURTHER, 'Approve/Reject Pending Operation'] });
    const { fields } = (await commands()).USERCMD_CREATE;
    const own = (await execute('USERCMD_CREATE', fields)).attributes['POFLD_IDENTIFIER'] ?? '';
    expect((await operation('approvePendingOperation', own, maker, 'mine')).statusCode).toBe('STAT_PERMISSION');
    const named = { ...fields, POFLD_CHECKER_USERID: 'somebody.else', POFLD_CHECKER_DOMAIN: 'master' };
    const others = (await execute('USERCMD_CREATE', named)).attributes['POFLD_IDENTIFIER'] ?? '';
    expect((await operation('approvePendingOperation', others, checker, 'seen')).statusCode).toBe('STAT_PERMISSION');
    server.state.options.furtherPrivileges = FURTHER;
    expect((await operation('rejectPendingOperation', own, maker, 'mine')).statusCode).toBe('STAT_PERMISSION');
    expect((await operation('approvePendingOperation', own, checker)).statusCode).toBe('STAT_MISSINGFLD');
  });

  test('a rejected operation is shown as that, and never executed', async () => {
    await start();
    const { fields, isDone } = (await commands()).DIGIPASSCMD_UNASSIGN;
    const id = (await execute('DIGIPASSCMD_UNASSIGN', fields)).attributes['POFLD_IDENTIFIER'] ?? '';
    await operation('rejectPendingOperation', id, checker, 'not now');
    expect((await operation('viewPendingOperation', id, maker)).attributes).toMatchObject({
      POFLD_STATUS: 'Rejected',
      POFLD_NOTE: 'not now',
      POFLD_MAKER_USERID: 'svc-tessera',
    });
    await execute('DIGIPASSCMD_UNASSIGN', { ...fields, POFLD_IDENTIFIER: id });
    expect(isDone()).toBe(false);
  });

  test('an identifier is good for the same maker, command and input alone', async () => {
    await start();
    const { USERCMD_CREATE: create, DIGIPASSCMD_UNASSIGN: unassign } = await commands();
    const id = (await execute('USERCMD_CREATE', create.fields)).attributes['POFLD_IDENTIFIER'] ?? '';
    await operation('approvePendingOperation', id, checker, 'seen');
    const other = { ...create.fields, USERFLD_USERID: 'someone.else', POFLD_IDENTIFIER: id };
    expect((await execute('USERCMD_CREATE', other)).statusCode).toBe('STAT_INVDATA');
    const elsewhere = { ...unassign.fields, POFLD_IDENTIFIER: id };
    expect((await execute('DIGIPASSCMD_UNASSIGN', elsewhere)).statusCode).toBe('STAT_INVDATA');
    expect(unassign.isDone()).toBe(false);
  });

  test('operations are found by serial number, and deleted by their maker alone', async () => {
    await start();
    const { fields } = (await commands()).DIGIPASSCMD_UNASSIGN;
    const id = (await execute('DIGIPASSCMD_UNASSIGN', fields)).attributes['POFLD_IDENTIFIER'] ?? '';
    const found = await query({ POFLD_SERIAL_NO: fields.DIGIPASSFLD_SERNO });
    expect(found.list).toMatchObject([{ POFLD_IDENTIFIER: id, POFLD_COMMAND: 'DIGIPASSCMD_UNASSIGN' }]);
    expect((await operation('deletePendingOperation', id, checker)).statusCode).toBe('STAT_PERMISSION');
    expect((await operation('deletePendingOperation', id, maker)).statusCode).toBe('STAT_SUCCESS');
    expect((await query({})).statusCode).toBe('STAT_NOT_FOUND');
  });
});

describe('privileges and roles (OneSpan §4.8)', () => {
  const OF_SERVICE_USER = { USERFLD_USERID: 'svc-tessera', USERFLD_DOMAIN: 'master' };
  test('privileges that came with a role are not among those that were given directly, and are the role’s', async () => {
    await start({ privilegesBy: 'role' });
    const direct = await execute('USERCMD_GET_PERMISSION', OF_SERVICE_USER);
    expect([direct.statusCode, direct.attributes['USERFLD_PERMISSIONS']]).toEqual(['STAT_SUCCESS', undefined]);
    const assigned = await execute('USERCMD_GET_ASSIGNED_ADMIN_ROLES', OF_SERVICE_USER);
    expect(assigned.attributes['USERFLD_ADMIN_ROLES']).toBe('Self-service website');
    const role = (await roles()).list.find((one) => one['ADMINROLEFLD_NAME'] === 'Self-service website');
    expect(role?.['ADMINROLEFLD_PRIVILEGES']).toContain('Unassign DIGIPASS');
  });

  test('a server of before 3.29 tells privileges and knows no roles', async () => {
    await start({ privilegesBy: 'before-roles' });
    const direct = await execute('USERCMD_GET_PERMISSION', OF_SERVICE_USER);
    expect(direct.attributes['USERFLD_PERMISSIONS']).toContain('View Recent DIGIPASS Activity');
    expect((await execute('USERCMD_GET_ASSIGNED_ADMIN_ROLES', OF_SERVICE_USER)).statusCode).toBe('STAT_PERMISSION');
    expect((await roles()).statusCode).toBe('STAT_PERMISSION');
  });

  test.each([
    ['USERCMD_UNLOCK', 'Unlock User'],
    ['USERCMD_DELETE', 'Delete User'],
    ['USERCMD_SET_PASSWORD', 'Set User Password'],
  ] as const)('%s is refused without %s', async (cmd, privilege) => {
    await start({ missingPrivileges: [privilege], furtherPrivileges: [], makerChecker: [] });
    const refused = await execute(cmd, { USERFLD_USERID: 'jane.doe', USERFLD_DOMAIN: 'example.org' });
    expect(refused.statusCode).toBe('STAT_PERMISSION');
    expect(descendant(refused.element, 'errorDesc')?.text).toContain(privilege);
    expect(server.state.accounts.find('jane.doe')).not.toBeNull();
  });
});
