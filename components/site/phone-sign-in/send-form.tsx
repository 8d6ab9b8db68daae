'use client';

import { useId, type FormEvent } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/fields/text-field';
import { phoneSignInNames, signInNames } from '@/lib/shared/names/sign-in-names';
import { OffWays } from './off-ways';
import type { PhoneSignInWay, PhoneWays, TypedPerson } from './phone-sign-in-start';
import { t } from '@/lib/shared/language/t';

/**
 * The ways that name their person: a message to their phones, and an image for these alone.
 * @param userId what was typed before
 * @param isFirst whether it is the way that the page offers first
 */
export function SendForm({
  userId,
  ways,
  isFirst,
  onSend,
}: {
  userId: string;
  ways: PhoneWays;
  isFirst: boolean;
  onSend: (way: PhoneSignInWay, typed: TypedPerson) => void;
}) {
  const heading = useId();
  const hasPush = ways.push === true;
  const hasImage = ways.image === true && !ways.isForAnyone;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = new FormData(event.currentTarget);
    const textOf = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    };
    const isImage = submitter instanceof HTMLButtonElement && submitter.value === 'image';
    const way = isImage || !hasPush ? 'image' : 'message';
    onSend(way, { userId: textOf('userId'), password: textOf('password') });
  }

  return (
    <section aria-labelledby={heading} className={`max-w-prose ${isFirst ? '' : 'mt-10'}`}>
      <Card>
        <h2 id={heading} className="text-lg font-semibold">
          {headingOf(hasPush, isFirst)}
        </h2>
        {hasPush && (
          <p className="mt-1 text-ink-soft">
            {ways.isForAnyone
              ? t('It reaches your activated phone while the app is open there, or if notifications are on.')
              : t('It goes to your activated phone.')}
          </p>
        )}
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
          {ways.wantsPassword && (
            <TextField
              label={t(signInNames.password)}
              hint={t('Your authentication server wants it before it asks your phone.')}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
            />
          )}
          <div className="flex flex-wrap gap-3">
            {hasPush && (
              <Button type="submit" variant={isFirst ? 'primary' : 'secondary'}>
                {t(phoneSignInNames.send)}
              </Button>
            )}
            {hasImage && (
              <Button type="submit" name="way" value="image" variant={hasPush || !isFirst ? 'secondary' : 'primary'}>
                {t(hasPush ? phoneSignInNames.showImage : phoneSignInNames.showFirstImage)}
              </Button>
            )}
          </div>
        </form>
        <OffWays ways={ways} />
      </Card>
    </section>
  );
}

function headingOf(hasPush: boolean, isFirst: boolean): string {
  if (!hasPush) return t('Get an image for your phone');
  return isFirst ? t('Send a request to your phone') : t('Can’t scan? Send a request instead');
}
