import type { z } from 'zod';
import type { DailyBudget } from '../../audit/events/service-account-events';
import type { Permission } from '../../accounts/users/permission';
import type { ServiceAccountRequester } from '../../accounts/users/principal';
import type { Services } from '../composition/compose';
import type { ChangeKey } from '../../shared/changes/change-feed';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Result } from '../../shared/result';
import type { ProblemCode } from './problem';

/** What the API uses of the site. */
export type ApiServices = Pick<
  Services,
  | 'activation'
  | 'activationLinks'
  | 'administration'
  | 'approvals'
  | 'audit'
  | 'auditTally'
  | 'changeFeed'
  | 'helpdesk'
  | 'logger'
  | 'statistics'
  | 'webhooks'
> & { accounts: Pick<Services['accounts'], 'clock' | 'users'> };

/** What every handler is given. */
export type ApiContext = {
  services: ApiServices;
  caller: ServiceAccountRequester;
  origin: RequestOrigin;
  accept: string | undefined;
};

type Shape = z.ZodObject<z.ZodRawShape>;

/** A parsed request. */
export type Input<Params extends Shape, Query extends Shape, Body extends z.ZodType | null> = {
  params: z.output<Params>;
  query: z.output<Query>;
  body: Body extends z.ZodType ? z.output<Body> : null;
};

/** @property location path of the created resource, below `/api/v1` */
export type Answered = { status: number; body: object | null; location?: string };

/** One status of success. */
export type AnswerDescription = {
  description: string;
  schema: z.ZodType | null;
  /** Another content type, one JSON object a line. */
  lines?: string;
};

type Handled<Problems extends ProblemCode, Value> = Promise<Result<Value, Problems | 'not-found'>>;

/**
 * One method of one address. The same table serves the handlers, the permissions, the OpenAPI document, the page that
 * people read, and the tests.
 */
export type Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | null = z.ZodType | null,
  Problems extends ProblemCode = ProblemCode,
> = {
  /** Unique; the name of the client's method. */
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with parameters in braces. */
  path: string;
  /** The permission that a key has to have as a scope. Null: any key will do. */
  scope: Permission | null;
  /** The resource, in the order of the page. */
  tag: Tag;
  summary: string;
  description: string;
  params: Params;
  query: Query;
  body: Body;
  answers: Readonly<Record<number, AnswerDescription>>;
  /**
   * What one call takes from the account's day. Null for what reads, or has a limit of its own; see `limits.ts`. Said by
   * every write.
   */
  daily?: DailyBudget | null;
  /** Its answer shows a secret, once: a repetition does not get it, and nothing keeps it. */
  showsSecret?: true;
  /** Whether a person has to agree: a machine may ask for it and no more. `staff`: where it concerns a member of staff. */
  secondPerson?: 'always' | 'staff';
  /** Besides those that every address has. */
  problems: readonly Problems[];
  /** A request and its answer that are documented, and checked against the schemas. */
  example: { path: string; query?: string; body?: object; status: number; answer: object | null };
} & (
  | {
      kind: 'read';
      /** What is there now. */
      read(input: Input<Params, Query, Body>, context: ApiContext): Handled<Problems, object>;
      /** What changes it: a client may wait for that by `Prefer: wait` and `If-None-Match`. Null for what cannot be followed. */
      follows: ((input: Input<Params, Query, Body>) => ChangeKey | null) | null;
    }
  | {
      /** Changes what `read` reads, of which the client names the version. */
      kind: 'change';
      read(input: Input<Params, Query, Body>, context: ApiContext): Handled<Problems, object>;
      act(input: Input<Params, Query, Body>, context: ApiContext): Handled<Problems, Answered | null>;
    }
  | { kind: 'act'; act(input: Input<Params, Query, Body>, context: ApiContext): Handled<Problems, Answered> }
  | {
      /** A stream of records after a place, for which a client may wait. */
      kind: 'feed';
      /** What adds to it. */
      follows: ChangeKey;
      read(input: Input<Params, Query, Body>, context: ApiContext): Handled<Problems, Feed>;
    }
);

/** @property isEmpty the client may wait for more @property body text of `contentType`, or JSON that is checked */
export type Feed = { isEmpty: boolean; contentType: string; body: string | object; headers: Record<string, string> };

/** The resources, in order, with what each is for. */
export const TAGS = {
  Key: 'What the key that you send is for.',
  People: 'Find, create, disable and enable people, and their roles.',
  Devices: 'The devices of a person: list, lock, and ask for a removal.',
  Invitations: 'Invite a person to activate a device, and follow that.',
  Activations: 'How far activations have come.',
  'Activation links': 'Send a signed-in person here from your own site, and get them back.',
  Approvals: 'What waits for a second person, and what became of it. People decide.',
  Webhooks: 'Where events are posted as they happen, signed.',
  Events: 'The audit log, for a SIEM.',
  Statistics: 'Figures without names.',
} as const;
export type Tag = keyof typeof TAGS;

/** Keeps a route's own types for its handlers, and gives the table one type. */
export function route<
  const Params extends Shape,
  const Query extends Shape,
  const Body extends z.ZodType | null,
  const Problems extends ProblemCode,
>(definition: Route<Params, Query, Body, Problems>): Route {
  return definition;
}

/** The segments of a path, of which those in braces take any text. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, segments] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const text = segments[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== text) return null;
      continue;
    }
    // The front has checked that it can be decoded.
    const value = decodeURIComponent(text);
    if (value === '') return null;
    params[segment.slice(1, -1)] = value;
  }
  return params;
}
