import { isLoopbackHost } from '../../shared/loopback-host';
import { addressesOf } from '../sections/site-settings';
import type { Environment } from './environment-schema';
import { VARIABLE_NAMES } from './setting-files';

type Variables = Readonly<Record<string, string | undefined>>;

/** How names begin that nothing but Tessera reads. */
const OWN = /^(?:TESSERA|ONESPAN|GATEWAY|WEBHOOK)_/;

/** What its suites and its build say to themselves. */
const OF_TESTS = /^TESSERA_(?:TEST_|BUILD_ID$)/;

/** Where a service is, as Kubernetes and Docker put it beside the settings of one that has the same name. */
const SERVICE_NAME = /_SERVICE_(?:HOST|PORT)(?:_|$)|_PORT_\d+_(?:TCP|UDP)/;
const SERVICE_ADDRESS = /^(?:tcp|udp):\/\//;

/** What keeps no site from starting, and somebody should know. */
export type SettingWarning = { words: string; fix: string };

export function settingWarnings(environment: Environment, variables: Variables): SettingWarning[] {
  return [...unknownSettings(variables), ...plainAddress(environment)];
}

export function unknownSettings(variables: Variables): SettingWarning[] {
  const names = Object.entries(variables).flatMap(([name, value = '']) =>
    value === '' || !OWN.test(name) || OF_TESTS.test(name) || VARIABLE_NAMES.includes(name) || isService(name, value)
      ? []
      : [name],
  );
  return names.map((name) => ({
    words: `${name} is no setting and does nothing`,
    fix: `Leave it out, or write the nearest name that is one: ${nearestTo(name)}.`,
  }));
}

function isService(name: string, value: string): boolean {
  return SERVICE_NAME.test(name) || SERVICE_ADDRESS.test(value);
}

/** Of what this machine alone reaches nobody else can read along. */
function plainAddress(environment: Environment): SettingWarning[] {
  const { protocol, hostname } = new URL(addressesOf(environment).publicUrl);
  if (protocol === 'https:' || isLoopbackHost(hostname)) return [];
  return [
    {
      words: `people reach the site by http:// at ${hostname}, so that whoever is in between reads passwords and sessions, and browsers give it neither passkeys nor a camera`,
      fix: 'Serve it by https://, behind a proxy that has a certificate, and set TESSERA_URL to that address.',
    },
  ];
}

function nearestTo(name: string): string {
  const distances = VARIABLE_NAMES.map((known) => ({ known, distance: editDistance(name, known) }));
  return distances.reduce((nearest, next) => (next.distance < nearest.distance ? next : nearest)).known;
}

/** Letters to add, leave out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
