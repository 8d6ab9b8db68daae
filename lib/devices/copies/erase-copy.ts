import { auditContext, noRequest, ownContext } from '../../audit/audit-context';
import type { AuditContext } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict } from '../../shared/async/retry-on-conflict';
import type { CopyPorts } from './copy-ports';
import { DAY } from '../../shared/time/duration';
import { erased, LOST_ANSWER_MS, type KeptCopy } from './device-copy';
import type { CopyCall } from './keep-copy';
import { sha256OfText } from '../../shared/bytes';

type Ports = Pick<CopyPorts, 'copies' | 'clock'>;

/** That a key came back counts for as long as the longest probation, two days. */
const REMEMBERED_MS = 3 * DAY;

/** Erases the copy of a device of one's own. One that is erased already is as good. */
export async function deleteCopy(
  ports: Ports,
  owner: UserKey,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found'>> {
  const isOwn = ({ userId, domain }: UserKey) => userId === owner.userId && domain === owner.domain;
  return erase(ports, instanceId, isOwn, 'person', ownContext(owner, origin));
}

/**
 * Erases the copy of a phone that has erased its key, after wrong PINs or because its person wanted it. It can sign nothing
 * any more, so that the token proves it; whoever else has that reduces access.
 */
export async function eraseCopyByToken(
  ports: Ports,
  { instanceId, token }: { instanceId: string; token: string },
  { call, address }: CopyCall,
): Promise<Result<null, 'not-found'>> {
  const hash = await sha256OfText(token);
  const copy = await ports.copies.find(instanceId);
  if (copy?.state !== 'kept' || copy.eraseTokenHash !== hash) return refuse('not-found');
  const context = auditContext({ kind: 'phone' }, copy, { ...noRequest(call), address });
  return erase(ports, instanceId, ({ eraseTokenHash }) => eraseTokenHash === hash, 'phone', context);
}

async function erase(
  { copies, clock }: Ports,
  instanceId: string,
  may: (copy: KeptCopy) => boolean,
  cause: 'person' | 'phone',
  context: AuditContext,
): Promise<Result<null, 'not-found'>> {
  const event = { type: 'device-copy-erased', instanceId, cause, ...context } as const;
  return retryOnConflict(async () => {
    const copy = await copies.find(instanceId);
    if (copy?.state !== 'kept' || !may(copy)) return refuse('not-found');
    const saved = await copies.save(erased(copy, clock.now()), [event]);
    return saved.ok ? accept(null) : CONFLICT;
  });
}

/** Erases what was handed out, once its answer cannot be lost any more, and forgets what is long over. */
export async function purgeCopies({ copies, clock }: Pick<CopyPorts, 'copies' | 'clock'>): Promise<void> {
  const now = clock.now().getTime();
  await copies.purge(new Date(now - LOST_ANSWER_MS), new Date(now - REMEMBERED_MS));
}
