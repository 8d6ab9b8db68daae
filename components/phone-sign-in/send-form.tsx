'use client';

import { useId, type FormEvent } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/fields/text-field';
import { phoneSignInNames } from '@/lib/names/sign-in-names';
import { t } from '@/lib/language/t';

/**
 * The way without a camera.
 * @param userId what was typed before
 * @param isFirst whether it is the way that the page offers first
 */
export function SendForm({
  userId,
  isFirst,
  onSend,
}: {
  userId: string;
  isFirst: boolean;
  onSend: (userId: string) => void;
}) {
  const heading = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const input = new FormData(event.currentTarget).get('userId');
    if (typeof input === 'string') onSend(input);
  }

  return (
    <section aria-labelledby={heading} className={`max-w-prose ${isFirst ? '' : 'mt-10'}`}>
      <Card>
        <h2 id={heading} className="text-lg font-semibold">
          {isFirst ? t('Send a request to your phone') : t('Can’t scan? Send a request instead')}
        </h2>
        <p className="mt-1 text-ink-soft">
          {t('It reaches your activated phone while the app is open there, or if notifications are on.')}
        </p>
        <form onSubmit={submit} method="post" className="mt-4 grid gap-4">
          <TextField
            label={t(phoneSignInNames.userId)}
            name="userId"
            defaultValue={userId}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={255}
          />
          <div>
            <Button type="submit" variant={isFirst ? 'primary' : 'secondary'}>
              {t(phoneSignInNames.send)}
            </Button>
          </div>
        </form>
      </Card>
    </section>
  );
}
