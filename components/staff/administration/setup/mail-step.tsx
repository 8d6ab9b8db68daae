'use client';

import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { PROBLEM_WORDS } from '@/components/staff/helpdesk/queues/problem-words';
import { Notice } from '@/components/ui/notice';
import type { TriedMail } from '@/lib/messaging/organisation/try-mail';
import type { FormAction } from '@/lib/shared/form-state';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';

/** @param address null where the administrator has none @param folder null where there is a mail server */
export function MailStep({
  action,
  address,
  folder,
}: {
  action: FormAction<StaffRefusalCode>;
  address: string | null;
  folder: string | null;
}) {
  return (
    <div className="grid max-w-prose gap-facts">
      {folder !== null && (
        <Notice tone="warning" title={t('Emails reach nobody yet.')}>
          <p>
            {t('They are written to files in {folder}. Whoever runs this site sets SMTP_URL and MAIL_FROM.', {
              folder,
            })}
          </p>
        </Notice>
      )}
      {address === null ? (
        <p>{t('Your account has no email address. Another administrator can add one.')}</p>
      ) : (
        <>
          <p>{t('It goes to {address} at once, and you see what the email server answers.', { address })}</p>
          <StaffForm
            action={action}
            submit={t(setupNames.sendTest)}
            pendingText={t('Sending…')}
            renderSecret={(answer) => <MailAnswer tried={JSON.parse(answer) as TriedMail} />}
          />
        </>
      )}
    </div>
  );
}

function MailAnswer({ tried: { problem, answer } }: { tried: TriedMail }) {
  return (
    <Notice
      tone={problem === null ? 'success' : 'error'}
      role="status"
      title={problem === null ? t('The email was accepted.') : t(PROBLEM_WORDS[problem])}
    >
      <p>
        {t('The answer:')}{' '}
        <code lang="en" className="font-mono text-sm wrap-anywhere">
          {answer}
        </code>
      </p>
    </Notice>
  );
}
