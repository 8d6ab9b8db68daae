import { currentLanguage } from '@/lib/shared/language/messages';
import { t } from '@/lib/shared/language/t';
import { areaNames } from '@/lib/shared/names/area-names';
import { LANGUAGES, OWN_NAMES } from '@/lib/shared/language';

/** Shows this page in another language, and from then on every page in this browser. */
export function LanguageMenu() {
  const current = currentLanguage();
  return (
    <form method="post" action="/api/language" aria-label={t(areaNames.language)}>
      <ul className="-mx-2 -my-3 flex flex-wrap">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <button
              type="submit"
              name="language"
              value={language}
              lang={language}
              aria-current={language === current ? 'true' : undefined}
              className="min-h-11 rounded-control px-2 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {OWN_NAMES[language]}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
