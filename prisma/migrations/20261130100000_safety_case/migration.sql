-- What the helpdesk is called about: a phone that was reported lost, or a frozen account.
CREATE TABLE safety_case (
    reference text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    about text NOT NULL,
    proof text NOT NULL,
    opened_at timestamptz(3) NOT NULL,
    browser text NOT NULL,
    network text,
    locked jsonb NOT NULL,
    holder_hash text,
    token_hash text NOT NULL,
    disputed_at timestamptz(3),
    closed_at timestamptz(3),
    closed_by text,
    CONSTRAINT safety_case_about CHECK (about IN ('lost-phone', 'frozen')),
    CONSTRAINT safety_case_proof CHECK (proof IN ('password', 'mailed-code', 'session', 'phone', 'link')),
    CONSTRAINT safety_case_end CHECK ((state = 'open' AND closed_at IS NULL AND closed_by IS NULL) OR (state = 'closed' AND closed_at IS NOT NULL)),
    CONSTRAINT safety_case_pkey PRIMARY KEY (reference)
);
CREATE UNIQUE INDEX safety_case_token_hash_key ON safety_case (token_hash);
CREATE INDEX safety_case_holder_hash_idx ON safety_case (holder_hash);
CREATE INDEX safety_case_domain_state_opened_at_idx ON safety_case (domain, state, opened_at);
CREATE INDEX safety_case_user_id_domain_idx ON safety_case (user_id, domain);
CREATE INDEX safety_case_disputed_at_idx ON safety_case (disputed_at);

-- Somebody who lost a phone may freeze from the page of their case.
ALTER TABLE account_freeze DROP CONSTRAINT account_freeze_by;
ALTER TABLE account_freeze ADD CONSTRAINT account_freeze_by CHECK (frozen_by IN ('person', 'phone', 'not-me', 'lost-phone'));

-- Codes are mailed for a lost phone too. The default is for a release before this one.
ALTER TABLE code_request ADD COLUMN purpose text NOT NULL DEFAULT 'forgotten-password';
