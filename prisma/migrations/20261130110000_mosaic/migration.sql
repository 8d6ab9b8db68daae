-- The picture that a page and a phone show of a new device's key, and the key that the gateway commits to beforehand. Both
-- are null for what was registered before, which shows no picture.
ALTER TABLE activation
    ADD COLUMN mosaic text,
    ADD CONSTRAINT activation_mosaic CHECK (mosaic ~ '^[0-9a-f]{9}$');
ALTER TABLE gateway_registration
    ADD COLUMN encrypted_committed_key text,
    ADD COLUMN mosaic text,
    ADD CONSTRAINT gateway_registration_mosaic CHECK (mosaic ~ '^[0-9a-f]{9}$');
