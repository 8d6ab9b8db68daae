import type { WipedAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { ShortName } from '@/components/ui/short-name';
import { t } from '@/lib/language/t';

/** Says that an account was wiped, until the user confirms. */
export function WipedCard({ account, onNoted }: { account: WipedAccount; onNoted: () => void }) {
  return (
    <li className="grid gap-3">
      <Notice tone="error" title={`${account.name} was erased`}>
        <p>
          The PIN was wrong five times, so this phone deleted the keys for {account.userId} ({account.instanceId}). On
          the website, remove this device and activate it again.
        </p>
        <div className="-ml-3">
          <Button variant="quiet" onClick={onNoted}>
            <ShortName
              shown={phoneAppNames.removeNotice}
              name={t(phoneAppNames.removeNoticeAbout, { account: account.name })}
            />
          </Button>
        </div>
      </Notice>
    </li>
  );
}
