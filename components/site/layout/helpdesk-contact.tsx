import type { ReactNode } from 'react';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';
import { t } from '@/lib/shared/language/t';

const telephoneLink = (phone: string) => `tel:${phone.replaceAll(/[^+\d]/g, '')}`;

/**
 * Whose site it is and who helps, beside the way in.
 * @param contact null where nobody says who helps
 * @param children what else helps whoever cannot come in
 */
export function WhoHelps({
  organisation,
  contact,
  children,
}: {
  organisation: string;
  contact: HelpdeskContact | null;
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby="who-helps" className="grid justify-items-start gap-groups lg:pt-1">
      <div className="grid gap-fact">
        <h2 id="who-helps" className="text-xl font-semibold wrap-anywhere">
          {organisation}
        </h2>
        {contact && (
          <>
            <p>{contact.name}</p>
            {contact.phone !== null && (
              <p>
                <a className="text-accent underline underline-offset-4" href={telephoneLink(contact.phone)}>
                  {contact.phone}
                </a>
              </p>
            )}
            {contact.email !== null && (
              <p>
                <a className="text-accent underline underline-offset-4" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              </p>
            )}
            {contact.hours !== null && <p className="text-ink-soft">{contact.hours}</p>}
          </>
        )}
      </div>
      {children}
    </section>
  );
}

/** Who helps, as links where a press can call or write. */
export function HelpdeskContactLine({ contact }: { contact: HelpdeskContact }) {
  const { name, phone, email, hours } = contact;
  if (phone === null && email === null) return null;
  return (
    <span>
      {t('Need help?')} {name}
      {phone !== null && (
        <>
          {' · '}
          <a className="underline underline-offset-4" href={telephoneLink(phone)}>
            {phone}
          </a>
        </>
      )}
      {email !== null && (
        <>
          {' · '}
          <a className="underline underline-offset-4" href={`mailto:${email}`}>
            {email}
          </a>
        </>
      )}
      {hours !== null && ` · ${hours}`}
    </span>
  );
}
