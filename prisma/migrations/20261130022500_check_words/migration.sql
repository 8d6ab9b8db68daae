-- The two words of a caller check: sealed, and gone with the answer. Checks that are open now have none.
ALTER TABLE gateway_challenge ADD COLUMN encrypted_words TEXT;
ALTER TABLE gateway_challenge ADD CONSTRAINT gateway_challenge_words_only_while_open
    CHECK (encrypted_words IS NULL OR (state IN ('waiting', 'scanned') AND purpose = 'caller-check'));
ALTER TABLE manager_request ADD COLUMN encrypted_words TEXT;
ALTER TABLE manager_request ADD CONSTRAINT manager_request_words_only_while_open
    CHECK (encrypted_words IS NULL OR state = 'waiting');
