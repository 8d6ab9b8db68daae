import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../config/config';
import { cloudChecks } from '../doctor/cloud-checks';
import type { Finding } from '../doctor/finding';
import { providerChecks } from '../doctor/provider-checks';
import { registrationCheck, type TestPerson } from '../doctor/registration-check';
import { relayChecks } from '../doctor/reach-checks';
import { runChecks } from '../doctor/run-checks';
import { serverChecks } from '../doctor/server-checks';
import { siemChecks } from '../doctor/siem-checks';
import { doctorLine } from './doctor-line';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

const USAGE = `Tries everything that Tessera needs of its gateway, of its OpenID provider and of its SIEM, and tells what to correct.

  npm run doctor [-- --user-id test.person < password.txt]

With TESSERA_OIDC_ISSUER it also reads the OpenID provider’s discovery document, and with TESSERA_SIEM it opens a connection to
what takes the audit log over, and sends nothing.

It reads the environment and the file .env as Tessera does. With GATEWAY=onespan-server it looks at each server: its name,
port and certificate, the client certificate, the clock, the service user's log-on and whether the client component is
registered; with TESSERA_RELAY=1 also at the way to DIGIPASS Gateway. It changes nothing there, nor with
GATEWAY=onespan-cloud, where it looks at the way to the tenant. With the embedded gateway Tessera must be stopped when it
uses the embedded database, which is made and brought up to date as at a start; then it looks at the way to each push service.

--user-id, for GATEWAY=onespan-server, starts one real activation for this person, with the password read from standard input, as the site would.
Nobody finishes it, and it ends by itself; but the server may count it against the limit of the person's licence, and may
assign a licence to a person who has none. So take a person who was made for tests.

The exit code is 1 when something failed. Warnings are about what works today.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { 'user-id': { type: 'string' }, ...HELP_OPTION },
  });
  if (values.help) return printUsage(USAGE, true);
  const { config } = loadConfig();
  const userId = values['user-id'];
  const person = userId === undefined ? null : { userId, password: (await text(process.stdin)).replace(/\r?\n$/, '') };
  const secrets = secretsOf(config, person);
  const say = (name: string, finding: Finding) => console.log(doctorLine(name, finding, secrets));
  let failures = await examine(config, person, say);
  if (config.identityProvider) {
    console.log(`\n${config.identityProvider.issuer}`);
    failures += await runChecks(providerChecks(config.identityProvider), say);
  }
  if (config.siem) {
    console.log(`\n${config.siem.host}:${config.siem.port}`);
    failures += await runChecks(siemChecks(config.siem), say);
  }
  console.log(failures === 0 ? '\nNothing failed.' : `\nTo be corrected: ${failures}.`);
  return failures === 0 ? 0 : 1;
});

/** @returns how many checks failed */
async function examine(
  config: Config,
  person: TestPerson | null,
  say: (name: string, finding: Finding) => void,
): Promise<number> {
  const { gateway } = config;
  console.log(`GATEWAY=${gateway.kind}`);
  switch (gateway.kind) {
    case 'embedded': {
      // Loads the database's libraries, which other gateways do not need.
      const { embeddedChecks } = await import('../doctor/embedded-checks');
      const { checks, close } = embeddedChecks();
      try {
        const { pushChecks } = await import('../doctor/push-checks');
        return await runChecks([...checks, ...pushChecks(config.pushHosts)], say);
      } finally {
        await close();
      }
    }
    case 'onespan-cloud':
      console.log(`\n${gateway.url}`);
      return runChecks(cloudChecks(config, gateway), say);
    case 'onespan-server': {
      const memory = { isRefused: false };
      let failures = 0;
      for (const url of gateway.urls) {
        console.log(`\n${url}`);
        failures += await runChecks(serverChecks(url, gateway, config.domain, memory), say);
      }
      if (gateway.relay) {
        console.log(`\n${gateway.relay.url}`);
        failures += await runChecks(relayChecks(gateway.relay), say);
      }
      console.log('\nAny server');
      return failures + (await runChecks([registrationCheck(config, gateway, person, memory)], say));
    }
  }
}

/** Secrets that servers might echo. */
function secretsOf({ gateway, database }: Config, person: TestPerson | null): string[] {
  return [
    ...(gateway.kind === 'onespan-server' ? [gateway.serviceUser.password] : []),
    ...(database.kind === 'postgresql' ? [database.url, database.migrationUrl ?? ''].map(passwordIn) : []),
    ...(person ? [person.password] : []),
  ];
}

/** As it is written in an address; empty for none. */
function passwordIn(url: string): string {
  return /:\/\/[^:/@]*:([^@]*)@/.exec(url)?.[1] ?? '';
}
