import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';

/** Whom to call, with what, and what they will ask. @param contact null where the operator has named nobody */
export function CallHelpdesk({ reference, contact }: { reference: string; contact: HelpdeskContact | null }) {
  return (
    <section aria-labelledby="call">
      <h2 id="call" className="mb-2 text-lg font-semibold">
        {t('When you call the helpdesk')}
      </h2>
      <dl className="mb-3 grid gap-1">
        <dt className="text-ink-soft">{t(lostPhoneNames.reference)}</dt>
        <dd className="font-mono text-xl font-semibold tabular-nums">{reference}</dd>
      </dl>
      <p className="mb-2">
        {contact ? <HelpdeskContactLine contact={contact} /> : t('Call the helpdesk of your organisation.')}
      </p>
      <p className="text-ink-soft">
        {t(
          'Tell them the reference. They’ll check that it’s you, for example by calling you back on a number they know or by asking your manager. They’ll never ask for your password.',
        )}
      </p>
    </section>
  );
}
