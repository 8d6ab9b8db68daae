-- When a passkey that was bound on a weaker way may vouch. Those that are there already vouch as before.
ALTER TABLE "passkey" ADD COLUMN "trusted_from" TIMESTAMPTZ(3);
