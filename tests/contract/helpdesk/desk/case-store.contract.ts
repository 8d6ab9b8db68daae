import { beforeEach, describe, expect, it } from 'vitest';
import { generateFreezeId, type Frozen } from '@/lib/accounts/freeze/freeze';
import {
  close,
  dispute,
  generateCaseReference,
  markFrozen,
  withLocked,
  type OpenCase,
} from '@/lib/helpdesk/safety/cases/safety-case';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../../support/doubles/fake-activations';
import { openCase } from '../../../support/doubles/fake-cases';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';
import { aHash } from '../../../support/doubles/fake-invitations';
import { newSession } from '../../../support/new-session';

const NOTHING = { events: [], messages: [] };
let people = 0;

function frozenOf({ userId, domain }: OpenCase): Frozen {
  const id = generateFreezeId(systemRandom);
  return { state: 'frozen', id, version: 1, userId, domain, frozenBy: 'lost-phone', frozenAt: at(2), isSettled: false };
}

/** What every adapter of the port `CaseStore` does. @param open gives stores, which need not be empty */
export function caseStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('cases', () => {
    let stores: HelpdeskStores;
    let opened: OpenCase;

    beforeEach(async () => {
      stores = await open();
      const number = (people += 1);
      opened = openCase({ userId: `lost ${number}`, domain: `domain ${number}.${aHash()}`, openedAt: at(1) });
    });

    it('a case is found by its reference in its own domain alone, as it was opened', async () => {
      await stores.cases.open(opened, NOTHING);
      expect(await stores.cases.find(opened.reference, opened.domain)).toEqual(opened);
      expect(await stores.cases.find(opened.reference, 'elsewhere')).toBeNull();
      expect(await stores.cases.find(generateCaseReference(systemRandom), opened.domain)).toBeNull();
    });

    it('a case is found by the link of its mail, and by no other', async () => {
      await stores.cases.open(opened, NOTHING);
      expect(await stores.cases.findByToken(opened.tokenHash)).toEqual(opened);
      expect(await stores.cases.findByToken(aHash())).toBeNull();
    });

    it('a case is held by its browser until its time is over, or it is closed', async () => {
      const holder = opened.holderHash ?? '';
      await stores.cases.open(opened, NOTHING);
      expect(await stores.cases.findHeld(holder, at(1))).toEqual(opened);
      expect(await stores.cases.findHeld(aHash(), at(1))).toBeNull();
      expect(await stores.cases.findHeld(holder, at(2))).toBeNull();
      await stores.cases.save(close(opened, 'agent', at(3)), NOTHING);
      expect(await stores.cases.findHeld(holder, at(1))).toBeNull();
    });

    it('opening a case ends the sessions of its user', async () => {
      const session = newSession(opened, at(0));
      await stores.sessions.create(session, await stores.sessions.epochOf(opened));
      expect(await stores.sessions.find(session.id, at(1))).not.toBeNull();
      await stores.cases.open(opened, NOTHING);
      expect(await stores.sessions.find(session.id, at(1))).toBeNull();
    });

    it('cases are listed with the newest first, until they are closed or too old', async () => {
      const later = openCase({ userId: opened.userId, domain: opened.domain, openedAt: at(5) });
      await stores.cases.open(opened, NOTHING);
      await stores.cases.open(later, NOTHING);
      const references = async (since: Date, limit = 10) =>
        (await stores.cases.listOpen(opened.domain, since, limit)).map(({ reference }) => reference);
      expect(await references(at(1))).toEqual([later.reference, opened.reference]);
      expect(await references(at(1), 1)).toEqual([later.reference]);
      expect(await references(at(2))).toEqual([later.reference]);
      await stores.cases.save(close(later, null, at(6)), NOTHING);
      expect(await references(at(1))).toEqual([opened.reference]);
    });

    it('of two moves of one case made at once the second is refused', async () => {
      await stores.cases.open(opened, NOTHING);
      const locked = withLocked(opened, { instanceId: 'VDS1000042-2', name: 'Tablet' });
      expect(await stores.cases.save(locked, NOTHING)).toEqual({ ok: true, value: null });
      expect(await stores.cases.save(close(opened, 'agent', at(2)), NOTHING)).toEqual({
        ok: false,
        refusal: 'version-moved',
      });
      expect(await stores.cases.find(opened.reference, opened.domain)).toEqual(locked);
    });

    it('a disputed case is listed as such after it was closed, too', async () => {
      await stores.cases.open(opened, NOTHING);
      const closed = close(opened, 'agent', at(2));
      await stores.cases.save(closed, NOTHING);
      const disputed = dispute(closed, at(3));
      if (!disputed.ok) throw new Error(disputed.refusal);
      await stores.cases.save(disputed.value, NOTHING);
      expect(await stores.cases.listDisputed(opened.domain, at(3), 10)).toEqual([disputed.value]);
      expect(await stores.cases.listDisputed(opened.domain, at(4), 10)).toEqual([]);
    });

    it('a freeze opens its case in one transaction with itself', async () => {
      const ofAll: OpenCase = { ...opened, about: 'frozen', locked: [] };
      expect(await stores.freezes.create(frozenOf(ofAll), ofAll, NOTHING)).toEqual({ ok: true, value: null });
      expect(await stores.cases.findOpenFreeze(ofAll)).toEqual(ofAll);
      const second = openCase({ ...ofAll, reference: generateCaseReference(systemRandom), tokenHash: aHash() });
      expect(await stores.freezes.create(frozenOf(ofAll), second, NOTHING)).toEqual({
        ok: false,
        refusal: 'already-frozen',
      });
      expect(await stores.cases.find(second.reference, second.domain)).toBeNull();
    });

    it('a freeze takes over the case of a lost phone, unless that has moved meanwhile', async () => {
      await stores.cases.open(opened, NOTHING);
      const moved = withLocked(opened, { instanceId: 'VDS1000042-2', name: 'Tablet' });
      await stores.cases.save(moved, NOTHING);
      const refused = await stores.freezes.create(frozenOf(opened), markFrozen(opened), NOTHING);
      expect(refused).toEqual({ ok: false, refusal: 'already-frozen' });
      expect(await stores.freezes.isFrozen(opened)).toBe(false);
      expect(await stores.freezes.create(frozenOf(opened), markFrozen(moved), NOTHING)).toMatchObject({ ok: true });
      expect(await stores.cases.findOpenFreeze(opened)).toEqual(markFrozen(moved));
    });
  });
}
