import { lastUseOf } from '@/components/staff/service-accounts/last-use';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { RichText } from '@/components/site/language/rich-text';
import { t } from '@/lib/shared/language/t';

/** Who made an account, how long it lives and when it called last. */
export function AccountFacts({ account }: { account: ServiceAccount }) {
  const { requestedBy, approvedBy, createdAt, expiresAt, suspendedAt, endedAt, keys } = account;
  const use = lastUseOf(keys);
  return (
    <DescriptionList
      items={[
        ...(endedAt ? [{ term: t('Ended'), description: <Time at={endedAt.toISOString()} form="relative" /> }] : []),
        ...(suspendedAt
          ? [{ term: t('Suspended'), description: <Time at={suspendedAt.toISOString()} form="relative" /> }]
          : []),
        {
          term: t('Last use'),
          description: use ? (
            <span className="wrap-anywhere">
              <RichText
                message="{time}, from {address}"
                values={{
                  time: <Time at={use.at.toISOString()} form="relative" />,
                  address: use.address ?? t('an unknown address'),
                }}
              />
            </span>
          ) : (
            t('Never')
          ),
        },
        { term: t('Expires'), description: <Time at={expiresAt.toISOString()} /> },
        { term: t('Requested by'), description: <span className="wrap-anywhere">{requestedBy}</span> },
        {
          term: t('Approved'),
          description: (
            <span className="wrap-anywhere">
              <RichText
                message="{time}, by {person}"
                values={{ time: <Time at={createdAt.toISOString()} form="relative" />, person: approvedBy }}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
