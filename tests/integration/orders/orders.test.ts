import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/shared/time/duration';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { walkOrders, type Fault, type Flow } from '../../support/orders';
import { removeServerStandIns } from '../server/policy/site-in-process';
import { invitationFlow, phoneSignInFlow, recoveryFlow, stepUpFlow } from './session-flows';
import { lostPhoneFlow, resetFlow } from './mailed-code-flows';
import { OrderSite } from './order-site';
import { RegistrationSite, registrationFlow } from './registration-flow';

vi.hoisted(() => void vi.resetModules());

afterAll(removeServerStandIns);

/** @param others which steps the site takes of the other browser too, in some order; it takes each of the person's */
async function walk<Scene>(flow: Flow<Scene>, others: readonly string[]): Promise<Fault[]> {
  const { faults, taken } = await walkOrders(flow);
  const own = Object.keys(flow.steps).map((step) => `person ${step}`);
  expect(taken).toEqual([...own, ...others.map((step) => `other ${step}`)].toSorted());
  return faults;
}

/** Of hundreds of orders, on a busy machine. */
const ORDERS_TIMEOUT_MS = 20 * MINUTE;

describe('the orders of a flow’s steps', { timeout: ORDERS_TIMEOUT_MS }, () => {
  let at: OrderSite;

  beforeAll(async () => {
    at = await OrderSite.open([await openCopiedDatabase()]);
  });

  it('threat: no order of a forgotten password, by two browsers, gives more than the straight one', async () => {
    expect(await walk(resetFlow(at), ['asks', 'signs in'])).toEqual([]);
  });

  it('threat: no order of a recovery code, by two browsers, gives more than the straight one', async () => {
    expect(await walk(recoveryFlow(at), ['signs in'])).toEqual([]);
  });

  it('threat: no order of an invitation, by two browsers, gives more than the straight one', async () => {
    expect(await walk(invitationFlow(at), [])).toEqual([]);
  });

  it('threat: no order of a step-up with a phone, by two browsers, gives more than the straight one', async () => {
    expect(await walk(stepUpFlow(at), ['asks', 'is approved'])).toEqual([]);
  });

  it('threat: no order of a sign-in with a phone, by two browsers, gives more than the straight one', async () => {
    expect(await walk(phoneSignInFlow(at), ['starts', 'is approved', 'finishes'])).toEqual([]);
  });

  it('threat: no order of a lost phone, by two browsers, gives more than the straight one', async () => {
    expect(await walk(lostPhoneFlow(at), ['asks'])).toEqual([]);
  });

  it('threat: no order of a registration, by two browsers, gives more than the straight one', async () => {
    const registrations = await RegistrationSite.open(at.database);
    expect(await walk(registrationFlow(registrations), ['registers', 'signs in'])).toEqual([]);
    await registrations.close();
  });
});
