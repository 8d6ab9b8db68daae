import { request } from '@playwright/test';
import { PASSWORD, type Server } from '@/lib/kit/server/server';
import { openSession } from '../../e2e/flows/open-session';
import type { LoadPerson } from './load-people';

/** Makes accounts that can sign in by `PASSWORD`. By a server of any version, which knows its own tables. */
export async function addOwnPeople(server: Server, userIds: readonly string[]): Promise<void> {
  for (const userId of userIds)
    await server.ask({
      kind: 'add-person',
      userId,
      displayName: userId,
      password: PASSWORD,
      roles: ['user'],
      mailAddress: `${userId}@example.org`,
      language: 'en',
      group: null,
      phoneNumber: '',
      manager: null,
    });
}

/** @param url of the site, or of a proxy in front of it */
export async function signInOwnPerson(url: string, userId: string): Promise<LoadPerson> {
  const context = await request.newContext({ baseURL: url });
  await openSession({ request: context }, { userId, password: PASSWORD });
  const { cookies } = await context.storageState();
  await context.dispose();
  return { userId, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
