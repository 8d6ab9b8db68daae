import type { WipedAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { ShortName } from '@/components/ui/short-name';
import { t } from '@/lib/shared/language/t';

/** Says that an account was wiped, until the user confirms. */
export function WipedCard({ account, onNoted }: { account: WipedAccount; onNoted: () => void }) {
  return (
    <li className="grid gap-3">
      <Notice tone="error" title={t('{account} was erased', { account: account.name })}>
        <p>
          {t(
            'The PIN was wrong five times, so this phone deleted the keys for {userId} ({serialNumber}). On the website, remove this device and activate it again.',
            { userId: account.userId, serialNumber: account.instanceId },
          )}
        </p>
        <div className="-ml-3">
          <Button variant="quiet" onClick={onNoted}>
            <ShortName
              shown={t(phoneAppNames.removeNotice)}
              name={t(phoneAppNames.removeNoticeAbout, { account: account.name })}
            />
          </Button>
        </div>
      </Notice>
    </li>
  );
}
