import type { AttributeCommand } from './command';
import { refused } from './command';
import { isFieldsRefusal, readFields } from './attribute-set';
import { onlyChild } from './xml-element';
import { authenticate } from '../state/authenticate';

/** `authUser` (OneSpan §4.3): a static password or a one-time password, for a registered component. */
export const authUser: AttributeCommand = {
  style: 'attributes',
  interface: 'Authentication',
  async run(server, request) {
    const fields = readFields(
      onlyChild(request, 'credentialAttributeSet'),
      ['CREDFLD_USERID', 'CREDFLD_COMPONENT_TYPE', 'CREDFLD_PASSWORD', 'CREDFLD_PASSWORD_FORMAT'],
      ['CREDFLD_DOMAIN'],
    );
    if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
    const valueOf = (name: string) => fields.get(name)?.value ?? '';
    if (valueOf('CREDFLD_PASSWORD_FORMAT') !== '0') return refused('STAT_INVDATA', 'Unknown password format');
    if (!server.options.components[valueOf('CREDFLD_COMPONENT_TYPE')])
      return refused('STAT_COMPONENT', 'No such client component is registered');
    const account = server.accounts.find(valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN'));
    const verdict = await authenticate(server, account, valueOf('CREDFLD_PASSWORD'));
    if (!verdict.ok || !account) {
      const { status } = verdict.ok ? { status: 'STAT_INVCREDENTIALS' as const } : verdict;
      return {
        status,
        attributes: { CREDFLD_STATUS_MESSAGE: 'Authentication failed' },
        messages: ['Authentication failed'],
      };
    }
    return {
      status: 'STAT_SUCCESS',
      attributes: {
        CREDFLD_USERID: account.userId,
        CREDFLD_DOMAIN: account.domain,
        CREDFLD_SERIAL_NO: verdict.serialNumber,
        CREDFLD_STATUS_MESSAGE: verdict.statusMessage,
      },
    };
  },
};
