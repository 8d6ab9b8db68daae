-- What phones found out about themselves, for whoever helps. It names nobody, and lives for an hour.
CREATE TABLE phone_check (
    code text NOT NULL,
    report jsonb NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT phone_check_pkey PRIMARY KEY (code)
);

CREATE INDEX phone_check_expires_at_idx ON phone_check (expires_at);
