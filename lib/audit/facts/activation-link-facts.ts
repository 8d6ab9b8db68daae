/** Why an activation link was not followed. */
export const ACTIVATION_LINK_REFUSALS = ['other-user', 'used', 'expired', 'not-connected'] as const;

/** What came of an activation, as the site that asked for it reads. */
export const LINK_OUTCOMES = ['activated', 'pending', 'cancelled', 'expired', 'failed', 'not-started'] as const;

type Linked = { linkId: string; serviceAccountId: string };

/** Facts about links by which other sites send a person here and back. The subject is that person, whoever acts. */
export type ActivationLinkFact =
  /** @property returnUrl the registered address that the person comes back to */
  | (Linked & { type: 'activation-link-made'; returnUrl: string })
  | (Linked & { type: 'activation-link-opened' })
  | (Linked & { type: 'activation-link-refused'; reason: (typeof ACTIVATION_LINK_REFUSALS)[number] })
  /** @property activationId null if none was started */
  | (Linked & {
      type: 'activation-link-returned';
      outcome: (typeof LINK_OUTCOMES)[number];
      activationId: string | null;
    });
