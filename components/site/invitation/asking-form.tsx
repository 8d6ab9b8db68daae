'use client';

import { useRef, useState, type FormEvent } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import type { InvitationPreview } from '@/lib/helpdesk/invitations/open-invitation';
import { invitedNames } from '@/lib/shared/names/activation-names';
import type { InvitationRefusal } from './invitation-moves';
import { INVITATION_WORDS } from './refusal-words';
import type { TypedProof } from './use-invitation';
import { t, type Message } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

const LEADS = {
  nothing: 'You’re signed in, so there’s nothing to enter.',
  password: 'Enter your password to confirm that this link is yours.',
  code: 'Enter the code from the email that announced the letter to confirm that this link is yours.',
  'read-out': 'Stay on the phone with the helpdesk. Next we show a code for you to read out to them.',
} as const satisfies Record<InvitationPreview['asksFor'], Message>;

/** Asks for the proof that the visitor is the invited user, and opens the invitation. */
export function AskingForm({
  door,
  problem,
  onProof,
  onReadOut,
  onShowUserId,
}: {
  door: InvitationPreview;
  problem: InvitationRefusal | null;
  onProof: (proof: TypedProof) => Promise<void>;
  onReadOut: () => Promise<void>;
  onShowUserId: () => Promise<void>;
}) {
  const [usesPassword, setUsesPassword] = useState(false);
  const [isPending, setIsPending] = useState(false);
  /** Takes the focus of the button that has shown it, and is gone. */
  const userId = useRef<HTMLElement>(null);
  const asksFor = usesPassword ? 'password' : door.asksFor;
  const hasOtherWay = door.asksFor === 'code' || door.asksFor === 'read-out';

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    setIsPending(true);
    if (asksFor === 'read-out') await onReadOut();
    else await onProof({ code: textOf(form, 'code'), password: textOf(form, 'password') });
    setIsPending(false);
  }

  return (
    <div className="grid gap-6">
      {problem && (
        <Notice tone="error" title={t(INVITATION_WORDS[problem].title)} role="alert">
          <p>{t(INVITATION_WORDS[problem].text)}</p>
        </Notice>
      )}
      <Card>
        <form method="post" onSubmit={(event) => perform(submit(event))} className="grid gap-5">
          <div>
            <p className="flex flex-wrap items-center gap-x-4 text-lg">
              <span className="min-w-0 wrap-anywhere">
                <RichText
                  message="For {userId}"
                  values={{
                    userId: (
                      <strong ref={userId} tabIndex={-1}>
                        {door.userId}
                      </strong>
                    ),
                  }}
                />
              </span>
              {!door.isUserIdWhole && (
                <Button variant="quiet" onClick={() => perform(onShowUserId().then(() => userId.current?.focus()))}>
                  {t(invitedNames.showUserId)}
                </Button>
              )}
            </p>
            <p className="mt-1 text-ink-soft">{t(LEADS[asksFor])}</p>
          </div>
          {asksFor === 'password' && door.isUserIdWhole && (
            // Tells password managers whose password it is.
            <input type="text" name="username" autoComplete="username" value={door.userId} readOnly hidden />
          )}
          {asksFor === 'code' && (
            <TextField
              label={t(invitedNames.code)}
              name="code"
              autoComplete="one-time-code"
              spellCheck={false}
              required
              maxLength={40}
            />
          )}
          {asksFor === 'password' && (
            <TextField
              label={t(invitedNames.password)}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="primary" aria-disabled={isPending} aria-busy={isPending}>
              <ButtonProgress isPending={isPending} pendingText={t('One moment…')}>
                {asksFor === 'read-out' ? t(invitedNames.showCode) : t(invitedNames.continue)}
              </ButtonProgress>
            </Button>
            {hasOtherWay && (
              <Button variant="quiet" onClick={() => setUsesPassword(!usesPassword)}>
                {usesPassword ? t('Go back') : t('Use your password instead')}
              </Button>
            )}
          </div>
        </form>
      </Card>
      <p className="text-sm text-ink-soft">
        <RichText
          message="Valid until {time}. Didn’t ask for this? Close this page and tell the helpdesk."
          values={{ time: <Time at={door.endsAt} /> }}
        />
      </p>
    </div>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
