import { encode } from 'next-auth/jwt';
import type { Client } from 'pg';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { SESSION_COOKIES } from '@/lib/shared/read-cookie';
import { systemRandom } from '@/lib/shared/random';

/** Somebody with a browser that is signed in. */
export type LoadPerson = { userId: string; cookie: string };

export const DOMAIN = 'example.org';

/**
 * Writes people with open sessions straight into a database, because each sign-in costs tens of milliseconds on purpose.
 * Nobody can sign in as one of them: their password hash is none.
 * @param sessionSecret of the server that will take the cookies
 */
export async function addLoadPeople(client: PrismaClient, sessionSecret: string, count: number): Promise<LoadPerson[]> {
  const now = new Date();
  const names = Array.from({ length: count }, (_, index) => `load.${index + 1}`);
  await client.user.createMany({
    data: names.map((userId) => ({
      userId,
      domain: DOMAIN,
      displayName: userId,
      passwordHash: 'none',
      roles: ['user'],
      createdAt: now,
      passwordChangedAt: new Date(now.getTime() - MINUTE),
    })),
  });
  const sessions = names.map((userId) => ({
    id: generateSessionId(systemRandom),
    userId,
    domain: DOMAIN,
    createdAt: now,
    proofs: { password: now.toISOString() },
    expiresAt: new Date(now.getTime() + DAY),
  }));
  await client.session.createMany({ data: sessions });
  return Promise.all(
    sessions.map(async ({ id, userId }) => {
      const token = await encode({ token: { sub: id }, secret: sessionSecret, maxAge: DAY / SECOND });
      return { userId, cookie: `${SESSION_COOKIES[0]}=${token}` };
    }),
  );
}

/** Gives their sessions a new proof, as a sign-in does, so that the site does not ask for one. */
export async function renewProofs(database: Client, people: readonly LoadPerson[]): Promise<void> {
  await database.query('UPDATE session SET proofs = $1 WHERE domain = $2 AND user_id = ANY ($3)', [
    { password: new Date().toISOString() },
    DOMAIN,
    people.map(({ userId }) => userId),
  ]);
}
