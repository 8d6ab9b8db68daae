import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ALL_CHECKS } from '../kit/conformance/all-checks';
import { NoAnswer } from '../kit/conformance/deviation';
import { moveClockToEndOfTime, waitForEndOfTime } from '../kit/conformance/end-of-time';
import { describe, Endpoint } from '../kit/conformance/endpoint';
import { commandRegistrar, controlRegistrar, listRegistrar, NO_REGISTRAR } from '../kit/conformance/registrar';
import { countsOf } from '../kit/conformance/reports/counts';
import { textHeading, textLine, textSummary } from '../kit/conformance/reports/text-report';
import { runConformance } from '../kit/conformance/run-conformance';
import { calledAs } from './called-as.mjs';
import { readConformanceArguments, type ConformanceArguments } from './conformance/read-conformance-arguments';

const USAGE = `Checks an endpoint that claims to be a gateway for phones: the four connections, wrong proofs, repeats, order, expiry,
concurrency and hostile input.

  ${calledAs('conformance')} --url https://gateway.example:11080 --key <front-end key> --register 'start-activation {person}'

--url               where rest/v2 is
--key               the front-end key; without it, what the site at --url publishes for Tessera's phone
--ca FILE           PEM of the authority of its certificate
--profile           embedded (default): Tessera's open cryptography, every check; onespan: what is published of the
                    vendor's gateway, whose cryptography is not public
--register COMMAND  starts an activation and prints what its image says; {person} in it becomes a name, so that people can
                    be chosen. Devices stay behind at the endpoint: take people who were made for tests
--payload TEXT      what an image says, any number; - reads lines from standard input
--control URL       the control port of a stand-in, which also moves its clock
--lifetime-seconds  how long an activation lasts there, at most 120: expiry is waited for
--report FILE       .txt, .html, .xml (JUnit) or .json; any number
--only ID           makes this check alone; any number
--strict            what was skipped counts as failed

Nothing that an answer holds is printed or written, only its shape. The exit code is 0 when every check was made and nothing
deviates, 1 when something deviates or nobody answers, 2 when the command is wrong, 3 when nothing deviates but checks were
skipped.

Checks: ${ALL_CHECKS.flatMap(({ checks }) => checks.map(({ id }) => id)).join(', ')}`;

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const read = readConformanceArguments(process.argv.slice(2));
    if (read) return await check(read);
    console.log(USAGE);
    return 0;
  } catch (error) {
    if (error instanceof NoAnswer) {
      console.error(error.message);
      return 1;
    }
    if (!(error instanceof RangeError)) throw error;
    console.error(`${error.message}. Try --help.`);
    return 2;
  }
}

async function check(read: ConformanceArguments): Promise<number> {
  const endpoint = await findEndpoint(read);
  console.log(`${textHeading({ url: endpoint.url, profile: read.profile })}\n`);
  const report = await runConformance(
    {
      endpoint,
      profile: read.profile,
      registrar: await findRegistrar(read),
      reachEndOfTime: findEndOfTime(read),
    },
    { ...(read.only && { only: read.only }), onResult: (result) => console.log(textLine(result)) },
  );
  endpoint.close();
  console.log(`\n${textSummary(report)}`);
  for (const write of read.writers) await write(report);
  const { failed, skipped } = countsOf(report);
  if (failed > 0 || (read.isStrict && skipped > 0)) return 1;
  return skipped > 0 ? 3 : 0;
}

async function findEndpoint({ url, key, authorityFile }: ConformanceArguments): Promise<Endpoint> {
  const authority = authorityFile === null ? null : readAuthority(authorityFile);
  if (key !== null) return new Endpoint(url, key, authority);
  const site = new Endpoint(url, '', authority);
  const answer = await site.read('/authenticator/config.json');
  site.close();
  if (answer.failure !== null)
    throw new NoAnswer(`${url} was asked for its front-end key, and gave ${describe(answer)}.`);
  const { gatewayUrl, frontEndKey } = answer.json ?? {};
  if (answer.status !== 200 || typeof gatewayUrl !== 'string' || typeof frontEndKey !== 'string')
    throw new RangeError(`${url} publishes no front-end key; give it as --key`);
  return new Endpoint(gatewayUrl, frontEndKey, authority);
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new RangeError(`--ca cannot be read: ${file}`, { cause: error });
  }
}

async function findRegistrar({ source }: ConformanceArguments) {
  if (source === null) return NO_REGISTRAR;
  if ('command' in source) return commandRegistrar(source.command);
  if ('control' in source) return controlRegistrar(source.control);
  const lines = source.payloads.includes('-') ? (await text(process.stdin)).split('\n') : [];
  return listRegistrar([
    ...source.payloads.filter((one) => one !== '-'),
    ...lines.filter((line) => line.trim() !== ''),
  ]);
}

function findEndOfTime({ source, lifetimeSeconds }: ConformanceArguments) {
  if (source !== null && 'control' in source) return moveClockToEndOfTime(source.control);
  return lifetimeSeconds === null ? null : waitForEndOfTime(lifetimeSeconds);
}
