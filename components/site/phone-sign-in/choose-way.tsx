import type { Route } from 'next';
import { useEffect, useState } from 'react';
import { inBackground } from '@/components/site/feedback/perform';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import type { PhoneSignInWay, PhoneWays, TypedPerson } from './phone-sign-in-start';
import { SendForm } from './send-form';
import { t } from '@/lib/shared/language/t';

/** The app's accounts in this browser. @property areQuiet whether one has its notifications off */
export type AccountsHere = { userIds: readonly string[]; areQuiet: boolean };

/**
 * On a touch device: the app on this phone first, another phone's next, and last the image, which another phone scans.
 * @param onImage null where there is no image that names nobody
 */
export function ChooseWay({
  ways,
  findAccountsHere,
  onHere,
  onSend,
  onImage,
  passwordPath,
}: {
  ways: PhoneWays;
  findAccountsHere: () => Promise<AccountsHere>;
  onHere: (userId: string) => void;
  onSend: (way: PhoneSignInWay, typed: TypedPerson) => void;
  onImage: (() => void) | null;
  passwordPath: Route;
}) {
  const [{ userIds: accounts, areQuiet }, setAccounts] = useState<AccountsHere>({ userIds: [], areQuiet: false });
  useEffect(() => {
    let isGone = false;
    async function find(): Promise<void> {
      const here = await findAccountsHere();
      if (!isGone) setAccounts(here);
    }
    inBackground(find());
    return () => {
      isGone = true;
    };
  }, [findAccountsHere]);

  return (
    <div className="grid max-w-prose gap-6">
      {accounts.map((userId) => (
        <Button key={userId} variant="primary" onClick={() => onHere(userId)}>
          <span className="wrap-anywhere">
            {t(phoneSignInNames.withAppHere)}
            {accounts.length > 1 && <span className="block">{userId}</span>}
          </span>
        </Button>
      ))}
      <SendForm userId="" ways={ways} isFirst={accounts.length === 0} onSend={onSend} />
      {areQuiet && (
        <div>
          <p className="text-ink-soft">{t('This phone gets no requests: its notifications are off.')}</p>
          <div className="-ml-3">
            <LinkButton href="/authenticator" variant="quiet">
              {t(phoneSignInNames.turnNotificationsOn)}
            </LinkButton>
          </div>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {onImage && <Button onClick={onImage}>{t(phoneSignInNames.showImage)}</Button>}
        {ways.responsePath && (
          <LinkButton href={ways.responsePath} variant="secondary">
            {t(phoneSignInNames.typeResponse)}
          </LinkButton>
        )}
        <LinkButton href={passwordPath} variant="secondary">
          {t(phoneSignInNames.withPassword)}
        </LinkButton>
      </div>
    </div>
  );
}
