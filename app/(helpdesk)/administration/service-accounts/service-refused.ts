import type { RefusedForm } from '@/lib/shared/form-state';
import { refused, type StaffCode } from '../../helpdesk/refused';

/** Codes that have another sentence here than on other pages of the staff. */
const HERE = { expired: 'service-expired', ended: 'service-ended', 'already-asked': 'scopes-already-asked' } as const;

type Here = typeof HERE;
type ServiceCode<Code extends string> = Code extends keyof Here ? Here[Code] : Code;

/** Turns a refusal of the core into the answer of a form about service accounts. */
export function serviceRefused<Code extends string>(code: Code): RefusedForm<StaffCode<ServiceCode<Code>>> {
  const here: Readonly<Record<string, string>> = HERE;
  return refused((here[code] ?? code) as ServiceCode<Code>);
}
