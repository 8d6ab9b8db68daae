-- How the phone's browser keeps the device, as the phone has said; null for a device that has not.
ALTER TABLE gateway_instance
    ADD COLUMN keeping jsonb;
