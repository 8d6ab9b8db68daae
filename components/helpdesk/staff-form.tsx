'use client';

import { WordedForm, type ActionFormProps } from '@/components/forms/action-form';
import { staffRefusalWords, type StaffRefusalCode } from './staff-refusal-words';

/** Form for a server action of the staff area. */
export function StaffForm(props: ActionFormProps<StaffRefusalCode>) {
  return <WordedForm<StaffRefusalCode> {...props} words={staffRefusalWords} />;
}
