import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import type { Database } from '@/lib/database/database';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { Account } from '@/lib/kit/gateways/state/accounts';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { MINUTE } from '@/lib/shared/time/duration';
import { FakePhone } from '../../support/doubles/fake-phone';
import { openAdapter, openCloudAdapter } from '../../support/onespan/open-onespan-adapter';
import { valueOf } from '../../support/phones/activate-device';
import type { Profile } from '../gateway-site';

export const PASSWORD = 'Static-Password-1';

export type AdapterSettings = {
  /** Of the stand-in. */
  options?: Partial<OneSpanOptions>;
  /** Of the site, or what makes them for a stand-in. */
  settings?: Partial<OneSpanServerConfig> | ((oneSpan: OneSpanServer) => Partial<OneSpanServerConfig>);
  cloudSettings?: Parameters<typeof openCloudAdapter>[2];
};

/** The product's adapters before a stand-in for the vendor’s server, without pages, and people one after the other. */
export class AdapterSite {
  readonly oneSpan: OneSpanServer;
  readonly clock: { aheadMs: number; now: () => Date };
  readonly #profile: Profile;
  readonly #settings: AdapterSettings;
  readonly #database: Database;
  #people = 0;

  private constructor(
    profile: Profile,
    settings: AdapterSettings,
    database: Database,
    { oneSpan, clock }: Pick<AdapterSite, 'oneSpan' | 'clock'>,
  ) {
    this.#profile = profile;
    this.#settings = settings;
    this.#database = database;
    this.oneSpan = oneSpan;
    this.clock = clock;
  }

  /** @param database of its own for requests to phones */
  static async open(profile: Profile, settings: AdapterSettings, database: Database): Promise<AdapterSite> {
    const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
    const oneSpan = await startOnespanServer({ clock, lockThreshold: 0, ...settings.options });
    return new AdapterSite(profile, settings, database, { oneSpan, clock });
  }

  /** Of the server that the adapters call. */
  get url(): string {
    const { soapUrls, cloudUrl } = this.oneSpan;
    return this.#profile === 'onespan-server' ? (soapUrls[0] ?? '') : cloudUrl;
  }

  /** A process of the site that has been at work, so that it has a connection which a fault can meet. */
  async openGateway(): Promise<OpenedGateway> {
    const phoneRequests = {
      store: new PrismaVendorChallengeStore(this.#database.client),
      changeFeed: this.#database.changeFeed,
      onEnd: async () => {},
      onFault: (error: unknown) => {
        throw error;
      },
    };
    const { settings: given, cloudSettings } = this.#settings;
    const settings = typeof given === 'function' ? given(this.oneSpan) : given;
    const gateway =
      this.#profile === 'onespan-server'
        ? openAdapter(this.oneSpan, [], settings, phoneRequests, CALL_LIMITS)
        : openCloudAdapter(this.oneSpan, [], cloudSettings, phoneRequests, CALL_LIMITS);
    await gateway.directory.list(this.addPerson());
    return gateway;
  }

  addPerson(more: { email?: string; mobile?: string } = {}): Account {
    this.#people += 1;
    return this.oneSpan.state.accounts.add({ userId: `person.${this.#people}`, staticPassword: PASSWORD, ...more });
  }

  /** A new device of theirs. @returns its identifier, and what shows a one-time password that was not shown before */
  async activate(account: Account) {
    const { state, gateway } = this.oneSpan;
    const image = formatActivationPayload({
      ...valueOf(await state.register(account)),
      gatewayId: state.options.gatewayId,
    });
    const phone = new FakePhone(gateway, valueOf(image));
    for (let step = 0; step < 4; step++) if ((await phone.step()) !== 'done') throw new Error('the phone was refused');
    const instance = state.records.listOf(account).find(({ kind }) => kind === 'instance');
    const nextCode = () => {
      this.clock.aheadMs += MINUTE;
      return computeOneTimePassword(phone.instanceKey, timeStepAt(this.clock.now()));
    };
    return { instanceId: instance?.serialNumber ?? '', nextCode };
  }

  close(): Promise<void> {
    return this.oneSpan.close();
  }
}
