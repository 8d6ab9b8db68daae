import { DescriptionList } from '@/components/ui/lists/description-list';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type AuditRecord, splitEvent } from '@/lib/audit/audit-record';
import { actorWords } from './actor-words';
import { t } from '@/lib/shared/language/t';

/** Opened, it shows everything that is stored of a record. */
export function AuditRecordDetails({
  record: { sequenceNumber, at, event, previousHash, hash },
}: {
  record: AuditRecord;
}) {
  const { type, actor, subject, address, correlationId } = event;
  return (
    <details className="text-sm">
      <summary className="w-fit py-1 text-accent underline-offset-4 hover:underline">
        {t('Record {number}', { number: sequenceNumber })}
      </summary>
      <div className="mt-2 rounded-control bg-page p-4 wrap-anywhere">
        <DescriptionList
          items={[
            { term: t('Type'), description: type },
            { term: t('Time'), description: at.toISOString() },
            {
              term: t('About user'),
              description: subject
                ? t('{userId} in {domain}', { userId: subject.userId, domain: subject.domain })
                : t('Nobody'),
            },
            { term: t('Done by'), description: actorWords(actor) },
            { term: t('Address'), description: address ?? t('None') },
            { term: t('Correlation ID'), description: correlationId },
          ]}
        />
        <div lang="en" className="my-3">
          <DescriptionList items={factDetails(event)} />
        </div>
        <DescriptionList
          items={[
            { term: t('Previous hash'), description: <span className="font-mono">{previousHash}</span> },
            { term: t('Hash'), description: <span className="font-mono">{hash}</span> },
          ]}
        />
      </div>
    </details>
  );
}

/** Fields of an event beyond its type and context: their names as words, in English as they are stored, and their values. */
function factDetails(event: AuditEvent): { term: string; description: string }[] {
  const { type: _type, ...details } = splitEvent(event).fact;
  return Object.entries(details).map(([name, value]) => ({ term: termOf(name), description: textOf(value) }));
}

/** `activationId` becomes "Activation ID". */
function termOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ id$/, ' ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(value: unknown): string {
  if (value === null) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
