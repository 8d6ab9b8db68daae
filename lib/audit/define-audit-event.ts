import type { PlainMessage } from '../shared/language/t';
import type { Properties, ValuesOf } from './properties';
import type { Phrase } from './voice';

/** Class and activity of the Open Cybersecurity Schema Framework, category Identity & Access Management. */
export type OcsfActivity =
  | readonly [
      'account change',
      (
        | 'Create'
        | 'Enable'
        | 'Password Change'
        | 'Password Reset'
        | 'Disable'
        | 'Delete'
        | 'Lock'
        | 'MFA Factor Enable'
        | 'MFA Factor Disable'
      ),
    ]
  | readonly ['authentication', 'Logon' | 'Logoff']
  | readonly ['user access', 'Assign Privileges' | 'Revoke Privileges'];

/** Who acted, as the user is told. */
export type NoticedActor = 'user' | 'helpdesk' | 'site';

/** What a notice says of its event besides when, by whom and from where. */
export type NoticeDetails = { instanceId?: string; name?: string; browser?: string | null };

/**
 * Everything that there is to say of one type of audit event; the rest is derived from it.
 * @property facts its properties, which are stored and hashed: they are only added, and then optional
 * @property example a fact of the type, for tests
 * @property name in the filter's list
 * @property sentence what happened, in plain words: `oneVoice`, or `twoVoices` to the account's user and to others
 * @property story its part in a user's activity: a step of an activation, told in one line with the others, or its end
 *   without a device; a proof, told with what it was given for; what a stranger could have done, told with the network;
 *   `disownable`: that, with a way to report it; `prompt`: a question that a page asked, which is not told at all
 * @property ocsf where it is no change of an entity; see `ocsfEvent`
 * @property severity `high` for what needs attention at once
 * @property notice the mail by which its user is told of it at once; `about` is null where this one is not told
 */
export type AuditEventDeclaration<Type extends string, Facts extends Properties, What extends string> = {
  type: Type;
  facts: Facts;
  example: NoInfer<ValuesOf<Facts>>;
  name: PlainMessage;
  sentence: Phrase<ValuesOf<Facts>>;
  story?: 'activation' | 'end of an activation' | 'proof' | 'by anybody' | 'disownable' | 'prompt';
  ocsf?: OcsfActivity;
  severity?: 'high';
  notice?: { what: What; about?: (facts: ValuesOf<Facts>, by: NoticedActor) => NoticeDetails | null };
};

export function defineAuditEvent<
  const Type extends string,
  const Facts extends Properties,
  const What extends string = never,
>(declaration: AuditEventDeclaration<Type, Facts, What>): AuditEventDeclaration<Type, Facts, What> {
  return declaration;
}

/** Of an event that is its type and its circumstances alone. */
export const NO_FACTS = { facts: {}, example: {} };
