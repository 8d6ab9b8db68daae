import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t } from '@/lib/shared/language/t';
import type { NotMePreview } from '@/lib/helpdesk/safety/notices/report-not-me';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';

/** What the link is about, and what the report will do. */
export function NotMeSubject({ door, contact }: { door: NotMePreview; contact: HelpdeskContact | null }) {
  if (door.about === 'reissue') {
    return (
      <>
        <Card>
          <DescriptionList
            items={[
              { term: t('What'), description: t('New activation after a call') },
              { term: t('Requested by'), description: t('Somebody at the helpdesk') },
              { term: t('Time'), description: <Time at={door.requestedAt} /> },
            ]}
          />
        </Card>
        <p>
          {t(
            'The helpdesk says that they called you about it. If they didn’t, or you requested nothing, stop it here.',
          )}
        </p>
      </>
    );
  }
  const from = [
    { term: t('Browser'), description: browserInWords(door.trace.browser) },
    { term: t('Network'), description: door.trace.network ?? t('Unknown') },
  ];
  if (door.about === 'device') {
    const device = [
      { term: t('Device'), description: door.deviceName },
      { term: t('Activated'), description: <Time at={door.activatedAt} /> },
    ];
    return (
      <>
        <Card>
          <DescriptionList items={[...device, ...from]} />
        </Card>
        <p>{t('This locks the device, signs you out everywhere and tells the helpdesk, who will call you.')}</p>
      </>
    );
  }
  const what = door.about === 'frozen' ? t('Account frozen') : t('Phone reported lost');
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            { term: t('What'), description: what },
            { term: t('Time'), description: <Time at={door.openedAt} /> },
            ...(door.locked.length > 0 ? [{ term: t('Locked'), description: door.locked.join(', ') }] : []),
            ...from,
            { term: t('Reference'), description: door.reference },
          ]}
        />
      </Card>
      <p>
        {t('If it was you, call the helpdesk when you want to go on, and tell them the reference.')}{' '}
        {contact && <HelpdeskContactLine contact={contact} />}
      </p>
      <p>
        {t(
          'If it wasn’t, report it: the helpdesk is told at once and will call you. What is locked stays locked until then.',
        )}
      </p>
    </>
  );
}
