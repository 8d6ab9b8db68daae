import type { Route } from 'next';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Time } from '@/components/ui/time';
import type { OpenWay, WayBack } from '@/lib/accounts/ways-back/ways-back';
import { t, type PlainMessage } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';

type Step = { words: PlainMessage; button: PlainMessage; href: Route };

const NEW_PHONE = '/sign-in?next=/activations/new' as Route;

/** Where each way begins. The helpdesk is at the end of the page, with the reference. */
const STEPS: Readonly<Record<Exclude<WayBack, 'helpdesk'>, Step>> = {
  password: { words: 'Your password sets up a new phone.', button: 'Use my password', href: NEW_PHONE },
  passkey: { words: 'Your passkey sets up a new phone.', button: 'Use my passkey', href: NEW_PHONE },
  phone: {
    words: 'Another phone of yours signs you in and sets up a new one.',
    button: 'Use my other phone',
    href: '/sign-in/phone?next=/activations/new',
  },
  provider: {
    words: 'Your organisation’s sign-in sets up a new phone.',
    button: 'Use my organisation’s sign-in',
    href: NEW_PHONE,
  },
  'recovery-code': {
    words: 'The recovery code on paper and your password set up a new phone.',
    button: 'Use my recovery code',
    href: NEW_PHONE,
  },
  'mailed-code': {
    words: 'Your password and a code by email set up a new phone.',
    button: 'Use a code by email',
    href: NEW_PHONE,
  },
};

/** The ways that this account has, the quickest first, each with its first step. */
export function WaysBackList({ ways }: { ways: readonly OpenWay[] }) {
  // Where the password alone is enough, a code besides it is none.
  const isEnough = ways.some(({ way }) => way === 'password');
  const own = ways.flatMap(({ way, from }) =>
    way === 'helpdesk' || (isEnough && way === 'mailed-code') ? [] : [{ way, from, ...STEPS[way] }],
  );
  return (
    <section aria-labelledby="ways-back">
      <h2 id="ways-back" className="mb-2 text-lg font-semibold">
        {t(lostPhoneNames.waysBack)}
      </h2>
      {own.length === 0 ? (
        <p>{t('The helpdesk sets up a new phone with you. Have the reference ready.')}</p>
      ) : (
        <ul className="grid gap-4">
          {own.map(({ way, from, words, button, href }) => (
            <li key={way} className="grid justify-items-start gap-2">
              <p>
                {t(words)}
                {from && (
                  <>
                    {' '}
                    {t('From:')} <Time at={from.toISOString()} />
                  </>
                )}
              </p>
              {!from && (
                <LinkButton href={href} variant="secondary">
                  {t(button)}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
