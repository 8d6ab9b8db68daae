import { isFieldsRefusal, readFields } from './attribute-set';
import { refused, type AttributeCommand } from './command';
import { onlyChild } from './xml-element';

/**
 * `getSecureChallenge` (OneSpan §4.5): a challenge that a device of the user can answer, by its key (scan and login) or by the
 * request message (a typed response). One page calls message and body both optional, another demands one of
 * the two: an option says which is right.
 */
export const getSecureChallenge: AttributeCommand = {
  style: 'attributes',
  interface: 'Authentication',
  async run(server, request) {
    const fields = readFields(
      onlyChild(request, 'credentialAttributeSet'),
      ['CREDFLD_COMPONENT_TYPE', 'CREDFLD_USERID'],
      [
        'CREDFLD_DOMAIN',
        'CREDFLD_SERIAL_NO',
        'CREDFLD_CHALLENGE_MESSAGE',
        'CREDFLD_TRANSACTION_TITLE',
        'CREDFLD_REQUEST_BODY',
        'CREDFLD_PASSWORD_FORMAT',
      ],
    );
    if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
    const valueOf = (name: string) => fields.get(name)?.value ?? '';
    const { options, accounts, challenges } = server;
    if (!options.components[valueOf('CREDFLD_COMPONENT_TYPE')])
      return refused('STAT_COMPONENT', 'No such client component is registered');
    const [text, title, body] = [
      valueOf('CREDFLD_CHALLENGE_MESSAGE'),
      valueOf('CREDFLD_TRANSACTION_TITLE'),
      valueOf('CREDFLD_REQUEST_BODY'),
    ];
    if (body !== '' && (text !== '' || title !== ''))
      return refused('STAT_INVDATA', 'A request body excludes message and title');
    if (options.requiresChallengeText && body === '' && text === '')
      return refused('STAT_MISSINGFLD', 'Either a challenge message or a request body is required');
    if (title !== '' && text === '') return refused('STAT_INVDATA', 'A title needs a message');
    // The limit is the vendor's page's.
    if (text.length > 128) return refused('STAT_INVDATA', 'The challenge message is too long');

    const account = accounts.find(valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN'));
    if (!account || account.isDisabled) return refused('STAT_NOT_FOUND', 'The user was not found');
    const devices = await challenges.devicesOf(account, 'scan');
    const serialNumber = fields.has('CREDFLD_SERIAL_NO') ? valueOf('CREDFLD_SERIAL_NO') : devices[0];
    if (serialNumber === undefined || !devices.includes(serialNumber))
      return refused('STAT_DIGIPASS_NOT_AVAILABLE', 'No applicable authenticator was found');
    const key = challenges.open(account, [serialNumber], text || body, false);
    return {
      status: 'STAT_SUCCESS',
      attributes: {
        CREDFLD_CHALLENGE_KEY: key,
        CREDFLD_DOMAIN: account.domain,
        CREDFLD_REQUEST_MESSAGE: await challenges.messageFor(key, serialNumber),
        CREDFLD_SERIAL_NO: serialNumber,
        CREDFLD_USERID: account.userId,
      },
    };
  },
};
