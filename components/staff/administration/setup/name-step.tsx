'use client';

import { useState } from 'react';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import type { OrganisationLook } from '@/lib/shared/organisation-look';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';
import { LookPreview } from './look-preview';
import { SetByOperator } from './set-by-operator';

export type StepProps = { version: number; look: OrganisationLook; isSetByOperator: boolean };

export function NameStep({
  action,
  version,
  look,
  isSetByOperator,
}: StepProps & { action: FormAction<StaffRefusalCode> }) {
  const [name, setName] = useState(look.isNamed ? look.name : '');
  return (
    <div className="page-columns">
      {isSetByOperator ? (
        <SetByOperator setting="TESSERA_ORGANISATION" value={look.name} />
      ) : (
        <StaffForm action={action} decides submit={t(setupNames.save)}>
          <input type="hidden" name="shown" value={version} />
          <TextField
            label={t(setupNames.organisation)}
            name="organisation"
            hint={t('As people know it, at most 64 characters.')}
            defaultValue={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={64}
            autoComplete="organization"
          />
        </StaffForm>
      )}
      <LookPreview look={{ ...look, name: name.trim() || look.name }} />
    </div>
  );
}
