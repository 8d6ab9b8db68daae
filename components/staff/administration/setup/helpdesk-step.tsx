'use client';

import { useState } from 'react';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';
import { LookPreview } from './look-preview';
import type { StepProps } from './name-step';
import { SetByOperator } from './set-by-operator';

const EMPTY = { name: '', phone: null, email: null, hours: null };

export function HelpdeskStep({
  action,
  version,
  look,
  isSetByOperator,
}: StepProps & { action: FormAction<StaffRefusalCode> }) {
  const [contact, setContact] = useState(look.contact ?? EMPTY);
  const { name, phone, email, hours } = contact;
  const change = (part: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setContact({ ...contact, [part]: event.target.value });
  return (
    <div className="page-columns">
      {isSetByOperator ? (
        <SetByOperator
          setting="TESSERA_HELPDESK_CONTACT"
          value={[name, phone, email, hours].filter((part) => part !== null).join(' · ')}
        />
      ) : (
        <StaffForm action={action} decides submit={t(setupNames.save)}>
          <input type="hidden" name="shown" value={version} />
          <TextField
            label={t(setupNames.helpdeskName)}
            name="helpdeskName"
            hint={t('Such as “IT Service Desk”.')}
            defaultValue={name}
            onChange={change('name')}
            required
            maxLength={120}
            autoComplete="off"
          />
          <TextField
            label={t(setupNames.phone)}
            name="phone"
            hint={t('A telephone number or an email address is needed; both are better.')}
            defaultValue={phone ?? ''}
            onChange={change('phone')}
            maxLength={120}
            autoComplete="off"
            inputMode="tel"
          />
          <TextField
            label={t(setupNames.email)}
            name="email"
            type="email"
            defaultValue={email ?? ''}
            onChange={change('email')}
            maxLength={120}
            autoComplete="off"
          />
          <TextField
            label={t(setupNames.hours)}
            name="hours"
            hint={t('Leave empty for none.')}
            defaultValue={hours ?? ''}
            onChange={change('hours')}
            maxLength={120}
            autoComplete="off"
          />
        </StaffForm>
      )}
      <LookPreview look={{ ...look, contact: name === '' ? null : contact }} />
    </div>
  );
}
