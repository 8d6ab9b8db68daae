/*
 * The program that a server under test loads before the product: it does for the kit what no page may do, such as making a
 * person. It listens on the channel that Node.js opens between a process and the one that started it, which nobody else
 * can reach: no port, no address, no secret. The product does not know of it, and a server that was started without it
 * has none.
 */
import { isMainThread } from 'node:worker_threads';
import { noRequest } from '../../audit/audit-context';
import { startActivation } from '../../activation/start/start-activation';
import { revealPayload } from '../../activation/image/reveal-payload';
import { addAccount } from '../../helpdesk/administration/create-account';
import type { Services } from '../../server/composition/compose';
import type { PhoneNumber } from '../../shared/phone-number';
import type { MailAddress } from '../../shared/mail-address';
import { accept, refuse, type Result } from '../../shared/result';
import { addPasskey } from './add-passkey';
import { addServiceAccount } from './add-service-account';
import { isAsked, type Answers, type Answered, type Question } from './door-messages';

type Answer = Answers[Question['kind']];

if (isMainThread && process.channel) {
  process.on('message', (message) => {
    if (isAsked(message))
      void answerInWords(message.question).then((answer) => send({ door: message.door, ...answer }));
  });
  // The channel keeps no server from stopping.
  process.channel.unref();
}

function send(answer: Answered): void {
  process.send?.(answer);
}

async function answerInWords(question: Question): Promise<{ value: Answer } | { refusal: string }> {
  try {
    const answer = await answerTo(question, await services());
    return answer.ok ? { value: answer.value } : { refusal: answer.refusal };
  } catch (error) {
    return { refusal: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The application's own, which it keeps on the global object: this program shares no modules with it. */
async function services(): Promise<Services> {
  const servicesPromise = Reflect.get(globalThis, Symbol.for('tessera.services')) as Promise<Services> | undefined;
  if (!servicesPromise) throw new Error('the application has not started yet');
  return servicesPromise;
}

function answerTo(question: Question, app: Services): Promise<Result<Answer, string>> {
  switch (question.kind) {
    case 'add-person':
      return addPerson(question, app);
    case 'add-passkey':
      return addPasskey(question, app);
    case 'add-service-account':
      return addServiceAccount(question, app);
    case 'start-activation':
      return startAndReveal(question, app);
  }
}

async function addPerson(
  { mailAddress, phoneNumber, manager: managerUserId, ...person }: Extract<Question, { kind: 'add-person' }>,
  { administration, config }: Services,
): Promise<Result<null, string>> {
  if (!administration) return refuse('people of this site come from the authentication server');
  const { kind: _kind, ...described } = person;
  const onRecord = { phoneNumbers: [phoneNumber as PhoneNumber], managerUserId };
  const account = { ...described, mailAddresses: [mailAddress as MailAddress], ...onRecord, domain: config.domain };
  const result = await addAccount(administration, null, account, noRequest(crypto.randomUUID()));
  return result.ok ? accept(null) : result;
}

async function startAndReveal(
  { userId, deviceName, password: credential }: Extract<Question, { kind: 'start-activation' }>,
  { activation, accounts, config }: Services,
): Promise<Result<{ payload: string }, string>> {
  const user = await accounts.users.find(userId, config.domain);
  if (!user) return refuse(`there is no ${userId}`);
  const principal = { user, scope: { kind: 'full' } } as const;
  const origin = noRequest(crypto.randomUUID());
  const input = { deviceName, startKey: null, credential };
  const started = await startActivation(activation, user, input, origin);
  if (!started.ok) return started;
  const result = await revealPayload(activation, principal, started.value.id, 'svg', origin);
  return result.ok ? accept({ payload: result.value.payload }) : result;
}
