import { Notice } from '@/components/ui/notice';

/** In place of the accounts, where this site keeps none. */
export function AccountsElsewhere() {
  return (
    <Notice tone="info" title="Accounts are managed at your authentication server">
      <p>
        Tessera reads there who exists, and whether an account is disabled or locked, which counts here within 30
        seconds. The server’s interface lets it create, change and delete no account, and knows no roles of the staff:
        the setting TESSERA_STAFF lists those.
      </p>
    </Notice>
  );
}
