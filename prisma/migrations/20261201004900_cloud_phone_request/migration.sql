-- A request at the cloud is a session that one process at a time follows, or a challenge that is answered by typing. The cloud
-- does not say which of a person's devices approved it.
ALTER TABLE vendor_challenge
    ADD COLUMN session_id text,
    ADD COLUMN followed_until timestamp(3) with time zone,
    ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD COLUMN alternatives text[] NOT NULL DEFAULT '{}';
