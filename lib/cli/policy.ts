import { parseArgs } from 'node:util';
import { explainForUser } from '../accounts/proofs/explain-for-user';
import { PROTECTED_ACTIONS, type ProtectedAction } from '../accounts/proofs/proof-policy';
import { normalizeUserId } from '../accounts/users/user';
import { openInstallation } from '../composition/installation';
import { openPolicy } from '../composition/open-policy';
import { explanationLines } from './policy/explanation-lines';
import { HELP_OPTION, runCommand, tellUsage } from './run-command';

const USAGE = `Says why: which proofs an action would take of a person now, and how they could give them. It changes nothing.
Tessera must be stopped when it uses the embedded database.

  npm run policy -- explain --user jane.doe [--action bind-device]...

Without --action, all of them: ${PROTECTED_ACTIONS.join(', ')}.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: 'string', default: '' },
      action: { type: 'string', multiple: true, default: [] },
      ...HELP_OPTION,
    },
  });
  const userId = normalizeUserId(values.user);
  if (values.help || positionals.join(' ') !== 'explain' || userId === '') {
    return tellUsage(USAGE, values.help);
  }
  const unknown = values.action.find((action) => !isAction(action));
  if (unknown !== undefined) {
    console.error(`There is no action ${unknown}. There are: ${PROTECTED_ACTIONS.join(', ')}.`);
    return 1;
  }
  const actions = values.action.filter(isAction);
  return explain(userId, actions.length > 0 ? actions : PROTECTED_ACTIONS);
});

async function explain(userId: string, actions: readonly ProtectedAction[]): Promise<number> {
  const installation = await openInstallation((error) => console.error(error));
  const { proofs, hasPhoneSignIn, close } = openPolicy(installation);
  try {
    const user = await proofs.users.find(userId, proofs.settings.domain);
    if (!user) {
      console.error(`There is no account ${userId}.`);
      return 1;
    }
    console.log(explanationLines(user, await explainForUser(proofs, user, actions, hasPhoneSignIn)));
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'GatewayError') throw error;
    console.error('The gateway does not answer: npm run doctor tells why.');
    return 1;
  } finally {
    await close();
    await installation.close();
  }
}

function isAction(text: string): text is ProtectedAction {
  return (PROTECTED_ACTIONS as readonly string[]).includes(text);
}
