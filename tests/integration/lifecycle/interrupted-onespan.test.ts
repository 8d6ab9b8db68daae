import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { placesOf } from '../../support/onespan/killed-methods';
import { openAdapter, openCloudAdapter } from '../../support/onespan/open-onespan-adapter';
import { startOffline, startOnline, typeDeviceCode, typeSignature } from './interrupted-offline';
import {
  changePasswordAtServer,
  observePhone,
  passTestLogin,
  removeAtServer,
  startWithoutPassword,
} from './interrupted-onespan-acts';
import { InterruptedOneSpanWorld, type Vendor } from './interrupted-onespan-world';
import { interruptedSuite, type UseCases } from './interrupted.suite';

const ISSUED = ['activation New phone issued', 'voucher', 'record activation-issued', 'record activation-requested'];
/** A press is registered once: whether an unanswered call was carried out is not known, and the page says so. */
const UNANSWERED = [
  'activation New phone failed',
  'voucher',
  'record activation-failed',
  'record activation-requested',
  'record registration-failed',
];
/** The cloud can be asked whether it has a registration; where it has none, it gets one more. */
const READ_BACK = [UNANSWERED, [...ISSUED, 'record registration-repeated']];
const INVITED_UNANSWERED = UNANSWERED.filter((line) => line !== 'voucher');
const WITHOUT_PASSWORD = 'no password of their own at the server';
const TOLD = [
  'webhook device-activated',
  'mail device-activated to them@example.org',
  'mail device-activated to them@mail.example.net',
];
const COMPLETED = ['activation New phone active', 'notice New phone sent', 'record activation-active', ...TOLD];

const OF_BOTH: UseCases<InterruptedOneSpanWorld> = {
  'offline activation': {
    'the start': { prepare: startOffline, brings: ISSUED, bringsUnanswered: [UNANSWERED] },
    'the device code': {
      prepare: typeDeviceCode,
      brings: ['device at the server active', 'activation New phone verified', 'record device-code-accepted'],
    },
    'the signature': { prepare: typeSignature, brings: COMPLETED },
  },
  removal: {
    'the request without a second person': {
      prepare: removeAtServer,
      brings: [
        'removal approved',
        'record break-glass-used',
        'record device-removed-by-helpdesk',
        'record removal-requested',
        'webhook break-glass-used',
        'mail break-glass-used to approver@example.org',
        'mail break-glass-used to other.agent@example.org',
      ],
    },
  },
};

const OF_SERVER: UseCases<InterruptedOneSpanWorld> = {
  ...OF_BOTH,
  activation: {
    'the start': { prepare: startOnline, brings: ISSUED, bringsUnanswered: [UNANSWERED] },
    'the start of an invited user, without a password': {
      prepare: startWithoutPassword,
      brings: [WITHOUT_PASSWORD, ...ISSUED.filter((line) => line !== 'voucher')],
      // The password is switched off there by a call of the same registration.
      bringsUnanswered: [INVITED_UNANSWERED, [WITHOUT_PASSWORD, ...INVITED_UNANSWERED]],
    },
    'the look that finds the device': {
      prepare: observePhone,
      brings: COMPLETED.toSpliced(3, 0, 'record activation-linked'),
    },
    'the test login': { prepare: passTestLogin, brings: COMPLETED },
  },
};

const OF_PASSWORDS: UseCases<InterruptedOneSpanWorld> = {
  'a password at the authentication server': {
    'the change': {
      prepare: changePasswordAtServer,
      brings: [WITHOUT_PASSWORD, 'session ended', 'record password-changed'],
    },
  },
};

const OF_CLOUD: UseCases<InterruptedOneSpanWorld> = {
  ...OF_BOTH,
  'offline activation': {
    ...OF_BOTH['offline activation'],
    'the start': { prepare: startOffline, brings: ISSUED, bringsUnanswered: READ_BACK },
  },
  activation: {
    'the start': { prepare: startOnline, brings: ISSUED, bringsUnanswered: READ_BACK },
    'the look that finds the device': { prepare: observePhone, brings: COMPLETED },
  },
};

const VENDORS: Record<string, { useCases: UseCases<InterruptedOneSpanWorld>; vendor: Vendor }> = {
  'OneSpan Authentication Server': {
    useCases: { ...OF_SERVER, ...OF_PASSWORDS },
    vendor: {
      open(server) {
        server.state.options.furtherPrivileges = ['Set User Password', 'Reset User Password'];
        return openAdapter(server, [], {
          resetsPasswords: true,
          passwordChange: { keptBy: 'server', fields: 'reference' },
        });
      },
      needsPassword: true,
    },
  },
  'OneSpan Cloud Authentication': {
    useCases: OF_CLOUD,
    vendor: { open: (server) => openCloudAdapter(server), needsPassword: false },
  },
};

// On one kind of database: what differs between the two is not the gateway.
describe.each(Object.entries(VENDORS))('%s', (_name, { useCases, vendor }) => {
  let database: Database;
  let world: InterruptedOneSpanWorld;

  beforeAll(async () => {
    database = await openCopiedDatabase();
    world = await InterruptedOneSpanWorld.at(vendor, database);
  });

  afterAll(async () => {
    await world.close();
    await database.close();
  });

  interruptedSuite(() => world, useCases, vendor.needsPassword ? placesOf('interrupted-onespan') : []);
});
