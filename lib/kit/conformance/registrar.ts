import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { parseActivationPayload, type ActivationPayload } from '../../shared/codes/activation-payload';
import { isJsonObject } from '../../shared/json-object';
import { Unavailable } from './deviation';

/** How activations come to be at the endpoint. */
export type Registrar = {
  /** False when no way was given. */
  isThere: boolean;
  /** Null when people cannot be chosen: then no second activation of the same person can be had. */
  choosesPeople: boolean;
  /**
   * Starts an activation, for a new user unless a name is given.
   * @throws Unavailable if no activation was available
   */
  register: (person?: string) => Promise<ActivationPayload>;
};

const COMMAND_LIMIT_MS = 30_000;
/** The payload of an image (OneSpan §1.1), anywhere in the output. */
const PAYLOAD = /01;01;[^\r\n"]+/;

/**
 * A command of the operator's that starts an activation and prints what its image says.
 * @param command for the system's shell; `{person}` in it becomes the name of the person
 */
export function commandRegistrar(command: string): Registrar {
  const nextName = names();
  return {
    isThere: true,
    choosesPeople: command.includes('{person}'),
    async register(person = nextName()) {
      const line = command.replaceAll('{person}', person);
      const output = await promisify(exec)(line, { timeout: COMMAND_LIMIT_MS }).then(
        ({ stdout }) => stdout,
        (error: { code?: number }) => {
          // The output may hold a secret.
          throw new Unavailable(`The registration command ended with ${error.code ?? 'a signal'}.`);
        },
      );
      return read(output, 'The registration command printed no content of an activation image.');
    },
  };
}

/** What images say that were made before, one for each activation. */
export function listRegistrar(payloads: readonly string[]): Registrar {
  const left = [...payloads];
  return {
    isThere: true,
    choosesPeople: false,
    async register() {
      const payload = left.shift();
      if (payload === undefined) throw new Unavailable('The activations that were given are used up.');
      return read(payload, 'A line that was given is no content of an activation image.');
    },
  };
}

/** The control port of a stand-in. @param url of the port */
export function controlRegistrar(url: string): Registrar {
  const nextName = names();
  return {
    isThere: true,
    choosesPeople: true,
    async register(person = nextName()) {
      const answer = await fetch(`${url}/registrations`, { method: 'POST', body: JSON.stringify({ userId: person }) });
      const json: unknown = await answer.json();
      const payload = isJsonObject(json) ? json['payload'] : null;
      return read(String(payload), `The control port answered ${answer.status} and no activation.`);
    },
  };
}

export const NO_ACTIVATIONS = 'No way to start an activation was given (--register, --payload or --control).';

/** The registrar of a run that was given none. */
export const NO_REGISTRAR: Registrar = {
  isThere: false,
  choosesPeople: false,
  register: () => Promise.reject(new Unavailable(NO_ACTIVATIONS)),
};

/** Unused names: a run leaves devices behind that count against their owners' limits. */
function names(): () => string {
  const run = Date.now().toString(36);
  let count = 0;
  return () => `conformance-${run}-${(count += 1)}`;
}

function read(text: string, complaint: string): ActivationPayload {
  const [payload] = PAYLOAD.exec(text) ?? [];
  const parsed = payload === undefined ? null : parseActivationPayload(payload.trim());
  if (!parsed?.ok) throw new Unavailable(complaint);
  return parsed.value;
}
