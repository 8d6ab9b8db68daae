-- Calls that wait for phones are counted over all processes, also those whose request has ended meanwhile; and the relay's
-- word that a phone refused. Empty in rows of before: those calls end within minutes.
ALTER TABLE vendor_challenge
    ADD COLUMN call_until timestamp(3) with time zone,
    ADD COLUMN refusal_seen_at timestamp(3) with time zone;

CREATE INDEX vendor_challenge_call_until_idx ON vendor_challenge (call_until);
