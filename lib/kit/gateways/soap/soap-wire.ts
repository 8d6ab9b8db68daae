import type { AuthenticationServer } from '../state/authentication-server';
import type { Reply } from '../../faults/reply';
import type { Order, Request } from '../wire/exchange';
import { authUser } from './auth-user';
import { changeBackendPassword, updatePassword } from './change-password';
import type { Command, Outcome } from './command';
import { digipassActivityQuery } from './digipass-activity-query';
import { digipassExecute, digipassQuery } from './digipass-commands';
import { digipassapplExecute } from './digipassappl-execute';
import { dsappSRPRegister } from './dsapp-srp-register';
import { IDENTIKEY_TYPES, openEnvelope, sealEnvelope, soapFault } from './envelope';
import { getSecureChallenge } from './get-secure-challenge';
import { getChallenge, policyExecute, syncTokenAndHost } from './hardware-commands';
import { provisioningExecute } from './provisioning-execute';
import {
  approvePendingOperation,
  deletePendingOperation,
  queryPendingOperation,
  rejectPendingOperation,
  viewPendingOperation,
} from './pending-operation-commands';
import { adminRoleQuery, missingPrivilege } from './privileges';
import { callerOf, logoff, logon, sessionalive, refuseWithoutSession } from './session-commands';
import { userExecute, userQuery } from './user-commands';
import { element, errorStack, resultCodes, strangeResultCodes, writeAttributes } from './write-xml';
import { onlyChild, type XmlElement } from './xml-element';

const COMMANDS: Record<string, Command> = {
  logon,
  sessionalive,
  logoff,
  authUser,
  getSecureChallenge,
  getChallenge,
  syncTokenAndHost,
  updatePassword,
  changeBackendPassword,
  userExecute,
  userQuery,
  digipassExecute,
  digipassQuery,
  digipassActivityQuery,
  digipassapplExecute,
  policyExecute,
  viewPendingOperation,
  queryPendingOperation,
  approvePendingOperation,
  rejectPendingOperation,
  deletePendingOperation,
  adminRoleQuery,
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
      perform: async () => {
        const missing = refuseWithoutSession(server, xmlElement)
          ? null
          : missingPrivilege(server, callerOf(server, xmlElement), name);
        if (missing === null) return perform(server, xmlElement, command);
        return answer(xmlElement, command, resultCodes('STAT_PERMISSION'), {
          status: 'STAT_PERMISSION',
          messages: [`Missing privilege ${missing}`],
        });
      },
      refuseStrangely: () => answer(xmlElement, command, strangeResultCodes(), { status: 'STAT_ERROR' }),
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
  const outcome = await command.run(server, xmlElement);
  return answer(xmlElement, command, resultCodes(outcome.status), outcome);
}

/** In the style of the command. */
function answer(
  xmlElement: XmlElement,
  command: Command,
  codes: string,
  outcome: Outcome & { result?: string; entries?: string[] },
): Reply {
  const { status, messages = [], result, entries = [] } = outcome;
  if (command.style === 'attributes') return answerInAttributes(xmlElement, codes, outcome);
  if (command.style === 'typed')
    return sealEnvelope(
      xmlElement,
      element('status', codes, errorStack(status, messages)),
      result === undefined ? '' : element('result', result),
    );
  const list = element(command.listName, ...entries.map((entry) => element(command.entryName, entry)));
  const count = element('resultCount', String(entries.length));
  return sealEnvelope(xmlElement, codes, count, entries.length > 0 ? list : '', errorStack(status, messages));
}

/** Public clients have seen one element more around the results of `authUser`; that its neighbour has it too is inferred. */
const WRAPPED = new Set(['authUser', 'updatePassword']);

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
  return sealEnvelope(
    xmlElement,
    WRAPPED.has(xmlElement.name) ? element(`${xmlElement.name}Results`, results) : results,
  );
}
