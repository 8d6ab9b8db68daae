import { Badge } from '@/components/ui/badge';
import type { Account } from '@/lib/administration/account-store';

/** What is unusual about an account; nothing where nothing is. */
export function AccountState({
  disabledAt,
  removalRequestedAt,
  isInvited,
  isProtected,
}: Pick<Account, 'disabledAt' | 'removalRequestedAt' | 'isInvited'> & { isProtected: boolean }) {
  return (
    <span className="flex flex-wrap gap-2 empty:hidden md:flex-nowrap">
      {removalRequestedAt ? (
        <Badge tone="warning">Being deleted</Badge>
      ) : (
        disabledAt && <Badge tone="warning">Disabled</Badge>
      )}
      {isInvited && <Badge tone="info">No password yet</Badge>}
      {isProtected && <Badge tone="neutral">Protected</Badge>}
    </span>
  );
}
