import { Snowflake } from 'lucide-react';
import { Button } from '@/components/ui/buttons/button';
import { ShortName } from '@/components/ui/short-name';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { HelpdeskHelp } from '../helpdesk-help';
import { t } from '@/lib/shared/language/t';

/** In the place of a one-time password, which nobody would take. */
export function FrozenAccount({ name, onAskAgain }: { name: string; onAskAgain: () => void }) {
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-1.5 font-semibold text-warning">
        <Snowflake aria-hidden="true" className="size-4.5" />
        {t(phoneAppNames.frozenAccount)}
      </p>
      <p>{t('No one can sign in to your account, including you. To unfreeze it, call the helpdesk.')}</p>
      <HelpdeskHelp />
      <Button onClick={onAskAgain}>
        <ShortName shown={t(phoneAppNames.askAgain)} name={t(phoneAppNames.askAgainAbout, { account: name })} />
      </Button>
    </div>
  );
}
