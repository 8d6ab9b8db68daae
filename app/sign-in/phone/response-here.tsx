'use client';

import type { ComponentProps } from 'react';
import { noteConfirmation } from '@/components/site/forms/kept-fields';
import { openPhoneSession } from '@/components/site/phone-sign-in/open-phone-session';
import { TypedResponse } from '@/components/site/phone-sign-in/typed-response';
import type { ConfirmedPurpose } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { finishConfirmationAction } from './confirm-actions';
import {
  answerConfirmationAction,
  answerSignInAction,
  showConfirmationImageAction,
  showSignInImageAction,
} from './response-actions';

/** The page on which a device's response is typed, with what it does in this site. */
export function ResponseHere({
  purpose,
  ...props
}: Omit<ComponentProps<typeof TypedResponse>, 'actions'> & { purpose: ConfirmedPurpose }) {
  const actions =
    props.about === 'sign-in'
      ? { show: showSignInImageAction, answer: answerSignInAction, finish: () => openPhoneSession(null) }
      : {
          show: () => showConfirmationImageAction(purpose),
          answer: (key: string, typed: string) => answerConfirmationAction(key, typed),
          async finish(key: string) {
            const finished = await finishConfirmationAction(key);
            if (typeof finished === 'string') return finished;
            noteConfirmation(finished.confirmedBy);
            return 'done' as const;
          },
        };
  return <TypedResponse {...props} actions={actions} />;
}
