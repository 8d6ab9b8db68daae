import { RichText } from '@/components/site/language/rich-text';
import { useId } from 'react';
import type { ActivationCredentials, OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { ChoiceBar } from '@/components/ui/fields/choice-bar';
import { buttonClasses } from '@/components/ui/buttons/button';
import { CopyButton } from '@/components/ui/buttons/copy-button';
import { activationNames } from '@/lib/shared/names/activation-names';
import { spellOut } from './spell-out';
import { typedValues, type TypedValue } from './typed-values';
import type { ImageView } from './use-image-view';
import { t } from '@/lib/shared/language/t';

type OtherWaysProps<Credentials> = {
  credentials: Credentials;
  user: { userId: string; domain: string };
  say: (text: string) => void;
};

/** For whoever cannot scan: another kind of image, and ways that need no camera. */
export function OtherWays({
  credentials,
  imageView: { offered, shown, choose },
  ...props
}: OtherWaysProps<ActivationCredentials> & { imageView: ImageView }) {
  return (
    <div className="grid gap-5 border-t border-line p-5">
      {offered.length > 1 && (
        <div className="grid gap-1.5 forced-colors:hidden">
          <p className="text-ink-soft">{t('Some cameras read black and white more easily.')}</p>
          <div className="flex">
            <ChoiceBar
              legend={t('Image style')}
              choices={offered.map((value) => ({ value, name: t(activationNames.kinds[value]) }))}
              chosen={shown}
              onChoose={choose}
            />
          </div>
        </div>
      )}
      {credentials.activationType === 'online' && <WithoutCamera credentials={credentials} {...props} />}
    </div>
  );
}

/** Typing the values, in the order and by the names of the app's own form, or opening the site's app on this device. */
function WithoutCamera({ credentials, user, say }: OtherWaysProps<OnlineCredentials>) {
  const { ownApp } = credentials;
  return (
    <>
      <p className="text-ink-soft">
        {ownApp ? (
          <RichText
            message="In the app, tap {scan}, then {type}. Upper and lower case matter."
            values={{
              scan: <strong className="text-ink">{t('Scan code')}</strong>,
              type: <strong className="text-ink">{t('Type the values')}</strong>,
            }}
          />
        ) : (
          t('Choose to type the values in the app. Upper and lower case matter.')
        )}
      </p>
      {typedValues(credentials, user).map((input) => (
        <ValueField key={input.label} {...input} say={say} />
      ))}
      {ownApp && (
        <>
          <p>
            <span className="font-semibold">{t('Check letter')}</span>
            <span className="block">
              {t(activationNames.typeLetter)} <strong className="font-mono text-lg">{ownApp.checkLetter}</strong>
            </span>
          </p>
          <div className="grid gap-2 pointer-coarse:hidden">
            <p className="text-ink-soft">{t('Is the app on the device you are holding?')}</p>
            <div>
              {/* A plain link, because the router would keep the URL in memory, and the activation password with it. */}
              <a href={ownApp.link} className={buttonClasses('secondary')}>
                {t(activationNames.openHere)}
              </a>
            </div>
          </div>
        </>
      )}
    </>
  );
}

/** One of the values to type on the phone, exactly as it must be typed. */
function ValueField({ label, inText, value, say }: TypedValue & { say: (text: string) => void }) {
  const id = useId();
  const spelledId = `${id}-spelled`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          type="text"
          id={id}
          value={value}
          readOnly
          spellCheck={false}
          autoComplete="off"
          translate="no"
          aria-describedby={spelledId}
          className="min-h-11 min-w-0 flex-1 basis-40 rounded-control border border-line-strong bg-page px-3 font-mono text-lg tracking-[0.15em]"
        />
        <CopyButton
          text={value}
          names={{
            copy: t(activationNames.copy, { value: inText }),
            copied: t(activationNames.copied, { value: inText }),
          }}
          onResult={(isCopied) =>
            say(
              isCopied
                ? t('{value} copied.', { value: label })
                : t('The browser does not allow copying. Select the text and copy it yourself.'),
            )
          }
        />
      </div>
      <p id={spelledId} className="sr-only">
        {spellOut(value)}
      </p>
    </div>
  );
}
