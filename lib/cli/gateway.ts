import { FAULT_KINDS, FAULTS } from '../kit/faults/fault-list';
import { openControlServer } from '../kit/gateways/control/control-server';
import { openStandIn } from '../kit/gateways/stand-in';
import { calledAs } from './called-as.mjs';
import { readGatewayArguments, type GatewayArguments } from './gateway/read-gateway-arguments';
import { runCommand } from './run-command';

const USAGE = `Runs a stand-in for the gateway behind Tessera, in memory, on loopback, until SIGTERM or Ctrl-C.

  ${calledAs('gateway')} --profile embedded|onespan-server|onespan-cloud

  embedded         the embedded gateway alone behind /rest/v2, as DIGIPASS Gateway would be
  onespan-server   OneSpan Authentication Server by SOAP, and a DIGIPASS Gateway for phones
  onespan-cloud    OneSpan Cloud Authentication, and a gateway for phones

--port phone=8080 (also soap=8888,8889, cloud=…, gateway=…; free ports without), --control 8090 (free without),
--user jane.doe:password (any number; people of the authentication server), --domain example.org, --servers 2,
--client-certificate, --relay (the environment sends phones through Tessera), --activation-limit 3,
--lifetime-seconds 600, --json (one line for programs).

--without-privilege 'View Recent DIGIPASS Activity' (what the service user may not do, any number),
--last-authentication-field DIGIPASSFLD_LASTAUTH_TIME (the authentication server tells it; without, it does not),
--activation-delay-seconds 86400 (a new device may be used after so long).

--fault MdlAddDevice=timeout, --fault 'digipassExecute=status:503@2' (two calls), --fault '*=drip': any number.
--begin certificate:expired, clock-off:90000, refused: from the start, without waiting for a call.

The control port takes and gives JSON: GET / (addresses, environment, names of calls), GET, POST and DELETE /faults
({"call":"MdlActivate","fault":"lost-answer","times":1}), GET and DELETE /calls, POST /registrations
({"userId":"jane.doe"}: starts an activation and answers what its image says), GET /registrations/{identifier}.

Faults:
${FAULT_KINDS.map((kind) => {
  const { argument, does } = FAULTS[kind];
  return `  ${kind.padEnd(16)} ${does}${argument === null ? '' : ` ${kind}:<${argument}>`}`;
}).join('\n')}`;

await runCommand(() => serve().catch(explainTakenPort));

async function serve(): Promise<number> {
  const read = readArguments();
  if (typeof read === 'number') return read;
  const { profile, options, controlPort, faults, begun, isJson } = read;
  const standIn = await openStandIn(profile, options);
  const control = await openControlServer(standIn, controlPort).catch(async (error: unknown) => {
    await standIn.close();
    throw error;
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve);
  });
  for (const { call, fault, times } of faults) standIn.faults.set(call, fault, times === null ? {} : { times });
  for (const fault of begun) await standIn.faults.begin(fault);

  const { addresses, environment } = standIn;
  if (isJson) console.log(JSON.stringify({ profile, control: control.url, addresses, environment }));
  else {
    for (const [name, url] of Object.entries({ ...addresses, control: control.url })) console.log(`${name}  ${url}`);
    for (const [name, value] of Object.entries(environment)) console.log(`${name}=${quoted(value)}`);
    console.log(`A phone: ${calledAs('phone')} --gateway ${addresses['phone']} …`);
  }
  await stopped;
  await Promise.all([control.close(), standIn.close()]);
  return 0;
}

function explainTakenPort(error: Error & { code?: string; port?: number }): number {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${error.port} is taken. Leave it out for a free one.`);
  return 1;
}

/** @returns an exit code when nothing is to be run */
function readArguments(): GatewayArguments | number {
  try {
    const read = readGatewayArguments(process.argv.slice(2));
    if (read) return read;
    console.log(USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`${error.message}. Try --help.`);
    return 1;
  }
}

/** As a shell reads it. */
function quoted(value: string): string {
  return /^[\w./:,@-]*$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
