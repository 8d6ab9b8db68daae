-- Registrations that were sent for an activation are counted. The defaults are for processes of the version before, and for
-- what they have left. Nothing checks that only a requested one is under way: those processes move it on as it is.
ALTER TABLE activation ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD COLUMN is_sent boolean NOT NULL DEFAULT false;
