import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import type { Database } from '@/lib/database/database';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import type { Bytes } from '@/lib/shared/bytes';
import type { MailAddress } from '@/lib/shared/mail-address';
import type { SignedPayload } from '@/lib/server/web/answers/reveal-own-image';
import { findCode } from '@/lib/phone/scanning/find-code';
import { answerLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { systemRandom } from '@/lib/shared/random';
import type { PhoneSignInStart } from '@/components/site/phone-sign-in/phone-sign-in-start';
import { addressOf, channelTo, FakePhone } from '../../../support/doubles/fake-phone';
import { pictureOfPaths } from '../../../support/images/picture-of-paths';
import { GATEWAY_ID } from '../../../support/servers/test-gateway';
import { testPersister } from '../../../support/test-chain';
import type { Browser, SiteInProcess } from './site-in-process';

export const PASSWORD = 'correct horse battery';

/** Of passwords' hashes, which are not what is tried here. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

type Revealing = { revealOwnImage: (id: string, format: 'svg') => Promise<SignedPayload | Response> };

const REVEAL = '@/lib/server/web/answers/reveal-own-image';

export type Phone = { instanceId: string; instanceKey: Bytes };

/** The people of a site in process, and their phones. */
export class SitePeople {
  readonly #site: SiteInProcess;
  readonly #accounts: PrismaUserDirectory;
  /** How many there are. */
  count = 0;

  constructor(site: SiteInProcess, database: Database) {
    this.#site = site;
    this.#accounts = new PrismaUserDirectory(database, site.clock, testPersister(site.clock), [], CHEAP);
  }

  /** Adds somebody with `PASSWORD`. @param name the user ID begins with it */
  async add(name: string, roles: Role[]): Promise<User> {
    const userId = `${name}.${(this.count += 1)}`;
    const domain = 'example.org';
    await this.#accounts.add({
      userId,
      domain,
      roles,
      password: PASSWORD,
      language: 'en',
      group: null,
      displayName: name,
      mailAddresses: [`${userId}@example.org` as MailAddress],
    });
    const user = await this.#site.services.accounts.users.find(userId, domain);
    if (!user) throw new TypeError(`no ${userId}`);
    return user;
  }
}

/** The image of what a person activates, if the site shows it to this browser. */
export async function revealImage(
  site: SiteInProcess,
  browser: Browser,
  user: User,
): Promise<{ id: ActivationId; payload: string } | null> {
  const pending = await site.services.activation.store.findPending(user);
  if (!pending) return null;
  const { revealOwnImage } = (await import(REVEAL)) as Revealing;
  const image = await site.by(browser, () => revealOwnImage(pending.id, 'svg'));
  return 'payload' in image ? { id: pending.id, payload: image.payload } : null;
}

/** Lets a new phone scan an image. @returns null if it was refused */
export async function scan(
  { services }: SiteInProcess,
  { id, payload }: { id: ActivationId; payload: string },
): Promise<Phone | null> {
  const { activation, embeddedGateway } = services;
  if (!embeddedGateway) throw new TypeError('the site has a gateway of its own');
  const phone = new FakePhone(embeddedGateway, payload);
  for (let step = 0; step < 4; step++) if ((await phone.step()) !== 'done') return null;
  const bound = await activation.store.find(id, 'example.org');
  return bound?.state === 'active' ? { instanceId: bound.instanceId, instanceKey: phone.instanceKey } : null;
}

/** Signs a browser in with a phone, from the image on its page to the session. @returns false if either was refused */
export async function signInWithPhone(
  site: SiteInProcess,
  browser: Browser,
  { userId, domain }: User,
  phone: Phone,
): Promise<boolean> {
  const { startPhoneSignInAction } = (await import('@/app/sign-in/phone/actions')) as Starting;
  const started = await site.by(browser, startPhoneSignInAction);
  if (!('ok' in started) || !started.ok || !started.image || 'png' in started.image) return false;
  const code = findCode(pictureOfPaths(started.image));
  const scanned = scanLogin(code?.text ?? '', addressOf(GATEWAY_ID));
  if (!scanned.ok) throw new TypeError(`the image on the page is ${scanned.refusal}`);
  const { embeddedGateway } = site.services;
  if (!embeddedGateway) throw new TypeError('the site has a gateway of its own');
  const channel = channelTo(embeddedGateway);
  const read = await fetchLoginRequest(scanned.value, { ...phone, userId, domain }, systemRandom, channel);
  if (!read.ok || !(await answerLogin(read.value, started.number, channel)).ok) return false;
  return site.signIn(browser, 'phone', {});
}

type Starting = { startPhoneSignInAction: () => Promise<PhoneSignInStart> };
