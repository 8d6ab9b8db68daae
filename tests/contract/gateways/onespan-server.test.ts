import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_LANGUAGE } from '@/lib/shared/language';
import type { Role } from '@/lib/accounts/users/role';
import { STEPS } from '@/lib/activation/activation';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { Connection } from '@/lib/gateways/transport/connection';
import { Administration } from '@/lib/gateways/onespan-server/administration/administration';
import { AdministrationSession } from '@/lib/gateways/onespan-server/administration/administration-session';
import { OneSpanServerUserDirectory } from '@/lib/gateways/onespan-server/accounts/onespan-server-user-directory';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { FakePhone } from '../../support/doubles/fake-phone';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { LIFETIME_MS, openAdapter, settingsFor } from '../../support/onespan/open-onespan-adapter';
import { activationGatewayContract } from './activation-gateway.contract';
import type { GatewayFixture, GatewayTraits } from './gateway-fixture';
import { authenticatorDirectoryContract } from './authenticator-directory.contract';
import { userDirectoryContract, type UserDirectoryFixture } from '../accounts/user-directory.contract';

const PASSWORD = 'Static-Password-1';
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let opened: OpenedGateway;

beforeAll(async () => {
  server = await startOnespanServer({
    clock,
    servers: 2,
    registrationLifetimeSeconds: LIFETIME_MS / SECOND,
    // Every test tries wrong passwords.
    lockThreshold: 0,
  });
  opened = openAdapter(server);
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

type Place = { server: OneSpanServer; opened: OpenedGateway };

function open(place: Place = { server, opened }): GatewayFixture {
  const { state, gateway: engine } = place.server;
  return {
    gateway: place.opened.activation,
    directory: place.opened.directory,
    async addUser({ userId, domain }) {
      state.accounts.add({ userId, domain, staticPassword: PASSWORD });
      return PASSWORD;
    },
    async lockOut({ userId, domain }) {
      const account = state.accounts.find(userId, domain);
      if (account) account.isLocked = true;
    },
    activationLimit: 3,
    phone(text) {
      const phone = new FakePhone(engine, text);
      return {
        step: () => phone.step(),
        oneTimePassword: (at) => computeOneTimePassword(phone.instanceKey, timeStepAt(at)),
      };
    },
    async guess(text) {
      const phone = new FakePhone(engine, text);
      await phone.step();
      for (let count = 0; count < 3; count++) await phone.guess('DSAPPSRPGenerateActivationData');
    },
    now: () => clock.time,
    pass(milliseconds) {
      clock.time = new Date(clock.time.getTime() + milliseconds);
    },
  };
}

async function openUsers(): Promise<UserDirectoryFixture> {
  const staff: { role: Role; userId: string; domain: string }[] = [];
  const { urls, tls, serviceUser, componentType, fieldNames } = settingsFor(server);
  const limits = { timeLimitMs: MINUTE, maximumReplyBytes: 1_000_000 };
  const soap = new SoapClient(new Connection({ urls, tls, ...limits }, () => {}));
  const administration = new Administration(soap, new AdministrationSession(soap, serviceUser, clock), fieldNames);
  const directory = new OneSpanServerUserDirectory(soap, administration, {
    componentType,
    staff,
    protectedGroups: [],
  });
  return {
    directory,
    async add({ userId, domain, displayName, mailAddresses: [email], roles, password }) {
      server.state.accounts.add({
        userId,
        domain,
        staticPassword: password,
        description: displayName,
        email: email ?? '',
      });
      const staffRoles = roles.filter((role) => role !== 'user');
      staff.push(...staffRoles.map((role) => ({ role, userId, domain })));
      return {
        userId,
        domain,
        displayName,
        roles: ['user', ...staffRoles],
        mailAddresses: email === undefined ? [] : [email],
        language: DEFAULT_LANGUAGE,
        timeZone: null,
        group: null,
        bar: null,
      };
    },
  };
}

const TRAITS: GatewayTraits = {
  observes: ['linked', 'active'],
  registersWith: 'credential',
  registersInvited: false,
  completion: 'inferred',
  pushes: false,
  cancels: false,
  registersAgain: 'once',
  hasOwnApp: false,
  tellsOver: false,
  tellsEnds: [],
};

function openResetting(): GatewayFixture {
  server.state.options.furtherPrivileges = ['Set User Password', 'Reset User Password'];
  return { ...open(), gateway: openAdapter(server, [], { resetsPasswords: true }).activation };
}

describe('OneSpan Authentication Server as ActivationGateway', () => {
  activationGatewayContract(TRAITS, () => open());
});

describe.each([
  ['only the end of a grace period shows that a device works', { gracePeriodDays: 7 }],
  ['records tell the last authentication', { lastAuthenticationField: 'DIGIPASSFLD_LASTAUTH_TIME' }],
] as const)('OneSpan Authentication Server, where %s, as ActivationGateway', (_where, options) => {
  let other: Place;

  beforeAll(async () => {
    const started = await startOnespanServer({
      clock,
      registrationLifetimeSeconds: LIFETIME_MS / SECOND,
      lockThreshold: 0,
      gracePeriodDays: null,
      missingPrivileges: ['View Recent DIGIPASS Activity'],
      ...options,
    });
    other = { server: started, opened: openAdapter(started) };
  });

  afterAll(async () => {
    await other.opened.close();
    await other.server.close();
  });

  activationGatewayContract(TRAITS, () => open(other));
});

describe('OneSpan Authentication Server, where passwords may be reset, as ActivationGateway', () => {
  activationGatewayContract({ ...TRAITS, registersInvited: true }, openResetting);

  test('an invited user has no static password after registering', async () => {
    const { gateway } = openResetting();
    const user = { userId: 'invited', domain: 'example.org' };
    server.state.accounts.add({ ...user, staticPassword: PASSWORD });
    const registered = await gateway.register(user, generateActivationId(systemRandom), null);
    expect(registered).toMatchObject({ ok: true, value: user });
    expect(server.state.accounts.find(user.userId, user.domain)?.staticPassword).toBeNull();
    const nobody = await gateway.register({ ...user, userId: 'nobody' }, generateActivationId(systemRandom), null);
    expect(nobody).toEqual({ ok: false, refusal: 'refused-by-gateway' });
  });

  test('an invitation does not let in a locked user', async () => {
    const { gateway } = openResetting();
    const user = { userId: 'locked', domain: 'example.org' };
    server.state.accounts.add({ ...user, staticPassword: PASSWORD }).isLocked = true;
    const refused = await gateway.register(user, generateActivationId(systemRandom), null);
    expect(refused).toEqual({ ok: false, refusal: 'refused-by-gateway' });
  });
});

test('every step is observed behind the relay, and without it only what the server shows', async () => {
  const relay = { url: server.digipassGatewayUrl, tls: { authority: null, identity: null } };
  const [relayed, alone] = [openAdapter(server, [], { relay }), openAdapter(server)];
  expect(relayed.activation.capabilities).toEqual({ ...alone.activation.capabilities, observes: STEPS });
});

describe('OneSpan Authentication Server as AuthenticatorDirectory', () => {
  authenticatorDirectoryContract(
    {
      findOwner: true,
      rename: 'not-documented',
      lock: 'not-documented',
      unlock: true,
      remove: true,
      testOneTimePassword: true,
      limits: true,
      tellsTimes: false,
      tellsWhy: false,
    },
    () => open(),
  );
});

describe('OneSpan Authentication Server as UserDirectory', () => {
  userDirectoryContract(openUsers, { foldsAccents: false, mailAddresses: 1 });
});
