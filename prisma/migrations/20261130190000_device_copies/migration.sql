-- Copies of phones' keys, which only the passkey and the PIN together open.
CREATE TABLE device_copy (
    instance_id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    user_id text NOT NULL,
    domain text NOT NULL,
    kept_at timestamptz(3) NOT NULL,
    challenge_at timestamptz(3) NOT NULL,
    calls text[],
    returned_at timestamptz(3),
    credential_hash text,
    public_key text,
    encrypted_verifier text,
    encrypted_copy text,
    erase_token_hash text,
    tries_left integer,
    may_try_at timestamptz(3),
    ended_at timestamptz(3),
    CONSTRAINT device_copy_tries CHECK (tries_left BETWEEN 1 AND 5),
    CONSTRAINT device_copy_state CHECK (
        (state = 'kept' AND credential_hash IS NOT NULL AND public_key IS NOT NULL AND encrypted_verifier IS NOT NULL
            AND encrypted_copy IS NOT NULL AND erase_token_hash IS NOT NULL AND tries_left IS NOT NULL AND ended_at IS NULL)
        OR (state = 'returned' AND credential_hash IS NOT NULL AND encrypted_copy IS NOT NULL AND public_key IS NULL
            AND encrypted_verifier IS NULL AND erase_token_hash IS NULL AND tries_left IS NULL AND may_try_at IS NULL
            AND returned_at IS NOT NULL AND ended_at IS NOT NULL)
        OR (state = 'erased' AND credential_hash IS NULL AND encrypted_copy IS NULL AND public_key IS NULL
            AND encrypted_verifier IS NULL AND erase_token_hash IS NULL AND tries_left IS NULL AND may_try_at IS NULL
            AND ended_at IS NOT NULL)
    ),
    CONSTRAINT device_copy_pkey PRIMARY KEY (instance_id)
);
CREATE UNIQUE INDEX device_copy_credential_hash_key ON device_copy (credential_hash);
CREATE INDEX device_copy_state_ended_at_idx ON device_copy (state, ended_at);

-- Whatever removes a device erases its copy.
CREATE FUNCTION delete_copy_of_removed_device() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "device_copy" WHERE "instance_id" = NEW."serial_number" || '-' || NEW."sequence_number";
  RETURN NULL;
END
$$;
CREATE TRIGGER gateway_instance_copy AFTER UPDATE ON gateway_instance FOR EACH ROW
    WHEN (NEW.state = 'removed') EXECUTE FUNCTION delete_copy_of_removed_device();

CREATE FUNCTION delete_copies_of_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "device_copy" WHERE "user_id" = OLD."user_id" AND "domain" = OLD."domain";
  RETURN NULL;
END
$$;
CREATE TRIGGER user_account_copies AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION delete_copies_of_account();
