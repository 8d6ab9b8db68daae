import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/** In place of the accounts, where this site keeps none. */
export function AccountsElsewhere() {
  return (
    <Notice tone="info" title={t('Accounts are managed at your authentication server')}>
      <p>
        {t(
          'Tessera reads there who exists, and whether an account is disabled or locked, which counts here within 30 seconds. The server’s interface lets it create, change and delete no account, and knows no roles of the staff: the setting TESSERA_STAFF lists those.',
        )}
      </p>
    </Notice>
  );
}
