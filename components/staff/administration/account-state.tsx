import { Badge } from '@/components/ui/badge';
import type { Account } from '@/lib/helpdesk/administration/account-store';
import { t } from '@/lib/shared/language/t';

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
        <Badge tone="warning">{t('Being deleted')}</Badge>
      ) : (
        disabledAt && <Badge tone="warning">{t('Disabled')}</Badge>
      )}
      {isInvited && <Badge tone="info">{t('No password yet')}</Badge>}
      {isProtected && <Badge tone="neutral">{t('Protected')}</Badge>}
    </span>
  );
}
