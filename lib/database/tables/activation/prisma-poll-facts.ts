import { isLeftIdle } from '../../../accounts/sessions/session';
import { scopeOf } from '../../../accounts/users/principal';
import { isRole, type Role } from '../../../accounts/users/role';
import type { UserDirectory } from '../../../accounts/users/user-directory';
import { PENDING_STATES, type ActivationState } from '../../../activation/activation';
import type { ActivationPoll, PollFacts, PollFactsReader } from '../../../activation/following/recent-polls';
import { admitsSession } from '../../../helpdesk/invitations/enter-by-invitation';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { batch } from '../../../shared/async/batch';
import type { Clock } from '../../../shared/time/clock';
import { constantPart, propertiesOf, type JsonRow, type Sql } from '../../sql';
import { activationFromRow, type ActivationRow } from './activation-row';

const PENDING = constantPart(PENDING_STATES.map((state) => `'${state}'`).join(', '));

type Row = {
  userId: string | null;
  domain: string | null;
  roles: string[] | null;
  lastSeenAt: Date | null;
  invitationId: string | null;
  invitationState: string | null;
  ownerId: string | null;
  ownerDomain: string | null;
  ownInvitationId: string | null;
  version: number | null;
  state: string | null;
  moved: JsonRow | null;
};

type Question = ActivationPoll & { after: number };

/** Reads session, account and activation of many polls in one statement, by primary key. */
export class PrismaPollFacts implements PollFactsReader {
  readonly read: (poll: ActivationPoll, after: number) => Promise<PollFacts>;
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #users: UserDirectory | null;
  readonly #staffIdleMs: number;

  /** @param users null where accounts are this site's own @param staffIdleMs see `isLeftIdle` */
  constructor(sql: Sql, clock: Clock, users: UserDirectory | null, staffIdleMs: number) {
    this.#sql = sql;
    this.#clock = clock;
    this.#users = users;
    this.#staffIdleMs = staffIdleMs;
    const rowOf = batch((polls: Question[]) => this.#readRows(polls));
    this.read = async (poll, after) => {
      const row = await rowOf({ ...poll, after });
      const moved = row.moved && activationFromRow(propertiesOf(row.moved) as ActivationRow);
      return { asker: await this.#askerFrom(row), activation: activationFrom(row), moved };
    };
  }

  /** Joins with `LATERAL` and `LIMIT`, so that the planner never scans a large table for these few keys. */
  #readRows(polls: readonly Question[]): Promise<Row[]> {
    const sessionIds = polls.map(({ sessionId }) => sessionId);
    const activationIds = polls.map(({ activationId }) => activationId);
    const versions = polls.map(({ after }) => after);
    return this.#sql.read<Row>`
      SELECT asker.*, own.*
      FROM unnest(${sessionIds}::text[], ${activationIds}::text[], ${versions}::int[])
        WITH ORDINALITY AS poll (session_id, activation_id, after, place)
      LEFT JOIN LATERAL (
        SELECT user_id AS "userId", domain, invitation_id AS "invitationId",
          coalesce(last_seen_at, created_at) AS "lastSeenAt",
          (SELECT roles FROM user_account
            WHERE user_account.user_id = session.user_id AND user_account.domain = session.domain
              AND user_account.disabled_at IS NULL) AS roles,
          (SELECT state FROM invitation WHERE invitation.id = session.invitation_id) AS "invitationState"
        FROM session
        WHERE id = poll.session_id AND revoked_at IS NULL AND expires_at > ${this.#clock.now()}::timestamptz
        LIMIT 1
      ) AS asker ON true
      LEFT JOIN LATERAL (
        SELECT user_id AS "ownerId", domain AS "ownerDomain", invitation_id AS "ownInvitationId", version, state,
          CASE WHEN version <> poll.after OR state NOT IN (${PENDING}) THEN row_to_json(activation) END AS moved
        FROM activation
        WHERE id = poll.activation_id
        LIMIT 1
      ) AS own ON true
      ORDER BY poll.place`;
  }

  async #askerFrom({
    userId,
    domain,
    roles,
    lastSeenAt,
    invitationId,
    invitationState,
  }: Row): Promise<PollFacts['asker']> {
    if (userId === null || domain === null || lastSeenAt === null) return null;
    const currentRoles = this.#users ? await this.#rolesAt(this.#users, { userId, domain }) : roles?.filter(isRole);
    if (!currentRoles || isLeftIdle({ lastSeenAt }, { roles: currentRoles }, this.#staffIdleMs, this.#clock.now()))
      return null;
    const asker = {
      user: { userId, domain, roles: currentRoles },
      scope: scopeOf(invitationId as InvitationId | null),
    };
    if (invitationId === null) return asker;
    return invitationState !== null && admitsSession(invitationState) ? asker : null;
  }

  async #rolesAt(users: UserDirectory, { userId, domain }: UserKey): Promise<readonly Role[] | null> {
    const user = await users.find(userId, domain);
    return user?.bar === null ? user.roles : null;
  }
}

function activationFrom({ ownerId, ownerDomain, ownInvitationId, version, state }: Row): PollFacts['activation'] {
  if (ownerId === null || ownerDomain === null || version === null || state === null) return null;
  const invitationId = ownInvitationId as InvitationId | null;
  return { userId: ownerId, domain: ownerDomain, invitationId, version, state: state as ActivationState };
}
