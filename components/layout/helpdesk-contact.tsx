import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';
import { t } from '@/lib/language/t';

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
          <a className="underline underline-offset-4" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
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
