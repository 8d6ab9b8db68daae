import type { Config } from '../../config/config';
import { cloudChecks } from '../../server/doctor/cloud-checks';
import { collectorChecks } from '../../server/doctor/collector-checks';
import type { Finding } from '../../server/doctor/finding';
import { mailChecks } from '../../server/doctor/mail-checks';
import { phoneImageCheck, phoneRequestCheck } from '../../server/doctor/phone-request-check';
import { providerChecks } from '../../server/doctor/provider-checks';
import { registrationCheck, type TestPerson } from '../../server/doctor/registration-check';
import { relayChecks } from '../../server/doctor/reach-checks';
import { runChecks } from '../../server/doctor/run-checks';
import { serverChecks } from '../../server/doctor/server-checks';
import { siemChecks } from '../../server/doctor/siem-checks';
import { doctorLine } from './doctor-line';

/**
 * Tries everything that Tessera needs of others, and prints a line for each.
 * @returns the exit code: 1 when something failed
 */
export async function examine(config: Config, person: TestPerson | null): Promise<0 | 1> {
  const secrets = secretsOf(config, person);
  const say = (name: string, finding: Finding) => console.log(doctorLine(name, finding, secrets));
  let failures = await examineGateway(config, person, say);
  if (config.mail.server) {
    console.log(`\n${config.mail.server.host}:${config.mail.server.port}`);
    failures += await runChecks(mailChecks(config.mail.server), say);
  }
  if (config.identityProvider) {
    console.log(`\n${config.identityProvider.issuer}`);
    failures += await runChecks(providerChecks(config.identityProvider), say);
  }
  if (config.siem) {
    console.log(`\n${config.siem.host}:${config.siem.port}`);
    failures += await runChecks(siemChecks(config.siem), say);
  }
  if (config.traces) {
    console.log(`\n${new URL(config.traces.url).origin}`);
    failures += await runChecks(collectorChecks(config.traces), say);
  }
  console.log(failures === 0 ? '\nNothing failed.' : `\nTo be corrected: ${failures}.`);
  return failures === 0 ? 0 : 1;
}

/** @returns how many checks failed */
async function examineGateway(
  config: Config,
  person: TestPerson | null,
  say: (name: string, finding: Finding) => void,
): Promise<number> {
  const { gateway } = config;
  console.log(`GATEWAY=${gateway.kind}`);
  switch (gateway.kind) {
    case 'embedded': {
      // Loads the database's libraries, which other gateways do not need.
      const { embeddedChecks } = await import('../../server/doctor/embedded-checks');
      const { checks, close } = embeddedChecks();
      try {
        const { pushChecks } = await import('../../server/doctor/push-checks');
        return await runChecks([...checks, ...pushChecks(config.pushHosts)], say);
      } finally {
        await close();
      }
    }
    case 'onespan-cloud':
      console.log(`\n${gateway.url}`);
      return runChecks(cloudChecks(config, gateway, person?.userId ?? null), say);
    case 'onespan-server': {
      const memory = { isRefused: false };
      let failures = 0;
      for (const url of gateway.urls) {
        console.log(`\n${url}`);
        failures += await runChecks(serverChecks(url, gateway, config, memory), say);
      }
      if (gateway.relay) {
        console.log(`\n${gateway.relay.url}`);
        failures += await runChecks(relayChecks(gateway.relay), say);
      }
      console.log('\nAny server');
      const checks = [
        registrationCheck(config, gateway, person, memory),
        phoneRequestCheck(config.domain, gateway, person),
        phoneImageCheck(config.domain, gateway, person),
      ];
      return failures + (await runChecks(checks, say));
    }
  }
}

/** Secrets that servers might echo. */
function secretsOf({ gateway, database, mail }: Config, person: TestPerson | null): string[] {
  return [
    ...(gateway.kind === 'onespan-server' ? [gateway.serviceUser.password] : []),
    ...(database.kind === 'postgresql' ? [database.url, database.migrationUrl ?? ''].map(passwordIn) : []),
    ...(mail.server?.login ? [mail.server.login.password] : []),
    ...(person ? [person.password] : []),
  ];
}

/** As it is written in an address; empty for none. */
function passwordIn(url: string): string {
  return /:\/\/[^:/@]*:([^@]*)@/.exec(url)?.[1] ?? '';
}
