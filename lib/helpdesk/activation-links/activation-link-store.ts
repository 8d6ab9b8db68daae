import type { SessionId } from '../../accounts/sessions/session';
import type { SideEffects } from '../../messaging/new-message';
import type { ActivationLink, ActivationLinkId, MadeLink, OpenedLink, ReturnedLink } from './activation-link';

/** PORT: activation links. Each change is one transaction with its side effects. */
export interface ActivationLinkStore {
  find(id: ActivationLinkId): Promise<ActivationLink | null>;
  create(link: MadeLink, sideEffects: SideEffects): Promise<void>;
  /** Opens a link that is `made`. @returns false if another call was faster; nothing is changed then */
  open(link: OpenedLink, sideEffects: SideEffects): Promise<boolean>;
  /** The one that a session has opened last, while its way back is there. */
  findOpened(sessionId: SessionId, now: Date): Promise<OpenedLink | null>;
  /**
   * Ends a link, once, in the state that it was read in.
   * @param from where it was opened; null for one that is `made`
   * @returns false if it has been ended, or opened, meanwhile; nothing is changed then
   */
  finish(link: ReturnedLink, from: SessionId | null, sideEffects: SideEffects): Promise<boolean>;
  /**
   * Moves the link that a session has opened to another session of the same user, which replaces it in their browser.
   */
  moveToSession(from: SessionId, to: SessionId): Promise<void>;
  /** Forgets links that were made before a time. */
  purge(before: Date): Promise<void>;
}
