'use client';

import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { ShownKey } from '@/components/staff/service-accounts/shown-key';
import { SelectField } from '@/components/ui/fields/select-field';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { replaceKeyAction, showKeyAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** Makes a key and shows it in its place. @param isFirst whether the account has none yet */
export function KeyForm({ id, isFirst }: { id: string; isFirst: boolean }) {
  return (
    <StaffForm
      action={isFirst ? showKeyAction : replaceKeyAction}
      decides
      submit={isFirst ? t(serviceAccountNames.showKey) : t(serviceAccountNames.replaceKey)}
      pendingText={t('Making it…')}
      renderSecret={(text) => <ShownKey text={text} id={id} />}
    >
      <input type="hidden" name="serviceAccountId" value={id} />
      {!isFirst && (
        <SelectField
          label={t(serviceAccountNames.overlap)}
          name="overlap"
          defaultValue="day"
          hint={t('Let it open until the system has the new one. End it now if somebody else may have it.')}
          options={[
            { value: 'none', text: t('Ends now') },
            { value: 'hour', text: t('Opens for 1 hour') },
            { value: 'day', text: t('Opens for 1 day') },
            { value: 'week', text: t('Opens for 7 days') },
          ]}
        />
      )}
    </StaffForm>
  );
}
