import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { Account } from '@/lib/kit/gateways/state/accounts';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const MAKES_ACCOUNTS = { authenticates: true, registers: true };
const COMPONENTS = { 'Self-Management Website': { authenticates: true }, 'Self-Registration': MAKES_ACCOUNTS };

let server: OneSpanServer;
let gateway: OpenedGateway;
let jane: Account;

beforeEach(async () => {
  server = await startOnespanServer({ servers: 2, components: COMPONENTS, lockThreshold: 3 });
  gateway = openAdapter(server, [], { selfRegistration: 'on', registrationComponentType: 'Self-Registration' });
  jane = server.state.accounts.add({ userId: 'jane.doe', staticPassword: PASSWORD });
  // A process that has been at work has a connection, which may be reset.
  await gateway.directory.list(jane);
  server.calls.clear();
});

afterEach(async () => {
  await gateway.close();
  await server.close();
});

const UNREACHABLE = { code: 'unreachable' };
const password = (typed: string) => gateway.people?.users.verifyPassword(jane.userId, jane.domain, typed);

describe('a command whose answer is lost', () => {
  it('a wrong password counts once, and two more lock the account', async () => {
    server.faults.once('authUser', fault.lostAnswer());
    await expect(password('wrong')).rejects.toMatchObject(UNREACHABLE);
    expect([server.calls.count('authUser'), jane.lockCount]).toEqual([1, 1]);
    for (let tries = 0; tries < 2; tries++) expect(await password('wrong')).toBeNull();
    expect(jane.isLocked).toBe(true);
  });

  it('a registration of oneself asks the directory behind the server once', async () => {
    server.state.options.directory.push({ userId: 'new.person', staticPassword: PASSWORD });
    server.faults.once('authUser', fault.lostAnswer());
    const registering = gateway.selfRegistration?.register({ userId: 'new.person', domain: jane.domain }, 'wrong');
    await expect(registering).rejects.toMatchObject(UNREACHABLE);
    expect(server.calls.count('authUser')).toBe(1);
  });

  it('an activation checks a password once', async () => {
    server.faults.once('dsappSRPRegister', fault.lostAnswer());
    const registering = gateway.activation.register(jane, generateActivationId(systemRandom), 'wrong');
    await expect(registering).rejects.toMatchObject(UNREACHABLE);
    expect([server.calls.count('dsappSRPRegister'), jane.lockCount]).toEqual([1, 1]);
  });

  it('a log-on of the service user is tried once', async () => {
    const another = openAdapter(server);
    server.faults.once('logon', fault.lostAnswer());
    await expect(another.directory.list(jane)).rejects.toMatchObject(UNREACHABLE);
    expect(server.calls.count('logon')).toBe(1);
    expect(await another.directory.list(jane)).toEqual([]);
    await another.close();
  });

  it('a look at the directory is repeated, and its caller notices nothing', async () => {
    server.faults.once('digipassQuery', fault.lostAnswer());
    expect(await gateway.directory.list(jane)).toEqual([]);
    expect(server.calls.count('digipassQuery')).toBe(2);
  });
});
