import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { computeCacheBustingSearchParam } from 'next/dist/shared/lib/router/utils/cache-busting-search-param.js';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { quietWaitMs } from '@/components/site/following/poll-timing';
import { isUnchangedStatus, type UnchangedStatus } from '@/components/site/following/followed-kind';
import { isPendingState } from '@/lib/activation/activation';
import { newActivationNames } from '@/lib/shared/names/activation-names';
import { IDLE } from '@/lib/shared/form-state';
import { formInPage } from '../servers/form-in-page';
import type { HttpAnswer, HttpClient } from './http-client';
import { LoadFailure } from './load-failure';
import type { LoadPerson } from './load-people';

const NEW_ACTIVATION = '/activations/new';

/** What the router of a browser says of the page that a form stands on, of the build's version of Next.js. */
const ROUTER_STATE = encodeURIComponent(
  JSON.stringify([
    '',
    { children: ['(self-service)', treeOf(['activations', 'new', '__PAGE__']), null, null, 0] },
    null,
    null,
    16,
  ]),
);

function treeOf([segment, ...rest]: readonly string[]): object {
  return segment === undefined ? {} : { children: [segment, treeOf(rest), null, null, 0] };
}

/** The activation page of one signed-in person, as its script speaks to the server. */
export class LoadPage {
  readonly #client: HttpClient;
  readonly #cookie: string;

  constructor(client: HttpClient, { cookie }: LoadPerson) {
    this.#client = client;
    this.#cookie = cookie;
  }

  /** The HTML of a page. */
  async open(path: string): Promise<string> {
    return (await this.#get(path)).body;
  }

  /** The name of the action that starts an activation, which each build makes anew. */
  async findStartAction(): Promise<string> {
    const form = formInPage(await this.open(NEW_ACTIVATION), newActivationNames.show);
    const reference = Object.entries(form).find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? '{}';
    const { id }: { id?: string } = JSON.parse(reference);
    if (id === undefined) throw new Error('the form names no action');
    return id;
  }

  /** Presses "Show activation image". @returns the activation's identifier */
  async start(action: string): Promise<string> {
    const boundary = `----load${randomBytes(12).toString('hex')}`;
    // React sends the fields of the form, then the arguments of the action, of which they are the second.
    const fields = {
      '1_startKey': randomBytes(16).toString('hex'),
      '1_deviceName': 'Load',
      '0': JSON.stringify([IDLE, '$K1']),
    };
    const answer = await this.#client.ask(NEW_ACTIVATION, {
      method: 'POST',
      headers: {
        cookie: this.#cookie,
        origin: this.#client.origin,
        accept: 'text/x-component',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'next-action': action,
        'next-router-state-tree': ROUTER_STATE,
      },
      body: multipart(fields, boundary),
    });
    const [, id] = /"next":"\/activations\/([^"]+)"/.exec(answer.body) ?? [];
    if (id === undefined) throw new LoadFailure('start', answer);
    await this.#navigate(`/activations/${id}`);
    return id;
  }

  async credentials(activationId: string): Promise<ActivationCredentials> {
    return this.#json(`/api/activations/${activationId}/credentials`);
  }

  /** Waits for news of an activation. @param after the version that is known, or -1 */
  async status(activationId: string, after: -1): Promise<ActivationStatus>;
  async status(activationId: string, after: number): Promise<ActivationStatus | UnchangedStatus>;
  async status(activationId: string, after: number): Promise<ActivationStatus | UnchangedStatus> {
    return this.#json(`/api/activations/${activationId}/status?after=${after}`);
  }

  /** Follows an activation to its end, and stays away for as long as it is told to. */
  async follow(activationId: string): Promise<ActivationStatus> {
    let status = await this.status(activationId, -1);
    while (isPendingState(status.state)) {
      const answer = await this.status(activationId, status.version);
      if (!isUnchangedStatus(answer)) status = answer;
      if (answer.retryAfterMs !== null) await delay(quietWaitMs(answer.retryAfterMs, 0, Math.random));
    }
    return status;
  }

  /** Asks, as the router does, for what is different on another page. */
  async #navigate(path: string): Promise<void> {
    const query = await computeCacheBustingSearchParam(undefined, undefined, ROUTER_STATE, NEW_ACTIVATION);
    const headers = {
      cookie: this.#cookie,
      rsc: '1',
      'next-router-state-tree': ROUTER_STATE,
      'next-url': NEW_ACTIVATION,
    };
    const answer = await this.#client.ask(`${path}?_rsc=${query}`, { headers });
    if (answer.status !== 200) throw new LoadFailure(path, answer);
  }

  async #json<Body>(path: string): Promise<Body> {
    return JSON.parse((await this.#get(path)).body) as Body;
  }

  async #get(path: string): Promise<HttpAnswer> {
    const answer = await this.#client.ask(path, { headers: { cookie: this.#cookie } });
    if (answer.status !== 200) throw new LoadFailure(path, answer);
    return answer;
  }
}

function multipart(fields: Record<string, string>, boundary: string): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
