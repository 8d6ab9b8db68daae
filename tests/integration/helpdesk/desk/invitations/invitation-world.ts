import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { User } from '@/lib/accounts/users/user';
import type { Invitation, InvitationState } from '@/lib/helpdesk/invitations/invitation';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import type { InvitationStore } from '@/lib/helpdesk/invitations/invitation-store';
import type { FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';

/** Two people, one of them of a protected group, their links and browsers, and every invitation that was kept. */
export class InvitationWorld {
  readonly helpdesk: FakeHelpdesk;
  readonly people: readonly User[];
  /** Everything kept, in order. */
  readonly kept: Invitation[] = [];
  /** Secrets of browsers that were let in, and of those that only show a code. */
  readonly letIn: { id: InvitationId; secret: BrowserSecret }[] = [];
  readonly showing: { id: InvitationId; secret: BrowserSecret; code: string }[] = [];
  readonly realStore: InvitationStore;

  private constructor(helpdesk: FakeHelpdesk, people: readonly User[]) {
    this.helpdesk = helpdesk;
    this.people = people;
    this.realStore = helpdesk.ports.invitations;
    helpdesk.ports.invitations = this.#tapped(this.realStore);
    helpdesk.directory.isReachable = true;
  }

  static async open(helpdesk: FakeHelpdesk): Promise<InvitationWorld> {
    const people = [await helpdesk.newcomer(), await helpdesk.newcomer('board')];
    for (const person of people) await helpdesk.activate(person);
    return new InvitationWorld(helpdesk, people);
  }

  close(): void {
    this.helpdesk.ports.invitations = this.realStore;
    this.helpdesk.directory.isReachable = true;
  }

  person(index: number): User {
    const person = this.people[index];
    if (!person) throw new RangeError(`there is no person ${index}`);
    return person;
  }

  /** What the newest mail to a person links to; null when they got none. */
  async token(index: number): Promise<string | null> {
    const mails = await this.helpdesk.mailbox.about(this.person(index).userId);
    const links = mails.flatMap(({ content }) => ('invitationLink' in content ? [content.invitationLink] : []));
    const newest = links.at(-1);
    return newest === undefined ? null : FakeMailbox.tokenOf(newest);
  }

  async code(index: number): Promise<string> {
    const mails = await this.helpdesk.mailbox.about(this.person(index).userId);
    return mails.flatMap(({ content }) => ('code' in content ? [content.code] : [])).at(-1) ?? '';
  }

  #tapped(store: InvitationStore): InvitationStore {
    const { kept } = this;
    return {
      find: (id, domain) => store.find(id, domain),
      findByToken: (hash) => store.findByToken(hash),
      findByBrowser: (hash) => store.findByBrowser(hash),
      findCurrent: (user) => store.findCurrent(user),
      listFor: (user, limit, after) => store.listFor(user, limit, after),
      listSince: (domain, since, limit) => store.listSince(domain, since, limit),
      listAwaiting: (domain, limit) => store.listAwaiting(domain, limit),
      listDue: (now, limit) => store.listDue(now, limit),
      async create(invitation, replaced, sideEffects) {
        const created = await store.create(invitation, replaced, sideEffects);
        if (created.ok) kept.push(...(replaced ? [replaced] : []), invitation);
        return created;
      },
      async save(invitation, sideEffects) {
        const saved = await store.save(invitation, sideEffects);
        if (saved.ok) kept.push(invitation);
        return saved;
      },
    };
  }

  /** Completed together with a notice, past the tapped store. */
  async noteCompleted(): Promise<void> {
    for (const person of this.people) {
      for (const invitation of await this.realStore.listFor(person, 1_000)) {
        const known = this.kept.findLast(({ id }) => id === invitation.id);
        if (invitation.state === 'used' && known && known.version < invitation.version) this.kept.push(invitation);
      }
    }
  }
}

/** Where each state may lead; itself, where only the old device or the code to read out has changed. */
export const LEGAL_MOVES: Record<InvitationState, readonly InvitationState[]> = {
  'awaiting-approval': ['awaiting-approval', 'live', 'declined', 'revoked', 'expired'],
  live: ['live', 'opened', 'revoked', 'expired'],
  opened: ['opened', 'used', 'revoked', 'expired'],
  used: ['used'],
  revoked: ['revoked'],
  expired: ['expired'],
  declined: ['declined'],
};
