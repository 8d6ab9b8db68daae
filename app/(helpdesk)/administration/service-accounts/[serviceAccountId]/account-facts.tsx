import { lastUseOf } from '@/components/service-accounts/last-use';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { ServiceAccount } from '@/lib/service-accounts/service-account';

/** Who made an account, how long it lives and when it called last. */
export function AccountFacts({ account }: { account: ServiceAccount }) {
  const { requestedBy, approvedBy, createdAt, expiresAt, suspendedAt, endedAt, keys } = account;
  const use = lastUseOf(keys);
  return (
    <DescriptionList
      items={[
        ...(endedAt ? [{ term: 'Ended', description: <Time at={endedAt.toISOString()} form="relative" /> }] : []),
        ...(suspendedAt
          ? [{ term: 'Suspended', description: <Time at={suspendedAt.toISOString()} form="relative" /> }]
          : []),
        {
          term: 'Last use',
          description: use ? (
            <span className="wrap-anywhere">
              <Time at={use.at.toISOString()} form="relative" />, from {use.address ?? 'an unknown address'}
            </span>
          ) : (
            'Never'
          ),
        },
        { term: 'Expires', description: <Time at={expiresAt.toISOString()} /> },
        { term: 'Requested by', description: <span className="wrap-anywhere">{requestedBy}</span> },
        {
          term: 'Approved',
          description: (
            <span className="wrap-anywhere">
              <Time at={createdAt.toISOString()} form="relative" />, by {approvedBy}
            </span>
          ),
        },
      ]}
    />
  );
}
