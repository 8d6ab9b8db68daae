import { decideApproval } from '../../helpdesk/approvals/decide-approval';
import { suspendServiceAccount } from '../../helpdesk/service-accounts/change-account';
import { makeFirstKey } from '../../helpdesk/service-accounts/make-key';
import { ACCOUNT_REQUESTS } from '../../helpdesk/service-accounts/account-request';
import { requestServiceAccount } from '../../helpdesk/service-accounts/request-account';
import type { ServiceAccountId } from '../../helpdesk/service-accounts/service-account';
import type { ServiceScope } from '../../helpdesk/service-accounts/service-scope';
import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import { principal, type DemoSite } from './demo-site';
import { must } from './must';

/** A system that calls with a key, which nobody reads, one that waits for its key, and one that is suspended. */
export async function addSystems(site: DemoSite): Promise<void> {
  const { serviceAccounts } = site.services;
  const [administrator, approver] = [await site.user('administrator'), await site.user('approver')];
  await site.moveTo(4 * DAY - HOUR);
  const approved = async (name: string, scopes: readonly ServiceScope[], lifetimeMs: number) => {
    const expiresAt = new Date(serviceAccounts.clock.now().getTime() + lifetimeMs);
    const input = { name, scopes, networks: [], requestsPerMinute: 60, expiresAt };
    const request = must(
      await requestServiceAccount(serviceAccounts, principal(administrator), input, site.from(administrator)),
    );
    site.pass(8 * MINUTE);
    must(
      await decideApproval(
        serviceAccounts,
        ACCOUNT_REQUESTS,
        principal(approver),
        request.id,
        'approved',
        site.from(approver),
      ),
    );
    return request.subject.accountId;
  };
  const keyed = async (id: ServiceAccountId) =>
    void must(await makeFirstKey(serviceAccounts, principal(administrator), id, site.from(administrator)));
  await keyed(await approved('Ticket system', ['user:find', 'user:view', 'invitation:send'], 180 * DAY));
  const fraudDesk = await approved('Fraud desk', ['device:lock', 'session:end', 'audit:read'], 12 * DAY);
  await keyed(fraudDesk);
  must(await suspendServiceAccount(serviceAccounts, principal(administrator), fraudDesk, site.from(administrator)));
  await approved('Online banking', ['activation-link:make'], 365 * DAY);
}
