import type { Route } from 'next';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { phoneSignInNames } from '@/lib/names/sign-in-names';
import { SendForm } from './send-form';
import { t } from '@/lib/language/t';

/** On a touch device: the app on this phone first, another phone's next, and last the image, which another phone scans. */
export function ChooseWay({
  findAccountsHere,
  onHere,
  onSend,
  onImage,
  passwordPath,
}: {
  findAccountsHere: () => Promise<string[]>;
  onHere: (userId: string) => void;
  onSend: (userId: string) => void;
  onImage: () => void;
  passwordPath: Route;
}) {
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    async function find(): Promise<void> {
      const here = await findAccountsHere();
      if (!isGone) setAccounts(here);
    }
    void find();
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
      <SendForm userId="" isFirst={accounts.length === 0} onSend={onSend} />
      <div className="flex flex-wrap gap-3">
        <Button onClick={onImage}>{t(phoneSignInNames.showImage)}</Button>
        <LinkButton href={passwordPath} variant="secondary">
          {t(phoneSignInNames.withPassword)}
        </LinkButton>
      </div>
    </div>
  );
}
