import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { ownContext } from '@/lib/audit/audit-context';
import { listAlarms } from '@/lib/helpdesk/desk/alarms/list-alarms';
import { closeCase, findCaseByReference, findOpenCases } from '@/lib/helpdesk/desk/cases/open-cases';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { requestLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { previewNotice, reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { CASE_LIFETIME_MS } from '@/lib/helpdesk/safety/cases/safety-case';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../support/doubles/principal';

/** The helpdesk's cases, and who says "It wasn't me" to one. @param current gives the world */
export function casesSuite(current: () => FakeHelpdesk): void {
  describe('a case', () => {
    let world: FakeHelpdesk;
    let jane: User;
    let origin: typeof ORIGIN;
    let addresses = 0;

    beforeEach(async () => {
      world = current();
      jane = await world.newcomer();
      origin = { ...ORIGIN, address: `198.51.101.${(addresses += 1)}` };
    });

    async function freeze() {
      const frozen = await freezeAccount(world.ports, jane, 'person', ownContext(jane, origin));
      if (!frozen.ok) throw new Error(frozen.refusal);
      return frozen.value;
    }

    const linkOf = async (what: 'frozen' | 'phone-lost') => {
      const { notice } = await world.mailbox.newestNotice(jane.userId, what);
      return FakeMailbox.tokenOf(notice.notMeUrl ?? '');
    };
    const listed = async () => (await findOpenCases(world.ports, jane.domain)).map(({ reference }) => reference);

    it('a freeze opens a case, which is listed and found by its reference in its own domain alone', async () => {
      const { reference } = await freeze();
      expect((await findOpenCases(world.ports, jane.domain))[0]).toMatchObject({
        reference,
        userId: jane.userId,
        displayName: jane.displayName,
        about: 'frozen',
        proof: 'session',
        state: 'open',
        isDisputed: false,
      });
      const spoken = reference.replace('case-', '').replace('-', ' ').toLowerCase();
      expect(await findCaseByReference(world.ports, jane.domain, spoken)).toMatchObject({ reference });
      expect(await findCaseByReference(world.ports, 'elsewhere.example', reference)).toBeNull();
      expect(await findCaseByReference(world.ports, jane.domain, 'case-2222-2222')).toBeNull();
      expect(await findCaseByReference(world.ports, jane.domain, jane.userId)).toBeNull();
    });

    it('the mail about a freeze leads to a page that works signed out, and its report alarms the helpdesk once', async () => {
      const { reference } = await freeze();
      const token = await linkOf('frozen');
      expect(await previewNotice(world.ports, token, origin)).toMatchObject({
        ok: true,
        value: { about: 'frozen', reference },
      });
      const reports = await Promise.all([1, 2, 3].map(() => reportNotMe(world.ports, token, origin)));
      expect(reports.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await previewNotice(world.ports, token, origin)).toEqual({ ok: false, refusal: 'already-reported' });
      const mails = (await world.mailbox.about(jane.userId)).filter(({ content }) => content.kind === 'case-disputed');
      expect(mails.map(({ to }) => to).toSorted()).toEqual([
        'agent@example.org',
        'approver@example.org',
        'other.agent@example.org',
      ]);
      expect((await listAlarms(world.ports, jane.domain)).find(({ id }) => id === reference)).toMatchObject({
        kind: 'case-disputed',
        about: 'frozen',
        userId: jane.userId,
      });
      expect(await world.ports.freezes.isFrozen(jane)).toBe(true);
    });

    it('threat: a thief reads old mail: the link of a case reports nothing after a week', async () => {
      await freeze();
      const token = await linkOf('frozen');
      world.fake.pass(CASE_LIFETIME_MS + 1);
      expect(await previewNotice(world.ports, token, origin)).toEqual({ ok: false, refusal: 'over' });
      expect(await reportNotMe(world.ports, token, origin)).toEqual({ ok: false, refusal: 'over' });
      expect(await listed()).toEqual([]);
    });

    it('a case is closed by staff once, never by the person it is about, and never from another domain', async () => {
      const { reference } = await freeze();
      const close = (agent: User) => closeCase(world.ports, signedInAs(agent), reference, origin);
      expect(await close({ ...jane, roles: ['helpdesk-agent'] })).toEqual({ ok: false, refusal: 'own-account' });
      expect(await close({ ...world.agent, domain: 'elsewhere.example' })).toEqual({ ok: false, refusal: 'not-found' });
      expect(await close(world.agent)).toEqual({ ok: true, value: null });
      expect(await close(world.otherAgent)).toEqual({ ok: false, refusal: 'case-closed' });
      expect(await listed()).not.toContain(reference);
      expect(await findCaseByReference(world.ports, jane.domain, reference)).toMatchObject({
        state: 'closed',
        closedBy: world.agent.userId,
      });
      const [latest] = await world.ports.audit.listFor(jane, 1);
      expect(latest?.event).toMatchObject({ type: 'case-closed', reference });
      expect(await world.ports.freezes.isFrozen(jane)).toBe(true);
    });

    it('a case of a frozen account is closed when its freeze is lifted', async () => {
      const { reference } = await freeze();
      const typed = { ticket: 'T-1', notes: [{ method: 'call-back', detail: '+32 2 555 12 12' }] } as const;
      const asked = await requestLift(world.ports, signedInAs(world.agent), jane, typed, origin);
      if (!asked.ok) throw new Error(asked.refusal);
      await decideApproval(world.ports, LIFTS, signedInAs(world.approver), asked.value.id, 'approved', origin);
      expect(await listed()).not.toContain(reference);
      expect(await findCaseByReference(world.ports, jane.domain, reference)).toMatchObject({
        state: 'closed',
        closedBy: null,
      });
    });
  });
}
