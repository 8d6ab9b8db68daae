'use client';

import { useState } from 'react';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import type { FormAction } from '@/lib/shared/form-state';
import { logoPath } from '@/lib/shared/organisation-look';
import { parseColour } from '@/lib/messaging/organisation/palette';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';
import { ColourField } from './colour-field';
import { LogoField } from './logo-field';
import { LookPreview } from './look-preview';
import type { StepProps } from './name-step';
import { PRODUCT_COLOURS } from './preview-colours';

type Save = FormAction<StaffRefusalCode>;

/** The logo and the colours are saved each by itself: a file is asked for anew after every refusal. */
export function LookStep({
  actions,
  version,
  look,
  hasLogo,
}: Omit<StepProps, 'isSetByOperator'> & { actions: { logo: Save; colours: Save }; hasLogo: boolean }) {
  const [colours, setColours] = useState(look.colours ?? PRODUCT_COLOURS);
  const [picture, setPicture] = useState<string | null>(null);
  const shown = <input type="hidden" name="shown" value={version} />;
  const light = parseColour(colours.light) ?? PRODUCT_COLOURS.light;
  const dark = parseColour(colours.dark) ?? PRODUCT_COLOURS.dark;
  return (
    <div className="page-columns">
      <div className="grid gap-groups">
        <section aria-labelledby="logo" className="grid gap-facts">
          <h2 id="logo" className="text-xl font-semibold">
            {t(setupNames.logo)}
          </h2>
          <StaffForm
            action={actions.logo}
            decides
            variant="secondary"
            submit={t(setupNames.saveLogo)}
            doneWords={t('The logo is saved, and stands at the head of every page.')}
          >
            {shown}
            <LogoField onPicture={setPicture} />
          </StaffForm>
          {hasLogo && (
            <InlineConfirm label={t(setupNames.removeLogo)}>
              <StaffForm action={actions.logo} decides variant="danger" submit={t('Yes, remove it')}>
                {shown}
                <input type="hidden" name="remove" value="yes" />
              </StaffForm>
            </InlineConfirm>
          )}
        </section>
        <section aria-labelledby="colours" className="grid gap-facts">
          <h2 id="colours" className="text-xl font-semibold">
            {t('Colours')}
          </h2>
          <StaffForm action={actions.colours} decides submit={t(setupNames.save)}>
            {shown}
            <ColourField
              scheme="light"
              label={t(setupNames.light)}
              value={colours.light}
              onChange={(value) => setColours({ ...colours, light: value })}
            />
            <ColourField
              scheme="dark"
              label={t(setupNames.dark)}
              value={colours.dark}
              onChange={(value) => setColours({ ...colours, dark: value })}
            />
          </StaffForm>
          {look.colours && (
            <StaffForm action={actions.colours} decides variant="secondary" submit={t(setupNames.productColours)}>
              {shown}
              <input type="hidden" name="product" value="yes" />
            </StaffForm>
          )}
        </section>
      </div>
      <LookPreview
        look={{ ...look, colours: { light, dark } }}
        picture={picture ?? (look.logo && logoPath(look.logo))}
      />
    </div>
  );
}
