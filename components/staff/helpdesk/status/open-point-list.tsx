import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/buttons/link';
import { PEOPLE_PATH } from '@/components/staff/helpdesk/people/user-path';
import type { OpenPoint } from '@/lib/helpdesk/administration/open-points';
import { setupNames } from '@/lib/shared/names/setup-names';
import { operationNames } from '@/lib/shared/names/staff-names';
import { t, type Message, type PlainMessage } from '@/lib/shared/language/t';

const ROLE_POINTS = {
  'one-administrator': 'Only one person is an administrator.',
  'no-agent': 'Nobody is a helpdesk agent, so nobody can help callers.',
  'no-approver': 'Nobody is an approver, so what the helpdesk asks for stays undecided.',
} as const satisfies Partial<Record<OpenPoint, Message>>;

const SETTING_POINTS = {
  'mail-to-files': { what: 'Emails are written to files and reach nobody.', wayOn: 'Set SMTP_URL and MAIL_FROM.' },
  'no-contact': {
    what: 'No page says whom to call for help.',
    wayOn: 'Say it among the steps of the first day, or set TESSERA_HELPDESK_CONTACT.',
  },
  'no-second-factors': {
    what: 'A password alone is enough to activate a device.',
    wayOn: 'Set TESSERA_ENROLMENT to “standard” or “strong”: “open” is for tests.',
  },
  'no-backup': {
    what: 'The site makes no backup of its database by itself.',
    wayOn: 'Set TESSERA_BACKUP_DIR to a folder on another disk.',
  },
  'writes-not-kept': { what: 'A power failure can lose what was saved.', wayOn: 'Set TESSERA_FSYNC to 1.' },
} as const satisfies Partial<Record<OpenPoint, { what: PlainMessage; wayOn: PlainMessage }>>;

type Site = { address: string; hasAccounts: boolean };

/** What the site lacks before people can rely on it, each with what to do. @param hasAccounts whether roles are given here */
export function OpenPointList({ points, ...site }: Site & { points: readonly OpenPoint[] }) {
  return (
    <section aria-labelledby="open-points" className="grid gap-facts">
      <h2 id="open-points" className="text-xl font-semibold">
        {t(operationNames.openPoints)}
      </h2>
      {points.length === 0 ? (
        <p className="flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-success" />
          {t('Nothing: this site is ready for people.')}
        </p>
      ) : (
        <ul aria-labelledby="open-points" className="grid max-w-prose gap-facts">
          {points.map((point) => (
            <li key={point} className="flex gap-3">
              <Circle aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-line-strong" />
              <div>
                <PointWords point={point} {...site} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PointWords({ point, address, hasAccounts }: Site & { point: OpenPoint }) {
  if (point === 'this-computer-only') {
    return (
      <Words
        what={t('Only this computer reaches the site: {address}', { address })}
        wayOn={t('Set TESSERA_URL to the https address that people will use.')}
      />
    );
  }
  if (point === 'demo-accounts') {
    return (
      <Words
        what={t('Accounts that the first start made for trying the site can sign in.')}
        wayOn={<WayOn href={PEOPLE_PATH}>{t('Disable or remove them')}</WayOn>}
      />
    );
  }
  if (point === 'mail-not-tried') {
    return (
      <Words
        what={t('No test email has been sent yet, so nobody knows whether emails arrive.')}
        wayOn={<WayOn href="/administration/setup/mail">{t(setupNames.sendTest)}</WayOn>}
      />
    );
  }
  if (isRolePoint(point)) {
    const give = <WayOn href={PEOPLE_PATH}>{t('Give somebody the role')}</WayOn>;
    return <Words what={t(ROLE_POINTS[point])} wayOn={hasAccounts ? give : t('Set TESSERA_STAFF.')} />;
  }
  const { what, wayOn } = SETTING_POINTS[point];
  return <Words what={t(what)} wayOn={t(wayOn)} />;
}

function WayOn({ href, children }: { href: typeof PEOPLE_PATH | '/administration/setup/mail'; children: ReactNode }) {
  return (
    <Link href={href} className="text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}

function isRolePoint(point: OpenPoint): point is keyof typeof ROLE_POINTS {
  return Object.hasOwn(ROLE_POINTS, point);
}

function Words({ what, wayOn }: { what: string; wayOn: ReactNode }) {
  return (
    <>
      <p>{what}</p>
      <p className="text-ink-soft">{wayOn}</p>
    </>
  );
}
