import type { AuthenticationServer } from '../state/authentication-server';
import type { StatusName } from './statuses';
import type { Attributes } from './write-xml';
import type { XmlElement } from './xml-element';

/** What an attribute-style command answers (OneSpan §4.1). */
export type Outcome = {
  status: StatusName;
  /** One record, several, or none. */
  attributes?: Attributes;
  list?: Attributes[];
  messages?: string[];
};

/** A command whose input and output are attributes. */
export type AttributeCommand = {
  style: 'attributes';
  interface: 'Administration' | 'Authentication' | 'Provisioning';
  /** Its values of `cmd`, when it has such an element. */
  commands?: readonly string[];
  run: (server: AuthenticationServer, request: XmlElement) => Promise<Outcome>;
};

/** A command whose input and output are named elements. */
export type TypedCommand = {
  style: 'typed';
  interface: 'Administration' | 'Authentication' | 'Provisioning';
  /** @returns a status, and the contents of `result` if there is one */
  run: (
    server: AuthenticationServer,
    request: XmlElement,
  ) => Promise<{ status: StatusName; messages?: string[]; result?: string }>;
};

/** A command of administration whose output is a list beside its result codes (OneSpan §4.9). */
export type ListCommand = {
  style: 'list';
  interface: 'Administration';
  /** Names the list and its entries. */
  listName: string;
  entryName: string;
  /** @returns a status, and the contents of each entry */
  run: (
    server: AuthenticationServer,
    request: XmlElement,
  ) => Promise<{ status: StatusName; messages?: string[]; entries?: string[] }>;
};

export type Command = AttributeCommand | TypedCommand | ListCommand;

export function refused(status: StatusName, message: string): Outcome {
  return { status, messages: [message] };
}
