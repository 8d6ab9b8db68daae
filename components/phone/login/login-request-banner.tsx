import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';

/** Announces a waiting request. Who asks, and for what, takes the PIN. */
export function LoginRequestBanner({ account, onOpen }: { account: UsableAccount; onOpen: () => void }) {
  return (
    <aside aria-label={t('Waiting request')} className="px-5 pt-4 sm:px-6">
      <Notice tone="info" title={t('A request is waiting')} role="alert">
        <p>
          {t('{site} wants you to confirm something for {account}. If it wasn’t you, open the request and say so.', {
            site: window.location.host,
            account: account.name,
          })}
        </p>
        <div className="mt-2">
          <Button onClick={onOpen}>{t(phoneAppNames.openRequest)}</Button>
        </div>
      </Notice>
    </aside>
  );
}

/** Prefix of the fragment by which a pressed notification names its request. */
const PREFIX = 'login-request=';

/** @returns the request's identifier; null for other fragments */
export function readLoginRequestLink(fragment: string | null): string | null {
  return fragment !== null && /^login-request=[0-9a-f]{64}$/.test(fragment) ? fragment.slice(PREFIX.length) : null;
}
