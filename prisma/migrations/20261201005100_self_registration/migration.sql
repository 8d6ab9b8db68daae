-- People who had the authentication server make an account for them, until the code that was mailed to them is typed. A row is
-- there before the server is asked: whoever has one that bars does not sign in by password.
CREATE TABLE self_registration (
    id text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    holder_hash text NOT NULL,
    bars boolean NOT NULL,
    secret_hash text,
    tries_left integer NOT NULL DEFAULT 0,
    started_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone,
    CONSTRAINT self_registration_pkey PRIMARY KEY (id)
);

CREATE INDEX self_registration_user_id_domain_idx ON self_registration (user_id, domain);
