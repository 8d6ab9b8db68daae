import type { Fault } from './fault';
import type { Reply } from './reply';

/** The call of a request, identified before it is carried out, so that it can be counted and spoiled. */
export type Call = {
  /** For instance `logon`, `digipassExecute DIGIPASSCMD_VIEW`, `users/register`, `provisioning/MdlActivate`. */
  name: string;
  /** Origin of the server that was asked. */
  url: string;
  /** The request's body, as text. */
  body: string;
  /** Carries the call out; in a line, passes it on. */
  perform: () => Promise<Reply>;
  /** The same service refusing for a reason that no published table names. */
  refuseStrangely: () => Reply;
};

/** A call that arrived. */
export type LoggedCall = {
  name: string;
  /** Origin of the server that was asked. */
  url: string;
  at: Date;
  /** The request's body, as text; the first 8,192 characters of a longer one. */
  body: string;
  /** What spoiled its answer; null when nothing did. */
  fault: Fault['kind'] | null;
  /** HTTP status that was sent; null when none was, or not yet. */
  status: number | null;
};

/**
 * Whether a name that a test wrote means the call: the whole name, its first word (`digipassExecute`), the end of its path
 * (`MdlActivate` for `provisioning/MdlActivate`), or `*`.
 */
export function isCallNamed(call: string, name: string): boolean {
  return specificity(call, name) > 0;
}

/** 0 when the name does not mean the call; else the greater the closer it is to the whole name. */
export function specificity(call: string, name: string): number {
  if (name === call) return 3;
  if (name === '*') return 1;
  return call.startsWith(`${name} `) || call.endsWith(`/${name}`) ? 2 : 0;
}
