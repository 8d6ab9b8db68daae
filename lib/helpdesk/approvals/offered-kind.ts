import type { Permission } from '../../accounts/users/permission';
import type { User } from '../../accounts/users/user';
import type { Approval, ApprovalId, Awaiting } from './approval';
import type { ApprovalFacts } from './approval-facts';
import type { DecidableKind } from './approval-kind';
import { dueApprovals } from './decide-approval';
import { obstacleTo } from './decision';
import { findOpen } from './list-open';
import type { ApprovalPorts } from './request-approval';

/** @property facts null if other systems are told nothing of its kind */
export type KnownApproval<State = Approval<object>> = { approval: State; facts: ApprovalFacts | null };

/** A kind with what it takes, for whoever goes through all of them. */
export type OfferedKind = {
  name: string;
  decidedWith: Permission;
  /** Requests that may be decided now, oldest first. */
  listOpen: (domain: string) => Promise<KnownApproval<Awaiting<object>>[]>;
  /** How many of them a reader may decide. */
  count: (reader: Pick<User, 'userId' | 'domain'>) => Promise<number>;
  find: (id: ApprovalId, domain: string) => Promise<KnownApproval | null>;
  /** See `dueApprovals`. */
  due: () => Promise<(() => Promise<void>)[]>;
};

type Ports = Pick<ApprovalPorts, 'clock'> & {
  approvals: Pick<ApprovalPorts['approvals'], 'find' | 'listAwaiting' | 'listDue' | 'save' | 'lease' | 'release'>;
};

export function offer<Subject extends object, KindPorts, Unmet extends string>(
  ports: Ports & KindPorts,
  kind: DecidableKind<Subject, KindPorts, Unmet>,
): OfferedKind {
  const withFacts = <State extends Approval<Subject>>(approval: State): KnownApproval<State> => ({
    approval,
    facts: kind.describe?.(approval.subject) ?? null,
  });
  return {
    name: kind.name,
    decidedWith: kind.decidedWith,
    listOpen: async (domain) => (await findOpen(ports, kind, domain)).map(withFacts),
    count: async ({ userId, domain }) =>
      (await findOpen(ports, kind, domain)).filter((approval) => obstacleTo(userId, approval) === null).length,
    async find(id, domain) {
      const approval = await ports.approvals.find(kind, id, domain);
      return approval && withFacts(approval);
    },
    due: () => dueApprovals(ports, kind),
  };
}

/**
 * One round over what is due of every kind: ends what nobody decided in time, and carries out what was approved. Replicas
 * may run rounds concurrently.
 * @param onFault receives the error of a request that failed; the round goes on
 */
export async function watchApprovals(
  kinds: readonly OfferedKind[],
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const kind of kinds)
    try {
      for (const work of await kind.due()) {
        if (signal.aborted) return;
        await work().catch(onFault);
      }
    } catch (error) {
      // The other kinds go on.
      onFault(error);
    }
}
