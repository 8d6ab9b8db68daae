'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { RefusedForm } from '@/lib/shared/form-state';
import {
  type ColourProblem,
  colourOrganisation,
  colourProblems,
  nameHelpdesk,
  nameOrganisation,
  pictureOrganisation,
} from '@/lib/messaging/organisation/change-organisation';
import { stepAfter, type SetupStep } from '@/lib/messaging/organisation/setup';
import { tryMail } from '@/lib/messaging/organisation/try-mail';
import { perPerson } from '@/lib/accounts/sign-in/limits';
import { checkGateway } from '@/lib/server/web/answers/check-gateway';
import { formAction, type ActionContext } from '@/lib/server/web/actions/form-action';
import { leadTo } from '@/lib/server/web/actions/lead-to';
import { refused } from '../../../helpdesk/refused';

const line = z.string().max(1_000).default('');
const shown = z.coerce.number().int().min(0);

export const saveNameAction = formAction(
  { permission: 'organisation:change', schema: z.object({ organisation: line, shown }), proof: 'decide-as-staff' },
  async (typed, { services, signedIn, origin }) => {
    const saved = await nameOrganisation(
      services.organisation,
      signedIn,
      { name: typed.organisation, shown: typed.shown },
      origin,
    );
    if (saved.ok) return goOn(services, 'name');
    if (saved.refusal !== 'organisation-name-invalid') return refused(saved.refusal);
    return refusedAt('organisation', saved.refusal);
  },
);

export const saveHelpdeskAction = formAction(
  {
    permission: 'organisation:change',
    schema: z.object({ helpdeskName: line, phone: line, email: line, hours: line, shown }),
    proof: 'decide-as-staff',
  },
  async (typed, { services, signedIn, origin }) => {
    const contact = {
      name: typed.helpdeskName.trim(),
      phone: typed.phone.trim() || null,
      email: typed.email.trim() || null,
      hours: typed.hours.trim() || null,
    };
    const saved = await nameHelpdesk(services.organisation, signedIn, { contact, shown: typed.shown }, origin);
    if (saved.ok) return goOn(services, 'helpdesk');
    switch (saved.refusal) {
      case 'name-missing':
        return refusedAt('helpdeskName', 'helpdesk-name-missing');
      case 'no-way-to-reach':
        return refusedAt('phone', 'helpdesk-unreachable');
      case 'email-invalid':
        return refusedAt('email', 'helpdesk-email-invalid');
      case 'part-invalid':
        return refused('helpdesk-part-invalid');
      case 'set-by-operator':
      case 'not-permitted':
      case 'changed-meanwhile':
        return refused(saved.refusal);
    }
  },
);

export const saveColoursAction = formAction(
  {
    permission: 'organisation:change',
    schema: z.object({ light: line, dark: line, product: z.literal('yes').optional(), shown }),
    proof: 'decide-as-staff',
  },
  async ({ light, dark, product, shown: version }, { services, signedIn, origin }) => {
    const colours = product === 'yes' ? null : { light, dark };
    const problems = colours && colourProblems(colours);
    if (problems) {
      const code = problems.light ?? problems.dark ?? 'colour-invalid';
      const answer: RefusedForm<ColourProblem> = { status: 'refused', code, errors: problems };
      return answer;
    }
    const saved = await colourOrganisation(services.organisation, signedIn, { colours, shown: version }, origin);
    return saved.ok ? goOn(services, 'look') : refused(saved.refusal);
  },
);

export const saveLogoAction = formAction(
  {
    permission: 'organisation:change',
    schema: z.object({ logo: z.instanceof(File).optional(), remove: z.literal('yes').optional(), shown }),
    proof: 'decide-as-staff',
  },
  async ({ logo, remove, shown: version }, { services, signedIn, origin }) => {
    if (remove !== 'yes' && (logo === undefined || logo.size === 0)) return refusedAt('logo', 'logo-missing');
    const file = remove === 'yes' || logo === undefined ? null : new Uint8Array(await logo.arrayBuffer());
    const saved = await pictureOrganisation(services.organisation, signedIn, { file, shown: version }, origin);
    if (saved.ok) {
      await showOnPages(services);
      return { status: 'done' };
    }
    if (saved.refusal === 'not-permitted' || saved.refusal === 'changed-meanwhile') return refused(saved.refusal);
    return refusedAt('logo', saved.refusal);
  },
);

/** Answers with what the mail server said. */
export const sendTestMailAction = formAction(
  { permission: 'organisation:change', schema: z.object({}), proof: null },
  async (_typed, { services, signedIn, origin }) => {
    const { mailTrial, accounts, messaging } = services;
    const { audit, rateLimiter, clock } = accounts;
    const tried = await tryMail({ mailTrial, audit, rateLimiter, clock, random: messaging.random }, signedIn, origin);
    if (!tried.ok) return refused(tried.refusal);
    return { status: 'done', secret: JSON.stringify(tried.value) };
  },
);

/** Answers with what the doctor's checks have seen. */
export const checkGatewayAction = formAction(
  { permission: 'organisation:change', schema: z.object({}), proof: null },
  async (_typed, { services, signedIn }) => {
    if (await services.accounts.rateLimiter.take([perPerson('gateway-check', signedIn.user)]))
      return refused('too-many-requests');
    return { status: 'done', secret: JSON.stringify(await checkGateway(services)) };
  },
);

function refusedAt<Code extends string>(field: string, code: Code): RefusedForm<Code> {
  return { status: 'refused', code, errors: { [field]: code } };
}

async function goOn(services: ActionContext['services'], step: SetupStep): Promise<{ status: 'done'; next: string }> {
  await showOnPages(services);
  const next = stepAfter(step);
  return leadTo((next === null ? '/administration/setup' : `/administration/setup/${next}`) as Route);
}

/** The header of every page has the name, the logo and the colours. */
async function showOnPages({ organisation }: ActionContext['services']): Promise<void> {
  await organisation.live.refresh();
  revalidatePath('/', 'layout');
}
