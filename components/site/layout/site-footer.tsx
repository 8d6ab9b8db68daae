import { areaNames } from '@/lib/shared/names/area-names';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';
import { HelpdeskContactLine } from './helpdesk-contact';
import { t, type Message } from '@/lib/shared/language/t';
import { LanguageMenu } from './language-menu';

const WORDS = {
  user: 'Never share an activation password. The helpdesk will never ask for it.',
  staff: 'Never ask anyone for an activation password, an activation image or a PIN.',
} as const satisfies Record<string, Message>;

/** Text that the server answers in front of Next.js, whose router knows no such page. */
const LICENCES = '/licences.txt';

/** @param contact who helps, shown to people who are not staff */
export function SiteFooter({
  reader = 'user',
  contact = null,
}: {
  reader?: keyof typeof WORDS;
  contact?: HelpdeskContact | null;
}) {
  return (
    <footer className="border-t border-line print:hidden">
      <div className="area-width flex flex-wrap justify-between gap-x-8 gap-y-2 py-6 text-sm text-ink-soft">
        <p>{t(WORDS[reader])}</p>
        {contact && <HelpdeskContactLine contact={contact} />}
        <LanguageMenu />
        <a
          href={LICENCES}
          className="-mx-2 -my-3 flex min-h-11 items-center rounded-control px-2 underline-offset-4 hover:underline"
        >
          {t(areaNames.licences)}
        </a>
      </div>
    </footer>
  );
}
