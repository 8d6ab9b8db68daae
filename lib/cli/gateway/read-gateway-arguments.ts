import { parseArgs } from 'node:util';
import type { Fault, PlaceFault } from '../../kit/faults/fault';
import { parseFault } from '../../kit/faults/fault-text';
import { isPlaceFault } from '../../kit/faults/place';
import { PROFILES, type Profile, type StandInOptions } from '../../kit/gateways/stand-in';
import { PRIVILEGES, type Privilege } from '../../kit/gateways/state/privileges';
import { HELP_OPTION } from '../run-command';

export type GatewayArguments = {
  profile: Profile;
  options: StandInOptions;
  controlPort: number;
  /** Faults that wait for their calls from the start. */
  faults: { call: string; fault: Fault; times: number | null }[];
  /** Faults of the place that are there from the start. */
  begun: PlaceFault[];
  isJson: boolean;
};

const OPTIONS = {
  profile: { type: 'string', default: 'embedded' },
  port: { type: 'string', multiple: true },
  control: { type: 'string', default: '0' },
  domain: { type: 'string' },
  user: { type: 'string', multiple: true },
  servers: { type: 'string' },
  'client-certificate': { type: 'boolean', default: false },
  relay: { type: 'boolean', default: false },
  'without-privilege': { type: 'string', multiple: true },
  'last-authentication-field': { type: 'string' },
  'activation-limit': { type: 'string' },
  'activation-delay-seconds': { type: 'string' },
  'lifetime-seconds': { type: 'string' },
  fault: { type: 'string', multiple: true },
  begin: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  ...HELP_OPTION,
} as const;

/** @returns null if help was requested. @throws RangeError with a sentence about the wrong argument */
export function readGatewayArguments(args: string[]): GatewayArguments | null {
  const { values } = parsed(args);
  if (values.help) return null;
  const profile = PROFILES.find((one) => one === values.profile);
  if (!profile) throw new RangeError(`--profile is one of ${PROFILES.join(', ')}`);
  const servers = wholeNumber('--servers', values.servers, 1, 9);
  const activationLimit = wholeNumber('--activation-limit', values['activation-limit'], 0, 100);
  const delay = wholeNumber('--activation-delay-seconds', values['activation-delay-seconds'], 0, 31_536_000);
  const lifetime = wholeNumber('--lifetime-seconds', values['lifetime-seconds'], 1, 86_400);
  return {
    profile,
    options: {
      ports: readPorts(values.port ?? []),
      users: (values.user ?? []).map(readUser),
      clientCertificate: values['client-certificate'],
      isRelayed: values.relay,
      ...(values.domain !== undefined && { domain: values.domain }),
      ...(servers !== null && { servers }),
      missingPrivileges: (values['without-privilege'] ?? []).map(readPrivilege),
      lastAuthenticationField: values['last-authentication-field'] ?? null,
      ...(activationLimit !== null && { activationLimit }),
      ...(delay !== null && { activationDelaySeconds: delay }),
      ...(lifetime !== null && { registrationLifetimeSeconds: lifetime }),
    },
    controlPort: wholeNumber('--control', values.control, 0, 65_535) ?? 0,
    faults: (values.fault ?? []).map(readFault),
    begun: (values.begin ?? []).map(readBegun),
    isJson: values.json,
  };
}

function readPrivilege(text: string): Privilege {
  const privilege = PRIVILEGES.find((one) => one.toLowerCase() === text.toLowerCase());
  if (!privilege) throw new RangeError(`--without-privilege is one of ${PRIVILEGES.join(', ')}`);
  return privilege;
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS });
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new RangeError(`${name} is a number from ${least} to ${most}`);
  return value;
}

/** `phone=8080`, `soap=8888,8889`. */
function readPorts(texts: string[]): NonNullable<StandInOptions['ports']> {
  const ports: { soap?: number[]; cloud?: number; digipassGateway?: number; phone?: number } = {};
  for (const text of texts) {
    const [, name = '', numbers = ''] = /^(soap|cloud|gateway|phone)=([\d,]+)$/.exec(text) ?? [];
    const [first = 0, ...more] = numbers.split(',').map((one) => wholeNumber('--port', one, 0, 65_535) ?? 0);
    if (name === '' || (more.length > 0 && name !== 'soap'))
      throw new RangeError('--port is soap=8888,8889 or cloud=…, gateway=…, phone=… with one number');
    if (name === 'soap') ports.soap = [first, ...more];
    else ports[name === 'gateway' ? 'digipassGateway' : (name as 'cloud' | 'phone')] = first;
  }
  return ports;
}

/** `jane.doe:password`. */
function readUser(text: string): { userId: string; staticPassword: string } {
  const [, userId, staticPassword] = /^([^:]{1,255}):(.{1,255})$/.exec(text) ?? [];
  if (userId === undefined || staticPassword === undefined) throw new RangeError('--user is jane.doe:password');
  return { userId, staticPassword };
}

/** `MdlAddDevice=status:503@2`: which call, which fault, and how often when not for good. */
function readFault(text: string): GatewayArguments['faults'][number] {
  const [, call, name = '', times] = /^([^=]{1,200})=(.*?)(?:@(\d{1,6}))?$/s.exec(text) ?? [];
  const fault = parseFault(name);
  if (call === undefined || !fault) throw new RangeError(`--fault is call=fault or call=fault@times, not "${text}"`);
  return { call, fault, times: times === undefined ? null : Number(times) };
}

function readBegun(text: string): PlaceFault {
  const fault = parseFault(text);
  if (!fault || !isPlaceFault(fault))
    throw new RangeError(`--begin is refused, certificate:…, clock-off:… or session-expired, not "${text}"`);
  return fault;
}
