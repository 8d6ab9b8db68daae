import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/config';
import { warning } from '../server/doctor/finding';
import { doctorLine } from './doctor/doctor-line';
import { examine } from './doctor/examine';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

const USAGE = `Tries everything that Tessera needs of its gateway, mail server, OpenID provider, SIEM and collector of traces, and tells what to correct.

  ${calledAs('doctor')} [--user-id test.person < password.txt]

With SMTP_URL it also logs in to the mail server, with TESSERA_OIDC_ISSUER it reads the OpenID provider’s discovery document,
with TESSERA_SIEM it opens a connection to what takes the audit log over, and with OTEL_EXPORTER_OTLP_ENDPOINT it asks the
collector. It sends no mail, no record and no span.

It reads the environment and the file .env as Tessera does. With GATEWAY=onespan-server it looks at each server: its name,
port and certificate, the client certificate, the clock, the service user's log-on and whether the client component is
registered; with TESSERA_RELAY=1 also at the way to DIGIPASS Gateway. It changes nothing there, nor with
GATEWAY=onespan-cloud, where it looks at the way to the tenant. With the embedded gateway Tessera must be stopped when it
uses the embedded database, which is made and brought up to date as at a start; then it looks at the way to each push service.

--user-id, for GATEWAY=onespan-server, starts one real activation for this person, with the password read from standard input, as the site would.
Nobody finishes it, and it ends by itself; but the server may count it against the limit of the person's licence, and may
assign a licence to a person who has none. With ONESPAN_PUSH_KEYWORD their phone is asked, too: approve it there. For
GATEWAY=onespan-cloud it starts no activation: with ONESPAN_CLOUD_PUSH=1 the person’s phone is asked, with
ONESPAN_CLOUD_TYPED_RESPONSE=1 an image for their device is made, and the password is not used. So take a person who was made
for tests.

The exit code is 1 when something failed. Warnings are about what works today.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { 'user-id': { type: 'string' }, ...HELP_OPTION },
  });
  if (values.help) return printUsage(USAGE, true);
  const userId = values['user-id'];
  const person = userId === undefined ? null : { userId, password: (await text(process.stdin)).replace(/\r?\n$/, '') };
  const { config, warnings } = loadConfig();
  for (const { words, fix } of warnings) console.log(doctorLine('settings', warning(words, fix), []));
  return examine(config, person);
});
