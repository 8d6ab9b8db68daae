'use client';

import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { CheckLine } from '@/components/phone/check/check-lines';
import { CheckTable } from '@/components/phone/check/check-table';
import { TextField } from '@/components/ui/fields/text-field';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { t } from '@/lib/shared/language/t';
import { readPhoneCheckAction } from './actions';

const EMPTY_FORM = '/helpdesk/checks';

export function CheckCodeForm() {
  return (
    <StaffForm
      action={readPhoneCheckAction}
      submit={t(phoneCheckNames.show)}
      renderSecret={(answer) => <ReadCheck lines={JSON.parse(answer) as CheckLine[]} />}
    >
      <TextField
        label={t(phoneCheckNames.codeOfPhone)}
        hint={t('Eight characters. Capitals, spaces and dashes don’t matter.')}
        name="code"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </StaffForm>
  );
}

function ReadCheck({ lines }: { lines: readonly CheckLine[] }) {
  return (
    <div role="status" className="grid gap-groups">
      <CheckTable lines={lines} />
      {/* Another document, so that the form is empty. */}
      <p>
        <a href={EMPTY_FORM} className="font-semibold text-accent underline underline-offset-4">
          {t(phoneCheckNames.anotherCode)}
        </a>
      </p>
    </div>
  );
}
