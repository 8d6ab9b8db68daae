import type { ChildProcess } from 'node:child_process';
import { isAnswered, type Answered, type Answers, type Asked, type Question } from './door-messages';

let lastId = 0;

/**
 * Has a server that was started with the door do what no page may do.
 * @throws Error when it is refused, or the server is not running or was started otherwise
 */
export async function askDoor<Kind extends Question['kind']>(
  server: ChildProcess | null,
  question: Extract<Question, { kind: Kind }>,
): Promise<Answers[Kind]> {
  if (!server?.connected) throw new Error('the server is not running, or the kit has not started it');
  const door = (lastId += 1);
  const answer = await new Promise<Answered>((resolve, reject) => {
    const hear = (message: unknown) => {
      if (!isAnswered(message) || message.door !== door) return;
      server.off('message', hear).off('close', fail);
      resolve(message);
    };
    const fail = () => reject(new Error('the server ended'));
    server.on('message', hear).once('close', fail);
    server.send({ door, question } satisfies Asked);
  });
  if ('refusal' in answer) throw new Error(`the server refused "${question.kind}": ${answer.refusal}`);
  return answer.value as Answers[Kind];
}
