-- Requests that an authentication server of the vendor's has sent to a person's phones. The call that waits for the
-- answer lives in one process; its state is here, for the pages that others serve.
CREATE TABLE vendor_challenge (
    request_key text NOT NULL,
    purpose text NOT NULL,
    state text NOT NULL,
    version integer NOT NULL DEFAULT 0,
    address text,
    addressee_user_id text NOT NULL,
    addressee_domain text NOT NULL,
    instance_id text,
    reason text,
    opened_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT vendor_challenge_pkey PRIMARY KEY (request_key)
);

CREATE INDEX vendor_challenge_addressee_user_id_addressee_domain_idx
    ON vendor_challenge (addressee_user_id, addressee_domain);
CREATE INDEX vendor_challenge_expires_at_idx ON vendor_challenge (expires_at);
