import type { AuthenticationServer } from '../state/authentication-server';
import type { Reply } from '../../faults/reply';
import type { Order, Request } from '../wire/exchange';
import { authUser } from './auth-user';
import type { Command, Outcome } from './command';
import { digipassExecute, digipassQuery } from './digipass-commands';
import { digipassapplExecute } from './digipassappl-execute';
import { dsappSRPRegister } from './dsapp-srp-register';
import { IDENTIKEY_TYPES, openEnvelope, sealEnvelope, soapFault } from './envelope';
import { getSecureChallenge } from './get-secure-challenge';
import { provisioningExecute } from './provisioning-execute';
import { logoff, logon, sessionalive } from './session-commands';
import { userExecute, userQuery } from './user-commands';
import { element, errorStack, resultCodes, strangeResultCodes, writeAttributes } from './write-xml';
import { onlyChild, type XmlElement } from './xml-element';

const COMMANDS: Record<string, Command> = {
  logon,
  sessionalive,
  logoff,
  authUser,
  getSecureChallenge,
  userExecute,
  userQuery,
  digipassExecute,
  digipassQuery,
  digipassapplExecute,
  dsappSRPRegister,
  provisioningExecute,
};

/** The calls of the SOAP interfaces by name, with each value of `cmd` where there is one. */
export const SOAP_CALLS: readonly string[] = Object.entries(COMMANDS).flatMap(([name, command]) =>
  command.style === 'attributes' && command.commands ? command.commands.map((cmd) => `${name} ${cmd}`) : [name],
);

/** OneSpan Authentication Server's SOAP interfaces (OneSpan §4), which share one address. */
export function soapWire(server: AuthenticationServer): (request: Request) => Order {
  return (request) => {
    const xmlElement = openEnvelope(request);
    const command = xmlElement && COMMANDS[xmlElement.name];
    const cmd = xmlElement && onlyChild(xmlElement, 'cmd')?.text;
    const name = xmlElement
      ? [xmlElement.name, ...(cmd === undefined || cmd === null ? [] : [cmd])].join(' ')
      : 'unreadable';
    if (!xmlElement || !command || !isAddressed(xmlElement, command, cmd ?? null)) {
      const refuse = () =>
        soapFault(xmlElement ? `Method "${name}" not implemented` : 'The request is no SOAP 1.1 request');
      return { name, perform: async () => refuse(), refuseStrangely: refuse };
    }
    return {
      name,
      perform: () => perform(server, xmlElement, command),
      refuseStrangely: () =>
        command.style === 'typed'
          ? sealEnvelope(xmlElement, element('status', strangeResultCodes(), element('errorStack')))
          : answerInAttributes(xmlElement, strangeResultCodes(), { status: 'STAT_ERROR' }),
    };
  };
}

/** Whether the element is in its interface's namespace and `cmd` names a command. */
function isAddressed({ namespace }: XmlElement, command: Command, cmd: string | null): boolean {
  const isInNamespace = namespace?.startsWith(IDENTIKEY_TYPES + command.interface) === true;
  const commands = command.style === 'attributes' ? (command.commands ?? null) : null;
  return isInNamespace && (commands === null ? cmd === null : cmd !== null && commands.includes(cmd));
}

async function perform(server: AuthenticationServer, xmlElement: XmlElement, command: Command): Promise<Reply> {
  if (command.style === 'attributes') {
    const outcome = await command.run(server, xmlElement);
    return answerInAttributes(xmlElement, resultCodes(outcome.status), outcome);
  }
  const { status, messages = [], result } = await command.run(server, xmlElement);
  return sealEnvelope(
    xmlElement,
    element('status', resultCodes(status), errorStack(status, messages)),
    result === undefined ? '' : element('result', result),
  );
}

/** Public clients have seen one element more around the results of the authentication interface. */
function answerInAttributes(
  xmlElement: XmlElement,
  codes: string,
  { status, attributes, list, messages }: Outcome,
): Reply {
  const resultAttribute = list
    ? list.map((one) => element('attributeList', writeAttributes(one))).join('')
    : writeAttributes(attributes ?? {});
  const results = element(
    'results',
    codes,
    element('resultAttribute', resultAttribute),
    errorStack(status, messages ?? []),
  );
  return sealEnvelope(xmlElement, xmlElement.name === 'authUser' ? element('authUserResults', results) : results);
}
