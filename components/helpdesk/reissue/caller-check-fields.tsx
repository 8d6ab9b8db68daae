import { CheckField } from '@/components/ui/check-field';
import { TextField } from '@/components/ui/text-field';
import {
  MAXIMUM_DETAIL_LENGTH,
  VOUCHED_METHODS,
  type VouchedMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { CheckLabel } from './evidence-list';

const DETAILS: Record<VouchedMethod, string> = {
  'call-back': 'Number called',
  'identity-document': 'Last four characters',
  manager: 'Name of the manager',
};

/**
 * The checks that agents vouch for, each with what they saw or heard.
 * @param typed values to show again after a refusal
 */
export function CallerCheckFields({ typed }: { typed: Record<string, string> }) {
  return VOUCHED_METHODS.map((method) => (
    <CheckField
      key={method}
      name={method}
      label={<CheckLabel method={method} />}
      defaultChecked={typed[method] === 'on'}
    >
      <TextField
        label={DETAILS[method]}
        name={`${method}-detail`}
        maxLength={MAXIMUM_DETAIL_LENGTH}
        autoComplete="off"
        defaultValue={typed[`${method}-detail`] ?? ''}
      />
    </CheckField>
  ));
}
