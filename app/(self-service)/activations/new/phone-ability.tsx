import { RichText } from '@/components/site/language/rich-text';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { t } from '@/lib/shared/language/t';

const PATH = '/authenticator/check';

/** Whether the person's phone can do this: a link on it, and on a computer where to look with it. */
export function PhoneAbility({ publicUrl }: { publicUrl: string }) {
  return (
    <p className="max-w-prose text-sm text-ink-soft">
      <span className="pointer-coarse:hidden">
        <RichText
          message="To find out whether your phone can do this, open {address} on it."
          values={{
            address: (
              <b key="address" className="font-semibold wrap-anywhere">
                {`${publicUrl.replace(/^https?:\/\//, '')}${PATH}`}
              </b>
            ),
          }}
        />
      </span>
      {/* Another document, because the app shares no script with the website. */}
      <a href={PATH} className="hidden underline underline-offset-4 pointer-coarse:inline">
        {t(phoneCheckNames.title)}
      </a>
    </p>
  );
}
