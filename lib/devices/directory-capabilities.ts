/**
 * Why a gateway does not do something for us: it has no such function; how to ask for it is documented nowhere public; or
 * it does not let Tessera ask. Words for people are chosen where it is shown.
 */
export type OffReason = 'not-offered' | 'not-documented' | 'not-permitted';

/** What a gateway may do for us, or why it does not. */
export type DirectoryCapabilities = Readonly<
  Record<'findOwner' | 'rename' | 'lock' | 'unlock' | 'remove' | 'testOneTimePassword' | 'limits', true | OffReason>
>;

/** A gateway that leaves nothing out. */
export const EVERYTHING: DirectoryCapabilities = {
  findOwner: true,
  rename: true,
  lock: true,
  unlock: true,
  remove: true,
  testOneTimePassword: true,
  limits: true,
};
