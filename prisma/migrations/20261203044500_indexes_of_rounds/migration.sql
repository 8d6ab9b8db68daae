-- What a round looks for every second is a few rows of a table that keeps many; without these it reads them all.
CREATE INDEX gateway_challenge_live ON gateway_challenge (expires_at) WHERE state IN ('waiting', 'scanned', 'approved');
CREATE INDEX vendor_challenge_live ON vendor_challenge (expires_at) WHERE state IN ('waiting', 'approved');
CREATE INDEX device_replacement_undoing ON device_replacement (ends_at) WHERE state = 'undoing';

-- Whoever starts, and whoever misses another process, ends what processes have begun that are gone.
CREATE INDEX api_request_under_way ON api_request (leased_by) WHERE answer IS NULL;

-- Clearing out.
CREATE INDEX self_registration_started_at_idx ON self_registration (started_at);
