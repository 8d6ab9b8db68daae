import type { AuditEvent } from '../../../audit/audit-event';
import type { ChangedRoles, ProviderAccounts } from '../../../accounts/provider/provider-accounts';
import type { ProviderSubject } from '../../../accounts/provider/provider-identity';
import { isRole, type Role } from '../../../accounts/users/role';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { endSessions } from '../../locks/end-sessions';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';

export class PrismaProviderAccounts implements ProviderAccounts {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find({ issuer, subject }: ProviderSubject): Promise<UserKey | null> {
    const where = { issuer_subject: { issuer, subject } };
    return this.#client.providerIdentity.findUnique({ where, select: { userId: true, domain: true } });
  }

  async isBound({ userId, domain }: UserKey, issuer: string): Promise<boolean> {
    return (await this.#client.providerIdentity.count({ where: { userId, domain, issuer } })) > 0;
  }

  async bind(
    { issuer, subject }: ProviderSubject,
    { userId, domain }: UserKey,
    at: Date,
    events: readonly AuditEvent[],
  ): Promise<Result<null, 'bound-otherwise'>> {
    return this.#client.$transaction(async (transaction) => {
      const bound = await transaction.$executeRaw`
        INSERT INTO provider_identity (issuer, subject, user_id, domain, bound_at)
        VALUES (${issuer}, ${subject}, ${userId}, ${domain}, ${at}::timestamptz) ON CONFLICT DO NOTHING`;
      if (bound === 1) {
        await this.#persist(transaction, { events: [...events], messages: [] });
        return accept(null);
      }
      const where = { issuer, subject, userId, domain };
      return (await transaction.providerIdentity.count({ where })) > 0 ? accept(null) : refuse('bound-otherwise');
    });
  }

  async setRoles(
    { userId, domain }: UserKey,
    wanted: readonly Role[],
    at: Date,
    events: (roleChanges: ChangedRoles) => AuditEvent[],
  ): Promise<ChangedRoles | null> {
    const where = { userId_domain: { userId, domain } };
    // Most sign-ins change nothing, and lock nothing.
    const stored = await this.#client.user.findUnique({ where, select: { roles: true } });
    if (!stored || isSame(stored.roles, wanted)) return null;
    return this.#client.$transaction(async (transaction) => {
      // Locks the same rows in the same order as every other change of an administrator, so that of two concurrent
      // changes one sees the other.
      const administrators = await transaction.$queryRaw<{ userId: string }[]>`
        SELECT user_id AS "userId" FROM user_account
        WHERE domain = ${domain} AND roles @> ARRAY['administrator'] AND disabled_at IS NULL
        ORDER BY user_id FOR UPDATE`;
      const [account] = await transaction.$queryRaw<{ roles: string[] }[]>`
        SELECT roles FROM user_account WHERE user_id = ${userId} AND domain = ${domain} FOR UPDATE`;
      if (!account) return null;
      const before = account.roles.filter(isRole);
      const isLast = before.includes('administrator') && administrators.every((one) => one.userId === userId);
      const keptAdministrator = isLast && !wanted.includes('administrator');
      const roles = keptAdministrator ? [...wanted, 'administrator' as const] : wanted;
      if (isSame(before, roles)) return null;
      const roleChanges = {
        given: roles.filter((role) => !before.includes(role)),
        taken: before.filter((role) => !roles.includes(role)),
        keptAdministrator,
      };
      await transaction.user.update({ where, data: { roles: [...roles] } });
      await endSessions(transaction, { userId, domain }, { whileIn: null, except: null, now: at });
      await this.#persist(transaction, { events: events(roleChanges), messages: [] });
      return roleChanges;
    });
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
