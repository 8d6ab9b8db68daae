import { text } from 'node:stream/consumers';
import { openInstallation, type Installation } from '../server/composition/installation';
import { openAdministration } from '../server/composition/open-administration';
import { runCommand } from './run-command';
import { runUserCommand } from './user/run-user-command';

await runCommand(async () => {
  let installation: Installation | null = null;
  const open = async () => {
    installation = await openInstallation(complain);
    return installation.config.gateway.kind === 'onespan-server' ? null : openAdministration(installation);
  };
  try {
    return await runUserCommand(process.argv.slice(2), { say, complain, password: () => text(process.stdin) }, open);
  } finally {
    await (installation as Installation | null)?.close();
  }
});

function say(line: string): void {
  console.log(line);
}

function complain(line: unknown): void {
  console.error(line);
}
