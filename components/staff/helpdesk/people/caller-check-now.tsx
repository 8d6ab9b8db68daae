'use client';

import { CallerPhoneField } from '@/components/staff/helpdesk/reissue/caller-phone-field';
import type { CallerDevice } from '@/components/staff/helpdesk/reissue/caller-checks';
import { keepConfirmation } from '@/components/staff/helpdesk/reissue/kept-confirmation';
import type { AskCallerAction } from '@/components/staff/helpdesk/reissue/run-caller-request';

/** The quickest check, in one press. Its answer goes along to the form that sends a new activation. */
export function CallerCheckNow({
  userId,
  vouching,
  action,
}: {
  userId: string;
  vouching: readonly CallerDevice[];
  action: AskCallerAction;
}) {
  return (
    <CallerPhoneField
      userId={userId}
      vouching={vouching}
      action={action}
      onConfirmation={(confirmation) =>
        confirmation && keepConfirmation(sessionStorage, userId, confirmation, Date.now())
      }
    />
  );
}
