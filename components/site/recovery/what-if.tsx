import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { Loss, Rehearsal } from '@/lib/accounts/ways-back/rehearsal';
import type { OpenWay, WayBack } from '@/lib/accounts/ways-back/ways-back';
import { locale, t, type Message, type PlainMessage } from '@/lib/shared/language/t';

const LOSS_WORDS = {
  phone: 'My phone is lost',
  computer: 'My computer is stolen',
  pin: 'I forgot my PIN',
  password: 'I forgot my password',
} as const satisfies Record<Loss, Message>;

/** What each loss has to be put right by. */
const MENDING_WORDS = {
  phone: 'Set up a new phone with:',
  computer: 'Sign out there, and remove its passkey with:',
  pin: 'Set the phone up again with:',
  password: 'Set a new password with:',
} as const satisfies Record<Loss, Message>;

const WAY_WORDS = {
  password: 'your password',
  passkey: 'with|a passkey',
  phone: 'another phone',
  provider: 'your organisation’s sign-in',
  'recovery-code': 'the code on paper',
  'mailed-code': 'with|a code by email',
  helpdesk: 'with|the helpdesk',
} as const satisfies Record<WayBack, Message>;

/** How long a way takes. */
const PACE_WORDS = {
  password: 'at once',
  passkey: 'at once',
  phone: 'at once',
  provider: 'at once',
  'recovery-code': 'a few minutes',
  'mailed-code': 'a few minutes',
  helpdesk: 'a call, and they check that it’s you',
} as const satisfies Record<WayBack, Message>;

/** What would still work after each loss, how long it would take, and what is missing. */
export function WhatIf({ rehearsals }: { rehearsals: readonly Rehearsal[] }) {
  return (
    <div className="grid divide-y divide-line border-y border-line">
      {rehearsals.map((rehearsal) => (
        <details key={rehearsal.loss} name="what-if" className="group" data-loss={rehearsal.loss}>
          <summary className="flex min-h-11 list-none items-center justify-between gap-3 py-2 font-semibold [&::-webkit-details-marker]:hidden">
            {t(LOSS_WORDS[rehearsal.loss])}
            <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
          </summary>
          <Answer {...rehearsal} />
        </details>
      ))}
    </div>
  );
}

function Answer({ loss, signsIn, mends, missing }: Rehearsal) {
  return (
    <div className="grid gap-3 pb-4">
      <p>
        {signsIn.length > 0
          ? t('You can still sign in with {ways}.', { ways: either(signsIn.map(({ way }) => t(wordsOf(way, loss)))) })
          : t('You can’t sign in until the helpdesk has helped you.')}
      </p>
      {mends.length > 0 && (
        <div>
          <p>{t(MENDING_WORDS[loss])}</p>
          <ul className="mt-1 list-disc pl-5">
            {mends.map((way) => (
              <li key={way.way}>{wayWithPace(way, loss)}</li>
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <p className="text-ink-soft">
          {t('It would be quicker with {ways}.', { ways: either(missing.map((backup) => t(WAY_WORDS[backup]))) })}
        </p>
      )}
    </div>
  );
}

function wordsOf(way: WayBack, loss: Loss): PlainMessage {
  return way === 'phone' && (loss === 'computer' || loss === 'password') ? 'with|your phone' : WAY_WORDS[way];
}

function wayWithPace({ way, from }: OpenWay, loss: Loss): ReactNode {
  const name = t(wordsOf(way, loss));
  if (from)
    return (
      <RichText
        message="{name}: from {time}"
        values={{ name, time: <Time at={from.toISOString()} form="upcoming" /> }}
      />
    );
  return t('{name}: {pace}', { name, pace: t(PACE_WORDS[way]) });
}

function either(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words);
}
