import { VERSION } from '../shared/version';

/** `20270301000000_contract_0_2_old_names` takes away what no version from 0.2 on reads or writes. */
const CONTRACT = /^\d{14}_contract(?:_(\d+)_(\d+)_|_|$)/;

/** Whether a migration takes something away, by its name, which is all that an older version ever sees of it. */
export function isContract(name: string): boolean {
  return CONTRACT.test(name);
}

/**
 * Whether a version that lacks a migration runs on a database that has it: one that only adds (expand) hinders nobody, one that
 * takes away (contract) says in its name since which version nobody misses it.
 * @param version `<major>.<minor>.<patch>`
 */
export function runsWithout(name: string, version = VERSION): boolean {
  const contract = CONTRACT.exec(name);
  if (!contract) return true;
  const [, major, minor] = contract;
  if (major === undefined || minor === undefined) return false;
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > Number(major) || (ownMajor === Number(major) && ownMinor >= Number(minor));
}
