import { request } from '@playwright/test';
import type { Phone } from '../../support/phones/phone';
import type { Server } from '@/lib/kit/server/server';
import { nextAccount, type Account } from '../fixtures/accounts';
import { addDevice } from './add-device';
import { openSession } from './open-session';

/** Activates a phone for a person, in a session of its own. */
export async function ownPhone(server: Server, phone: Phone, account: Account = nextAccount(server)): Promise<Account> {
  const visitor = { request: await request.newContext({ baseURL: server.url }) };
  await openSession(visitor, account);
  await addDevice(visitor, phone, 'Own phone');
  await visitor.request.dispose();
  return account;
}
