-- The schema of the first release. An installation of before gets to the same one by the migrations in the folder `before`.

-- Whether an account is staff.
CREATE FUNCTION is_staff(roles text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT EXISTS (SELECT 1 FROM unnest(roles) AS role WHERE role <> 'user')
$$;

CREATE TABLE account_freeze (
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    frozen_by text NOT NULL,
    frozen_at timestamptz(3) NOT NULL,
    is_settled boolean DEFAULT false NOT NULL,
    ended_at timestamptz(3),
    CONSTRAINT account_freeze_by CHECK ((frozen_by = ANY (ARRAY['person'::text, 'phone'::text, 'not-me'::text]))),
    CONSTRAINT account_freeze_state CHECK ((state = ANY (ARRAY['frozen'::text, 'lifting'::text, 'lifted'::text]))),
    CONSTRAINT account_freeze_pkey PRIMARY KEY (id)
);
CREATE INDEX account_freeze_due ON account_freeze (frozen_at) WHERE ((NOT is_settled) AND (state = 'frozen'::text));
CREATE UNIQUE INDEX account_freeze_standing ON account_freeze (user_id, domain) WHERE (state <> 'lifted'::text);

CREATE TABLE activation (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    device_name text,
    version integer NOT NULL,
    state text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    registration_identifier text,
    encrypted_payload text,
    issued_at timestamptz(3),
    scanned_at timestamptz(3),
    verified_at timestamptz(3),
    linked_at timestamptz(3),
    active_at timestamptz(3),
    ended_at timestamptz(3),
    instance_id text,
    failure_reason text,
    start_key text,
    leased_until timestamptz(3),
    invitation_id text,
    requested_browser text,
    requested_network text,
    shown_at timestamptz(3),
    gateway_baseline text,
    gateway_domain text,
    gateway_user_id text,
    encrypted_credential text,
    activation_type text DEFAULT 'online'::text NOT NULL,
    is_recovery boolean DEFAULT false NOT NULL,
    leased_by integer,
    CONSTRAINT activation_credential_only_while_requested CHECK (((encrypted_credential IS NULL) OR (state = 'requested'::text))),
    CONSTRAINT activation_gateway_baseline_is_short CHECK ((length(gateway_baseline) <= 8192)),
    CONSTRAINT activation_payload_only_while_shown CHECK (((encrypted_payload IS NOT NULL) = ((state = 'issued'::text) OR ((state = 'verified'::text) AND (activation_type = 'offline'::text))))),
    CONSTRAINT activation_pkey PRIMARY KEY (id)
);
CREATE INDEX activation_active_at ON activation (active_at) WHERE (state = 'active'::text);
CREATE INDEX activation_invitation_id_requested_at_idx ON activation (invitation_id, requested_at);
CREATE UNIQUE INDEX activation_one_pending ON activation (user_id, domain) WHERE (state = ANY (ARRAY['requested'::text, 'issued'::text, 'scanned'::text, 'verified'::text, 'linked'::text]));
CREATE INDEX activation_pending_expires_at ON activation (expires_at) WHERE (state = ANY (ARRAY['requested'::text, 'issued'::text, 'scanned'::text, 'verified'::text, 'linked'::text]));
CREATE INDEX activation_registration_identifier_idx ON activation (registration_identifier);
CREATE INDEX activation_requested_at_id_idx ON activation (requested_at, id);
CREATE INDEX activation_user_id_domain_requested_at_idx ON activation (user_id, domain, requested_at);
CREATE UNIQUE INDEX activation_user_id_domain_start_key_key ON activation (user_id, domain, start_key);

CREATE TABLE activation_link (
    id text NOT NULL,
    state text NOT NULL,
    service_account_id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    return_url text NOT NULL,
    caller_state text NOT NULL,
    made_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    session_id text,
    opened_at timestamptz(3),
    ends_at timestamptz(3),
    activation_id text,
    returned_at timestamptz(3),
    outcome text,
    CONSTRAINT activation_link_caller_state CHECK ((length(caller_state) <= 512)),
    CONSTRAINT activation_link_opened CHECK ((((state = 'opened'::text) = (session_id IS NOT NULL)) AND ((state = 'opened'::text) = (opened_at IS NOT NULL)) AND ((state = 'opened'::text) = (ends_at IS NOT NULL)))),
    CONSTRAINT activation_link_returned CHECK ((((state = 'returned'::text) = (returned_at IS NOT NULL)) AND ((state = 'returned'::text) = (outcome IS NOT NULL)))),
    CONSTRAINT activation_link_state CHECK ((state = ANY (ARRAY['made'::text, 'opened'::text, 'returned'::text]))),
    CONSTRAINT activation_link_pkey PRIMARY KEY (id)
);
CREATE INDEX activation_link_made_at_idx ON activation_link (made_at);
CREATE INDEX activation_link_session_id_idx ON activation_link (session_id);

CREATE TABLE api_request (
    service_account_id text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    leased_until timestamptz(3) NOT NULL,
    kept_until timestamptz(3) NOT NULL,
    answer jsonb,
    leased_by integer,
    CONSTRAINT api_request_pkey PRIMARY KEY (service_account_id, key)
);
CREATE INDEX api_request_kept_until_idx ON api_request (kept_until);

CREATE TABLE approval (
    id text NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    subject jsonb NOT NULL,
    subject_key text NOT NULL,
    user_id text,
    domain text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    decided_by text,
    ended_at timestamptz(3),
    CONSTRAINT approval_end CHECK (((state = 'approved'::text) OR ((ended_at IS NULL) = (state = 'awaiting'::text)))),
    CONSTRAINT approval_state CHECK ((state = ANY (ARRAY['awaiting'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT approval_pkey PRIMARY KEY (id)
);
ALTER TABLE approval
    ADD CONSTRAINT approval_four_eyes CHECK (((user_id IS DISTINCT FROM requested_by) AND ((decided_by IS NULL) OR ((decided_by <> requested_by) AND (decided_by IS DISTINCT FROM user_id) AND (POSITION(((decided_by || ' through the service account '::text)) IN (requested_by)) <> 1))))) NOT VALID;
ALTER TABLE approval
    ADD CONSTRAINT approval_takes_two CHECK (((state <> ALL (ARRAY['approved'::text, 'withdrawn'::text])) OR (decided_by IS NOT NULL) OR ((subject ->> 'justification'::text) IS NOT NULL))) NOT VALID;
CREATE INDEX approval_kind_state_requested_at_idx ON approval (kind, state, requested_at);
CREATE UNIQUE INDEX approval_one_current ON approval (kind, domain, subject_key) WHERE (ended_at IS NULL);
CREATE INDEX approval_user_id_domain_requested_at_idx ON approval (user_id, domain, requested_at);

CREATE TABLE audit_head (
    id integer DEFAULT 1 NOT NULL,
    sequence_number integer NOT NULL,
    hash text NOT NULL,
    key_id text,
    CONSTRAINT audit_head_is_one CHECK ((id = 1)),
    CONSTRAINT audit_head_pkey PRIMARY KEY (id)
);

CREATE TABLE audit_record (
    sequence_number integer NOT NULL,
    at timestamptz(3) NOT NULL,
    subject_user_id text,
    subject_domain text,
    actor jsonb NOT NULL,
    fact jsonb NOT NULL,
    correlation_id text NOT NULL,
    address text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    key_id text,
    CONSTRAINT audit_record_pkey PRIMARY KEY (sequence_number)
);
ALTER TABLE audit_record
    ADD CONSTRAINT audit_record_has_a_key CHECK ((key_id IS NOT NULL)) NOT VALID;
CREATE INDEX audit_record_acting_service_account ON audit_record (((actor ->> 'serviceAccountId'::text)), at, sequence_number) WHERE ((actor ->> 'serviceAccountId'::text) IS NOT NULL);
CREATE INDEX audit_record_actor ON audit_record (((actor ->> 'userId'::text)), at, sequence_number);
CREATE INDEX audit_record_address_at_sequence_number_idx ON audit_record (address, at, sequence_number);
CREATE INDEX audit_record_at_sequence_number_idx ON audit_record (at, sequence_number);
CREATE INDEX audit_record_correlation_id_idx ON audit_record (correlation_id);
CREATE INDEX audit_record_service_account ON audit_record (((fact ->> 'serviceAccountId'::text)), at, sequence_number) WHERE ((fact ->> 'serviceAccountId'::text) IS NOT NULL);
CREATE INDEX audit_record_subject_user_id_at_sequence_number_idx ON audit_record (subject_user_id, at, sequence_number);
CREATE INDEX audit_record_subject_user_id_subject_domain_sequence_number_idx ON audit_record (subject_user_id, subject_domain, sequence_number);
CREATE INDEX audit_record_ticket ON audit_record (lower((fact ->> 'ticket'::text)), at, sequence_number) WHERE ((fact ->> 'ticket'::text) IS NOT NULL);
CREATE INDEX audit_record_type ON audit_record (((fact ->> 'type'::text)), at, sequence_number);

CREATE TABLE audit_tally (
    key text NOT NULL,
    event jsonb NOT NULL,
    times integer NOT NULL,
    window_ends_at timestamptz(3) NOT NULL,
    CONSTRAINT audit_tally_pkey PRIMARY KEY (key)
);
CREATE INDEX audit_tally_window_ends_at_idx ON audit_tally (window_ends_at);

CREATE TABLE code_request (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    holder_hash text NOT NULL,
    correlation_id text NOT NULL,
    address text,
    due_at timestamptz(3) NOT NULL,
    CONSTRAINT code_request_pkey PRIMARY KEY (id)
);
CREATE INDEX code_request_due_at_idx ON code_request (due_at);

CREATE TABLE data_key (
    id text NOT NULL,
    check_value text NOT NULL,
    encrypted_chain_key text NOT NULL,
    known_since timestamptz(3) NOT NULL,
    retired_at timestamptz(3),
    CONSTRAINT data_key_pkey PRIMARY KEY (id)
);

CREATE TABLE device_hold (
    instance_id text NOT NULL,
    held_at timestamptz(3) NOT NULL,
    cause text NOT NULL,
    held_by text,
    locked_at timestamptz(3),
    CONSTRAINT device_hold_cause CHECK ((cause = ANY (ARRAY['helpdesk'::text, 'person'::text, 'replaced'::text, 'reported'::text, 'frozen'::text]))),
    CONSTRAINT device_hold_pkey PRIMARY KEY (instance_id, cause)
);
CREATE INDEX device_hold_due ON device_hold (held_at) WHERE (locked_at IS NULL);

CREATE TABLE device_name (
    instance_id text NOT NULL,
    name text NOT NULL,
    CONSTRAINT device_name_pkey PRIMARY KEY (instance_id)
);

CREATE TABLE device_notice (
    activation_id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    instance_id text NOT NULL,
    device_name text NOT NULL,
    browser text NOT NULL,
    network text,
    activated_at timestamptz(3) NOT NULL,
    token_hash text NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    cause text,
    disowned_at timestamptz(3),
    is_locked boolean DEFAULT false NOT NULL,
    trusted_from timestamptz(3),
    is_trust_told boolean DEFAULT true NOT NULL,
    CONSTRAINT device_notice_pkey PRIMARY KEY (activation_id)
);
CREATE INDEX device_notice_disowned_at_idx ON device_notice (disowned_at);
CREATE INDEX device_notice_instance_id_idx ON device_notice (instance_id);
CREATE INDEX device_notice_lock_due ON device_notice (disowned_at) WHERE ((state = 'disowned'::text) AND (NOT is_locked));
CREATE UNIQUE INDEX device_notice_token_hash_key ON device_notice (token_hash);
CREATE INDEX device_notice_trust_due ON device_notice (trusted_from) WHERE (NOT is_trust_told);

CREATE TABLE device_replacement (
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    old_instance_id text NOT NULL,
    old_name text NOT NULL,
    new_instance_id text,
    new_name text,
    started_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3),
    ended_at timestamptz(3),
    not_me_token_hash text,
    CONSTRAINT device_replacement_pkey PRIMARY KEY (id)
);
CREATE INDEX device_replacement_ends_at ON device_replacement (ends_at) WHERE (state = ANY (ARRAY['awaiting-device'::text, 'awaiting-test'::text, 'retired'::text]));
CREATE UNIQUE INDEX device_replacement_not_me_token_hash_key ON device_replacement (not_me_token_hash);
CREATE UNIQUE INDEX device_replacement_one_of_a_device ON device_replacement (old_instance_id) WHERE (state = ANY (ARRAY['awaiting-device'::text, 'awaiting-test'::text, 'retired'::text]));
CREATE UNIQUE INDEX device_replacement_one_under_way ON device_replacement (user_id, domain) WHERE (state = ANY (ARRAY['awaiting-device'::text, 'awaiting-test'::text]));
CREATE INDEX device_replacement_user_id_domain_started_at_idx ON device_replacement (user_id, domain, started_at);

CREATE TABLE gateway_challenge (
    key_hash text NOT NULL,
    request_key text NOT NULL,
    state text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    origin text NOT NULL,
    address text NOT NULL,
    browser text NOT NULL,
    number text NOT NULL,
    serial_number text,
    sequence_number integer,
    user_id text,
    domain text,
    reason text,
    opened_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    ended_at timestamptz(3),
    addressee_user_id text,
    addressee_domain text,
    encrypted_key text,
    purpose text DEFAULT 'sign-in'::text NOT NULL,
    CONSTRAINT gateway_challenge_key_only_while_sent CHECK (((encrypted_key IS NOT NULL) = ((state = 'waiting'::text) AND (addressee_user_id IS NOT NULL) AND (addressee_domain IS NOT NULL)))),
    CONSTRAINT gateway_challenge_reader CHECK (((state <> ALL (ARRAY['scanned'::text, 'approved'::text, 'redeemed'::text, 'refused'::text])) OR ((serial_number IS NOT NULL) AND (sequence_number IS NOT NULL) AND (user_id IS NOT NULL) AND (domain IS NOT NULL)))),
    CONSTRAINT gateway_challenge_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX gateway_challenge_addressee_user_id_addressee_domain_idx ON gateway_challenge (addressee_user_id, addressee_domain);
CREATE INDEX gateway_challenge_expires_at_idx ON gateway_challenge (expires_at);
CREATE UNIQUE INDEX gateway_challenge_request_key_key ON gateway_challenge (request_key);
CREATE INDEX gateway_challenge_user_id_domain_idx ON gateway_challenge (user_id, domain);

CREATE TABLE gateway_licence (
    serial_number text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    encrypted_key text NOT NULL,
    activation_limit integer NOT NULL,
    pin_minimum_length integer NOT NULL,
    pin_maximum_length integer NOT NULL,
    notifications_enabled boolean NOT NULL,
    next_sequence_number integer DEFAULT 1 NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT gateway_licence_pkey PRIMARY KEY (serial_number)
);
CREATE UNIQUE INDEX gateway_licence_user_id_domain_key ON gateway_licence (user_id, domain);

CREATE TABLE gateway_instance (
    serial_number text NOT NULL,
    sequence_number integer NOT NULL,
    encrypted_key text,
    device_code text NOT NULL,
    description text NOT NULL,
    state text NOT NULL,
    activated_at timestamptz(3) NOT NULL,
    last_used_at timestamptz(3),
    last_accepted_step integer DEFAULT 0 NOT NULL,
    encrypted_notification_id text,
    notification_hash text,
    CONSTRAINT gateway_instance_pkey PRIMARY KEY (serial_number, sequence_number),
    CONSTRAINT gateway_instance_serial_number_fkey FOREIGN KEY (serial_number) REFERENCES gateway_licence(serial_number) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX gateway_instance_notification_hash_idx ON gateway_instance (notification_hash);

CREATE TABLE gateway_registration (
    identifier text NOT NULL,
    serial_number text NOT NULL,
    state text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    salt text NOT NULL,
    encrypted_verifier text,
    encrypted_server_private_key text,
    client_public_key text,
    server_public_key text,
    wrong_proofs integer DEFAULT 0 NOT NULL,
    sequence_number integer,
    device_code text,
    description text,
    encrypted_instance_key text,
    registered_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    keyed_at timestamptz(3),
    data_sent_at timestamptz(3),
    device_added_at timestamptz(3),
    ended_at timestamptz(3),
    is_offline boolean DEFAULT false NOT NULL,
    CONSTRAINT gateway_registration_pkey PRIMARY KEY (identifier),
    CONSTRAINT gateway_registration_serial_number_fkey FOREIGN KEY (serial_number) REFERENCES gateway_licence(serial_number) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX gateway_registration_serial_number_state_idx ON gateway_registration (serial_number, state);
CREATE INDEX gateway_registration_state_expires_at_idx ON gateway_registration (state, expires_at);

CREATE TABLE image_key (
    number integer NOT NULL,
    id text NOT NULL,
    public_key text NOT NULL,
    encrypted_private_key text,
    not_before timestamptz(3) NOT NULL,
    endorsement text,
    CONSTRAINT image_key_endorsement CHECK (((number = 1) = (endorsement IS NULL))),
    CONSTRAINT image_key_pkey PRIMARY KEY (number)
);
CREATE UNIQUE INDEX image_key_id_key ON image_key (id);

CREATE TABLE invitation (
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    reason text NOT NULL,
    reason_text text,
    ticket text NOT NULL,
    delivery text NOT NULL,
    lifetime_ms integer NOT NULL,
    evidence jsonb NOT NULL,
    justification text,
    old_instance_id text,
    old_device_fate text,
    old_device_state text,
    requested_by text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    approved_by text,
    sent_at timestamptz(3),
    ends_at timestamptz(3),
    token_hash text,
    code_hash text,
    read_out_hash text,
    browser_hash text,
    opened_at timestamptz(3),
    proof text,
    activation_id text,
    instance_id text,
    ended_at timestamptz(3),
    ended_by text,
    revoked_why text,
    CONSTRAINT invitation_browser_only_while_current CHECK (((state = ANY (ARRAY['live'::text, 'opened'::text])) OR (browser_hash IS NULL))),
    CONSTRAINT invitation_codes_only_while_live CHECK (((state = 'live'::text) OR ((code_hash IS NULL) AND (read_out_hash IS NULL)))),
    CONSTRAINT invitation_end CHECK ((((ends_at IS NOT NULL) = (state = ANY (ARRAY['awaiting-approval'::text, 'live'::text, 'opened'::text]))) AND ((ended_at IS NOT NULL) = (ends_at IS NULL)))),
    CONSTRAINT invitation_four_eyes CHECK (((requested_by <> user_id) AND (approved_by <> requested_by) AND (approved_by <> user_id))),
    CONSTRAINT invitation_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX invitation_browser_hash_key ON invitation (browser_hash);
CREATE INDEX invitation_current_ends_at ON invitation (ends_at) WHERE (state = ANY (ARRAY['awaiting-approval'::text, 'live'::text, 'opened'::text]));
CREATE INDEX invitation_old_device_due ON invitation (requested_at) WHERE (old_device_state = ANY (ARRAY['lock-due'::text, 'removal-due'::text]));
CREATE UNIQUE INDEX invitation_one_current ON invitation (user_id, domain) WHERE (state = ANY (ARRAY['awaiting-approval'::text, 'live'::text, 'opened'::text]));
CREATE INDEX invitation_requested_at_idx ON invitation (requested_at);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
CREATE INDEX invitation_user_id_domain_requested_at_idx ON invitation (user_id, domain, requested_at);

CREATE TABLE known_network (
    user_id text NOT NULL,
    domain text NOT NULL,
    network text NOT NULL,
    signed_in_at timestamptz(3) NOT NULL,
    CONSTRAINT known_network_pkey PRIMARY KEY (user_id, domain, network)
);
CREATE INDEX known_network_signed_in_at_idx ON known_network (signed_in_at);

CREATE TABLE managed_webhook (
    id text NOT NULL,
    version integer NOT NULL,
    domain text NOT NULL,
    address text NOT NULL,
    events text[] NOT NULL,
    is_enabled boolean NOT NULL,
    encrypted_secret text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    service_account_id text,
    CONSTRAINT managed_webhook_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX managed_webhook_domain_address_key ON managed_webhook (domain, address);
CREATE INDEX managed_webhook_service_account_id_idx ON managed_webhook (service_account_id);

CREATE TABLE manager_request (
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    manager_user_id text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    CONSTRAINT manager_request_state CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'declined'::text, 'redeemed'::text]))),
    CONSTRAINT manager_request_pkey PRIMARY KEY (id)
);
CREATE INDEX manager_request_expires_at_idx ON manager_request (expires_at);

CREATE TABLE outbox_message (
    id text NOT NULL,
    channel text NOT NULL,
    kind text NOT NULL,
    destination text NOT NULL,
    about text,
    encrypted_content text,
    state text NOT NULL,
    queued_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    due_at timestamptz(3) NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_problem text,
    ended_at timestamptz(3),
    replays integer DEFAULT 0 NOT NULL,
    leased_by integer,
    CONSTRAINT outbox_message_content_only_while_needed CHECK (((encrypted_content IS NOT NULL) = (state = ANY (ARRAY['pending'::text, 'dead'::text])))),
    CONSTRAINT outbox_message_end CHECK (((ended_at IS NULL) = (state = 'pending'::text))),
    CONSTRAINT outbox_message_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_message_about_idx ON outbox_message (about);
CREATE INDEX outbox_message_dead ON outbox_message (ended_at, id) WHERE (state = 'dead'::text);
CREATE INDEX outbox_message_ended_at_idx ON outbox_message (ended_at);
CREATE INDEX outbox_message_pending_due_at ON outbox_message (due_at) WHERE (state = 'pending'::text);

CREATE TABLE passkey (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    number integer NOT NULL,
    credential_id text NOT NULL,
    user_handle text NOT NULL,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    aaguid text NOT NULL,
    transports text[],
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    name text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    last_used_at timestamptz(3),
    trusted_from timestamptz(3),
    CONSTRAINT passkey_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE UNIQUE INDEX passkey_user_id_domain_number_key ON passkey (user_id, domain, number);

CREATE TABLE passkey_challenge (
    challenge text NOT NULL,
    purpose text NOT NULL,
    holder text NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    number integer,
    user_handle text,
    CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge)
);
CREATE INDEX passkey_challenge_expires_at_idx ON passkey_challenge (expires_at);

CREATE TABLE provider_identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    bound_at timestamptz(3) NOT NULL,
    CONSTRAINT provider_identity_pkey PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX provider_identity_user ON provider_identity (user_id, domain, issuer);

CREATE TABLE rate_limit (
    key text NOT NULL,
    attempts integer NOT NULL,
    window_ends_at timestamptz(3) NOT NULL,
    CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_window_ends_at_idx ON rate_limit (window_ends_at);

CREATE TABLE recovery_code (
    user_id text NOT NULL,
    domain text NOT NULL,
    id text NOT NULL,
    code_hash text NOT NULL,
    made_at timestamptz(3) NOT NULL,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, domain)
);
CREATE UNIQUE INDEX recovery_code_id_key ON recovery_code (id);

CREATE TABLE refused_attempts (
    key text NOT NULL,
    window_ends_at timestamptz(3) NOT NULL,
    attempts integer NOT NULL,
    since timestamptz(3) NOT NULL,
    subject_user_id text,
    subject_domain text,
    network text,
    CONSTRAINT refused_attempts_pkey PRIMARY KEY (key, window_ends_at)
);
CREATE INDEX refused_attempts_window_ends_at_idx ON refused_attempts (window_ends_at);

CREATE TABLE result_key (
    number integer NOT NULL,
    id text NOT NULL,
    public_key text NOT NULL,
    encrypted_private_key text,
    not_before timestamptz(3) NOT NULL,
    CONSTRAINT result_key_pkey PRIMARY KEY (number)
);
CREATE UNIQUE INDEX result_key_id_key ON result_key (id);

CREATE TABLE service_account (
    id text NOT NULL,
    version integer NOT NULL,
    domain text NOT NULL,
    name text NOT NULL,
    scopes text[],
    networks text[],
    requests_per_minute integer NOT NULL,
    requested_by text NOT NULL,
    approved_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    suspended_at timestamptz(3),
    ended_at timestamptz(3),
    told_of_expiry_at timestamptz(3),
    return_addresses jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT service_account_decides_nothing CHECK ((NOT (scopes && ARRAY['activation:start'::text, 'activation:view'::text, 'approval:decide'::text, 'approval:break-glass'::text, 'account:approve'::text, 'message:replay'::text, 'service-account:manage'::text]))),
    CONSTRAINT service_account_four_eyes CHECK ((requested_by <> approved_by)),
    CONSTRAINT service_account_pkey PRIMARY KEY (id)
);
CREATE INDEX service_account_domain_created_at_idx ON service_account (domain, created_at);
CREATE INDEX service_account_expires_at_idx ON service_account (expires_at);
CREATE UNIQUE INDEX service_account_one_name ON service_account (domain, name) WHERE (ended_at IS NULL);

CREATE TABLE service_key (
    id text NOT NULL,
    account_id text NOT NULL,
    key_hash text NOT NULL,
    made_at timestamptz(3) NOT NULL,
    shown_to text NOT NULL,
    ends_at timestamptz(3),
    last_used_at timestamptz(3),
    last_used_from text,
    CONSTRAINT service_key_pkey PRIMARY KEY (id),
    CONSTRAINT service_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES service_account(id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX service_key_account_id_made_at_idx ON service_key (account_id, made_at);

CREATE TABLE session (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    authenticated_at timestamptz(3) DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    revoked_at timestamptz(3),
    invitation_id text,
    proofs jsonb DEFAULT '{}'::jsonb NOT NULL,
    browser text,
    network text,
    last_seen_at timestamptz(3),
    CONSTRAINT session_browser_length CHECK ((char_length(browser) <= 120)),
    CONSTRAINT session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_expires_at_idx ON session (expires_at);
CREATE INDEX session_user_id_domain_idx ON session (user_id, domain);

CREATE TABLE session_epoch (
    user_id text NOT NULL,
    domain text NOT NULL,
    number integer NOT NULL,
    ended_at timestamptz(3),
    CONSTRAINT session_epoch_pkey PRIMARY KEY (user_id, domain)
);

CREATE TABLE staff_enrolment (
    user_id text NOT NULL,
    domain text NOT NULL,
    opened_at timestamptz(3) DEFAULT now() NOT NULL,
    enrolled_at timestamptz(3),
    CONSTRAINT staff_enrolment_pkey PRIMARY KEY (user_id, domain)
);

CREATE TABLE user_account (
    user_id text NOT NULL,
    domain text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    roles text[],
    created_at timestamptz(3) NOT NULL,
    password_changed_at timestamptz(3) NOT NULL,
    group_name text,
    language text DEFAULT 'en'::text NOT NULL,
    mail_addresses text[] DEFAULT ARRAY[]::text[],
    name_key text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    user_id_key text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    time_zone text,
    password_off_at timestamptz(3),
    disabled_at timestamptz(3),
    removal_requested_at timestamptz(3),
    addresses_changed_at timestamptz(3),
    phone_numbers jsonb DEFAULT '[]'::jsonb NOT NULL,
    manager_user_id text,
    manager_recorded_at timestamptz(3),
    CONSTRAINT user_account_removed_is_disabled CHECK (((removal_requested_at IS NULL) OR (disabled_at IS NOT NULL))),
    CONSTRAINT user_account_pkey PRIMARY KEY (user_id, domain)
);
CREATE INDEX user_account_disabled ON user_account (domain, user_id) WHERE (disabled_at IS NOT NULL);
CREATE INDEX user_account_roles_idx ON user_account USING gin (roles);

CREATE TABLE mailed_secret (
    user_id text NOT NULL,
    domain text NOT NULL,
    purpose text NOT NULL,
    secret_hash text NOT NULL,
    tries_left integer NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    holder_hash text DEFAULT ''::text NOT NULL,
    CONSTRAINT mailed_secret_tries CHECK ((tries_left >= 0)),
    CONSTRAINT mailed_secret_pkey PRIMARY KEY (user_id, domain, purpose, holder_hash),
    CONSTRAINT mailed_secret_user_id_domain_fkey FOREIGN KEY (user_id, domain) REFERENCES user_account(user_id, domain) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX mailed_secret_secret_hash_key ON mailed_secret (secret_hash);

CREATE TABLE user_search_term (
    user_id text NOT NULL,
    domain text NOT NULL,
    term text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT user_search_term_pkey PRIMARY KEY (user_id, domain, term),
    CONSTRAINT user_search_term_user_id_domain_fkey FOREIGN KEY (user_id, domain) REFERENCES user_account(user_id, domain) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX user_search_term_domain_term_user_id_idx ON user_search_term (domain, term, user_id);

-- Appends records to the audit chain as part of the statement that calls it. When the chain does not end where they begin,
-- the whole statement is refused, and whoever made it makes it again from the chain's new end. Whoever waits for new records
-- is told of them in every process, by the notice that the transaction sends when it commits.
CREATE FUNCTION append_audit_records(head_sequence_number integer, head_hash text, records jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF records = '[]' THEN
    RETURN;
  END IF;
  UPDATE audit_head
  SET sequence_number = (records -> -1 ->> 'sequence_number')::integer, hash = records -> -1 ->> 'hash',
    key_id = records -> -1 ->> 'key_id'
  WHERE sequence_number = head_sequence_number AND hash = head_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the audit chain has moved on' USING ERRCODE = 'TA001';
  END IF;
  INSERT INTO audit_record (sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id, address,
    previous_hash, hash, key_id)
  SELECT sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id, address, previous_hash, hash,
    key_id
  FROM jsonb_to_recordset(records) AS record(sequence_number integer, at timestamptz, subject_user_id text,
    subject_domain text, actor jsonb, fact jsonb, correlation_id text, address text, previous_hash text, hash text,
    key_id text);
  PERFORM pg_notify('tessera_activation_changes', 'audit-log');
END
$$;

-- Appends records to the audit chain together with the notices that follow from them, as part of the statement that calls
-- it. Nothing else calls append_audit_records, so that no writer of records leaves their users untold.
CREATE FUNCTION append_events(head_sequence_number integer, head_hash text, records jsonb, notices jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF notices <> '[]' THEN
    INSERT INTO outbox_message (id, channel, kind, destination, encrypted_content, state, queued_at, due_at)
    SELECT id, 'notice', kind, destination, encrypted_content, 'pending', queued_at, queued_at
    FROM jsonb_to_recordset(notices) AS notice(id text, kind text, destination text, encrypted_content text,
      queued_at timestamptz);
    PERFORM pg_notify('tessera_activation_changes', 'outbox notice');
  END IF;
  PERFORM append_audit_records(head_sequence_number, head_hash, records);
END
$$;

-- Whoever gets the user ID of a deleted account must not get its passkeys. No foreign key: where a gateway keeps the
-- accounts, there is no row to refer to. Likewise below.
CREATE FUNCTION delete_passkeys_of_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "passkey" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_passkeys AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION delete_passkeys_of_account();

CREATE FUNCTION delete_provider_identities_of_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "provider_identity" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_provider_identity AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION delete_provider_identities_of_account();

CREATE FUNCTION delete_recovery_code_of_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "recovery_code" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_recovery_code AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION delete_recovery_code_of_account();

-- A device of the embedded gateway stays locked while it is held, whoever writes. The trigger holds the row's lock, and its
-- query sees what was committed until now: a hold that it does not see is followed by a lock that waits for this row.
CREATE FUNCTION keep_held_instance_locked() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "device_hold" WHERE "instance_id" = OLD."serial_number" || '-' || OLD."sequence_number"
  ) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gateway_instance_held BEFORE UPDATE ON gateway_instance FOR EACH ROW WHEN (((old.state = 'locked'::text) AND (new.state = 'active'::text))) EXECUTE FUNCTION keep_held_instance_locked();

CREATE FUNCTION note_staff_enrolment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "staff_enrolment" SET "enrolled_at" = now()
  WHERE "user_id" = NEW."user_id" AND "domain" = NEW."domain" AND "enrolled_at" IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER activation_enrols_staff AFTER UPDATE OF state ON activation FOR EACH ROW WHEN ((new.state = 'active'::text)) EXECUTE FUNCTION note_staff_enrolment();
CREATE TRIGGER passkey_enrols_staff AFTER INSERT ON passkey FOR EACH ROW EXECUTE FUNCTION note_staff_enrolment();

-- Triggers, so that no way to make staff or to bind a factor can leave it out, and by the database's clock alone.
CREATE FUNCTION open_staff_enrolment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO "staff_enrolment" ("user_id", "domain") VALUES (NEW."user_id", NEW."domain")
  ON CONFLICT ("user_id", "domain") DO UPDATE SET "opened_at" = now(), "enrolled_at" = NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_becomes_staff AFTER UPDATE OF roles ON user_account FOR EACH ROW WHEN ((is_staff(new.roles) AND (NOT is_staff(old.roles)))) EXECUTE FUNCTION open_staff_enrolment();
CREATE TRIGGER user_account_made_staff AFTER INSERT ON user_account FOR EACH ROW WHEN (is_staff(new.roles)) EXECUTE FUNCTION open_staff_enrolment();

-- The audit log is append only, and its head goes forward.
CREATE FUNCTION refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append only';
END $$;
CREATE TRIGGER audit_head_goes_forward BEFORE UPDATE ON audit_head FOR EACH ROW WHEN ((new.sequence_number <= old.sequence_number)) EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_record_append_only BEFORE DELETE OR UPDATE ON audit_record FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_record_no_truncate BEFORE TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Where the chain of the audit log begins.
INSERT INTO audit_head (id, sequence_number, hash) VALUES (1, 0, repeat('0', 64));
