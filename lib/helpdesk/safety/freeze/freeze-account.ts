import { noRequest, systemContext } from '../../../audit/audit-context';
import type { AuditContext } from '../../../audit/audit-event';
import { makeMailLink } from '../../../messaging/mail-link';
import { shortenAddress } from '../../../shared/network-address';
import { UNKNOWN_BROWSER, type RequestTrace } from '../../../shared/request-origin';
import { caseNotice, caseOpened } from '../cases/case-notice';
import { generateCaseReference, markFrozen, type CaseProof, type OpenCase } from '../cases/safety-case';
import { generateFreezeId, settled, type Freeze, type FreezeId, type Frozen } from '../../../accounts/freeze/freeze';
import type { User } from '../../../accounts/users/user';
import { isPending } from '../../../activation/activation';
import { cancelAs } from '../../../activation/cancel-activation';
import { GatewayError } from '../../../activation/gateway-error';
import { lockForSafety } from '../../../devices/locks/lock-and-hold';
import { accept, type Result } from '../../../shared/result';
import type { FreezePorts } from '../safety-ports';
import { revokeInvitation } from '../../invitations/revoke-invitation';
import { webhook } from '../../../messaging/new-message';
import { DAY } from '../../../shared/time/duration';
import { sha256OfText } from '../../../shared/bytes';

/** How long a phone that is switched off may still be told. */
const ALERT_MS = DAY;

/** What opened the case of a freeze; that of a lost phone has its own. */
const PROOFS = {
  person: 'session',
  phone: 'phone',
  'not-me': 'link',
  'lost-phone': 'password',
} as const satisfies Record<Freeze['frozenBy'], CaseProof>;

/**
 * @property id of its own, unless the press has one that makes a second sending of it known
 * @property trace of the browser that pressed it
 * @property holderHash of the browser that may see the case
 * @property lost the case of a lost phone that becomes one of everything
 */
export type FreezePress = { id?: FreezeId; trace?: RequestTrace; holderHash?: string | null; lost?: OpenCase };

/**
 * Freezes everything of a user: their sessions end with it, in every replica; then devices are locked, and what is pending
 * ends. It only reduces access, so one press is enough. Opens a case for the helpdesk in the same transaction. Idempotent;
 * the round finishes what a crash interrupted.
 * @param context who pressed it
 * @returns the case; `already-frozen` if it was frozen before, or somebody moved the case of the lost phone
 */
export async function freezeAccount(
  ports: FreezePorts,
  user: Pick<User, 'userId' | 'domain'>,
  frozenBy: Freeze['frozenBy'],
  context: AuditContext,
  press: FreezePress = {},
): Promise<Result<OpenCase, 'already-frozen'>> {
  const { userId, domain } = user;
  const now = ports.clock.now();
  const { id = generateFreezeId(ports.random) } = press;
  const frozen: Frozen = {
    state: 'frozen',
    id,
    version: 1,
    userId,
    domain,
    frozenBy,
    frozenAt: now,
    isSettled: false,
  };
  const { token, url } = await makeMailLink(ports, '/not-me');
  const tokenHash = await sha256OfText(token);
  const opened = press.lost
    ? { ...markFrozen(press.lost), tokenHash }
    : newCase(ports, frozen, context, press, tokenHash);
  const created = await ports.freezes.create(frozen, opened, {
    events: [{ type: 'account-frozen', by: frozenBy, reference: opened.reference, ...context }],
    messages: [
      webhook({ type: 'account-frozen', userId, domain, at: now }, frozen.id),
      ...(press.lost ? [] : [caseOpened(opened)]),
      caseNotice(opened, url, now),
      {
        channel: 'alert',
        user: { userId, domain },
        except: null,
        alert: { kind: 'push-frozen', id: frozen.id },
        expiresAt: new Date(now.getTime() + ALERT_MS),
      },
    ],
  });
  if (!created.ok) return created;
  await settleUnlessGatewayFails(ports, frozen);
  return accept(opened);
}

function newCase(
  { random }: Pick<FreezePorts, 'random'>,
  { userId, domain, frozenBy, frozenAt }: Frozen,
  { address }: AuditContext,
  { trace = { browser: UNKNOWN_BROWSER, network: shortenAddress(address) }, holderHash = null }: FreezePress,
  tokenHash: string,
): OpenCase {
  return {
    state: 'open',
    reference: generateCaseReference(random),
    version: 1,
    userId,
    domain,
    about: 'frozen',
    proof: PROOFS[frozenBy],
    openedAt: frozenAt,
    trace,
    locked: [],
    holderHash,
    tokenHash,
    disputedAt: null,
  };
}

async function settleUnlessGatewayFails(ports: FreezePorts, freeze: Frozen): Promise<void> {
  try {
    await settleFreeze(ports, freeze);
  } catch (error) {
    // The sessions have ended, and the next round tries again.
    if (!(error instanceof GatewayError)) throw error;
  }
}

/**
 * Ends what a frozen user has pending, and locks their devices.
 * @throws GatewayError if the gateway fails; the next round tries again
 */
export async function settleFreeze(ports: FreezePorts, freeze: Frozen): Promise<void> {
  const origin = noRequest(freeze.id);
  const actor = { kind: 'system' } as const;
  const invitation = await ports.invitations.findCurrent(freeze);
  if (invitation) await revokeInvitation(ports, invitation, { why: 'account-frozen', actor }, origin);
  const pending = await ports.activation.store.findPending(freeze);
  if (pending) await cancelAs(ports.activation, pending, actor, origin);
  const left = pending && (await ports.activation.store.find(pending.id, pending.domain));
  for (const { instanceId, state } of await ports.directory.list(freeze)) {
    if (state === 'locked' && (await ports.holds.standing(instanceId)).includes('frozen')) continue;
    const event = { type: 'authenticator-locked', instanceId, ...systemContext(freeze, freeze.id) } as const;
    await lockForSafety(ports, freeze, instanceId, 'frozen', null, [event]);
  }
  // A phone that is finishing its activation meets the next round.
  if (left && isPending(left)) return;
  await ports.freezes.save(settled(freeze), { events: [], messages: [] });
}
