import type { OneSpanServerConfig } from '../../../config/sections/onespan-server-config';
import { CALLS, PRIVILEGES, type AdministrationCall, type PrivilegeName } from './calls';

type Settings = Pick<
  OneSpanServerConfig,
  'serviceUser' | 'relay' | 'resetsPasswords' | 'takesLicencesBack' | 'policy' | 'hardware'
>;

type Purpose = {
  /** For operators. */
  purpose: string;
  calls: readonly AdministrationCall[];
  /** What it takes besides its calls. */
  privileges?: readonly PrivilegeName[];
  isOn: (settings: Settings, domain: string) => boolean;
  /** The site has another way, if a worse one. */
  isDispensable?: true;
};

const PURPOSES: readonly Purpose[] = [
  {
    purpose: 'people and devices',
    calls: ['userQuery', 'USERCMD_VIEW', 'digipassQuery', 'DIGIPASSCMD_VIEW'],
    isOn: () => true,
  },
  {
    purpose: 'people outside the service user’s own domain',
    calls: [],
    privileges: ['Access Data in All Domains'],
    isOn: ({ serviceUser }, domain) => serviceUser.domain !== domain,
  },
  { purpose: 'unlocking devices', calls: ['DIGIPASSAPPLCMD_RESET_ERROR_COUNT'], isOn: () => true },
  { purpose: 'removing devices', calls: ['DIGIPASSCMD_DEACTIVATE'], isOn: () => true },
  { purpose: 'test logins', calls: ['DIGIPASSAPPLCMD_TEST_OTP'], isOn: () => true },
  {
    purpose: 'the exact end of an activation',
    calls: ['digipassActivityQuery'],
    isOn: ({ relay }) => relay === null,
    isDispensable: true,
  },
  {
    purpose: 'limits on types of devices, beforehand',
    calls: ['POLICYCMD_GET_EFFECTIVE_POLICY'],
    isOn: ({ policy }) => policy !== null,
    isDispensable: true,
  },
  {
    purpose: 'hardware that people assign to themselves',
    calls: ['DIGIPASSCMD_ASSIGN', 'viewPendingOperation', 'queryPendingOperation', 'deletePendingOperation'],
    isOn: ({ hardware }) => hardware.assignment?.by === 'administration',
  },
  {
    purpose: 'taking licences back',
    calls: ['DIGIPASSCMD_UNASSIGN', 'viewPendingOperation', 'queryPendingOperation', 'deletePendingOperation'],
    isOn: ({ takesLicencesBack }) => takesLicencesBack,
  },
  {
    purpose: 'invited people without a password',
    calls: ['USERCMD_SET_PASSWORD', 'USERCMD_RESET_PASSWORD'],
    isOn: ({ resetsPasswords }) => resetsPasswords,
  },
];

/** A privilege that the service user needs. @property purposes what for; empty for what another one brings along */
export type RequiredPrivilege = {
  name: PrivilegeName;
  purposes: string[];
  isPublished: boolean;
  isDispensable: boolean;
};

/**
 * The smallest set for what the settings switch on, by the order of `PRIVILEGES`.
 * @param domain of the site's people
 */
export function requiredPrivileges(settings: Settings, domain: string): RequiredPrivilege[] {
  const purposesOf = new Map<PrivilegeName, string[]>();
  const indispensable = new Set<PrivilegeName>(['Administrative Logon']);
  const note = (name: PrivilegeName, purpose: string | null, isDispensable: boolean) => {
    purposesOf.set(name, [...new Set([...(purposesOf.get(name) ?? []), ...(purpose === null ? [] : [purpose])])]);
    if (!isDispensable) indispensable.add(name);
    for (const other of PRIVILEGES[name].with) note(other, null, isDispensable);
  };
  note('Administrative Logon', 'every call', false);
  for (const { purpose, calls, privileges = [], isOn, isDispensable = false } of PURPOSES) {
    if (!isOn(settings, domain)) continue;
    const names = [...privileges, ...calls.flatMap((call) => privilegeFor(call))];
    for (const name of names) note(name, purpose, isDispensable);
  }
  return (Object.keys(PRIVILEGES) as PrivilegeName[]).flatMap((name) => {
    const purposes = purposesOf.get(name);
    if (!purposes) return [];
    return [{ name, purposes, isPublished: PRIVILEGES[name].isPublished, isDispensable: !indispensable.has(name) }];
  });
}

function privilegeFor(call: AdministrationCall): PrivilegeName[] {
  const { privilege } = CALLS[call];
  return privilege === null ? [] : [privilege];
}
